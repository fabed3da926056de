import AttentionCore
import Foundation
import Frames
import LessonFile
import Testing
import Tutorial
import TutorialView

/// Somebody leans on the keyboard while the window changes its size.
///
/// `make soak` does a million things and looks at the screen after each. Here it is a tenth of that, and enough frames for
/// each width and each height, since a debug build is slow.
@Suite struct RandomSessionTests {
  private static let isSoak = ProcessInfo.processInfo.environment["SOAK"] == "1"
  /// How much is done in each session, and how often the screen and the numbers are looked at.
  private static let (events, everyFrame, everyNumber) = isSoak ? (9_091, 1, 1) : (910, 100, 20)

  /// Ten sessions in each of eleven lessons.
  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `anything at any size leaves a sound state`(seed: UInt64) throws {
    var course = try shippedCourse()
    course.lessons.append(try #require(try SentenceLesson(.beginning).sandbox()))
    for lesson in course.lessons.indices {
      let beginning = try Self.beginning(with: lesson, of: course)
      var session = try #require(
        RandomSession(
          lesson: lesson, seed: seed * 1000 + UInt64(lesson), in: course, beginningWith: beginning))
      for event in 1...Self.events {
        session.act()
        var fault = event % Self.everyNumber == 0 ? session.faultOfNumbers : nil
        if event % Self.everyFrame == 0 {
          let frame = session.nextFrame()
          fault = fault ?? session.fault(of: frame)
        }
        if event % 300 == 0 || event == Self.events {
          fault = fault ?? session.faultOfUndo ?? session.faultOfKeeping
        }
        if let fault {
          Issue.record("\(course.lessons[lesson].id), event \(event): \(fault)\n\(session.log)")
          return
        }
      }
    }
  }

  /// As a session begins: with one lesson read, in English.
  private static func beginning(with lesson: Int, of course: Course) throws -> Course {
    var beginning = course
    beginning.interface = course.interface.filter { $0.key == .english }
    beginning.words = course.words.filter { $0.key == .english }
    for index in course.lessons.indices {
      if index == lesson {
        beginning.lessons[index].words = course.lessons[index].words.filter { $0.key == .english }
      } else if course.lessons[index].recipe == nil {
        beginning.lessons[index] = Lesson(unread: course.lessons[index].id)
      }
    }
    return beginning
  }
}

/// A small generator with a seed (SplitMix64, Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
