import Foundation
import Frames
import Testing

/// Lessons that somebody made to break things, given to the program as it is built.
///
/// `make soak` gives it each by itself, with two seconds of computing and 300 MB. Here it gets many at once, and more
/// time, since a debug build is slow.
@Suite struct HostileLessonTests {
  private static let isSoak = ProcessInfo.processInfo.environment["SOAK"] == "1"
  private static let portion = isSoak ? 100 : 10

  @Test func `each is refused with its place, or is a lesson`() throws {
    let folder = try HostileFolder()
    let lessons = try hostileLessons(portion: Self.portion)
    #expect(lessons.count >= 250)
    #expect(Set(lessons.map(\.name)).count == lessons.count)
    for lesson in lessons { try folder.write(lesson) }
    let run = try limited(["check"] + lessons.map(\.name), in: folder, seconds: 300)
    #expect(run.status == 65 && run.error.isEmpty, "\(run.status) \(run.error.prefix(500))")
    let lines = run.output.split(separator: "\n")
    var complaints: [Substring: [Substring]] = [:]
    for line in lines {
      #expect(printable(line).unicodeScalars.elementsEqual(line.unicodeScalars), "\(line.unicodeScalars)")
      let place = try #require(
        line.firstMatch(of: #/^([a-zA-Z0-9-]+)/([a-z.]+):([1-9]\d*):([1-9]\d*): \S/#), "\(line)")
      complaints[place.1, default: []].append(line)
    }
    for lesson in lessons {
      let own = complaints[lesson.name[...]] ?? []
      switch lesson.verdict {
      case .fine: #expect(own.isEmpty, "\(lesson.name) is a lesson: \(own)")
      case .refused(let file):
        #expect(
          own.first?.hasPrefix("\(lesson.name)/\(file):") == true,
          "\(lesson.name): \(own.first ?? "is taken")")
      case .either: break
      }
    }
  }

  /// What opens lessons says the same, and nothing else.
  @Test(arguments: ["frame", "compute", "export", "read"])
  func `each command refuses in the same way`(command: String) throws {
    let folder = try HostileFolder()
    for lesson in try hostileLessons(portion: Self.portion).filter({
      Self.isSoak || Self.sample.contains($0.name)
    }) {
      try folder.write(lesson)
      let run = try limited([command, "./" + lesson.name], in: folder, seconds: Self.isSoak ? 2 : 20)
      for text in (run.output + "\n" + run.error).split(separator: "\n") {
        #expect(printable(text).unicodeScalars.elementsEqual(text.unicodeScalars), "\(lesson.name): \(text)")
      }
      switch lesson.verdict {
      case .fine: #expect(run.status == 0 && run.error.isEmpty, "\(lesson.name): \(run.error)")
      case .either: #expect([0, 65].contains(run.status), "\(lesson.name): \(run.status) \(run.error)")
      case .refused:
        let start = "attend: ./\(lesson.name)/"
        // What `frame` and its like do not prove they do not refuse.
        let isProven = command == "read" || !lesson.name.hasPrefix("claim-")
        guard isProven || run.status != 0 else { continue }
        #expect(run.status == 65 && run.output.isEmpty, "\(lesson.name): \(run.status)")
        #expect(run.error.split(separator: "\n").allSatisfy { $0.hasPrefix(start) }, "\(run.error)")
      }
    }
  }

  /// One of each kind.
  private static let sample: Set<String> = [
    "whole-elf", "cut-words-240", "encoding-utf16", "ends-cr", "raw-words-202E", "spelt-osc52", "marks-words",
    "word-words", "value-python", "laughs-30", "numbers-many", "megabytes-30-words", "claim-proof",
  ]

  @Test(.enabled(if: isSoak, "make soak gives each lesson to a program of its own"))
  func `each by itself takes two seconds and 300 MB at most`() throws {
    let folder = try HostileFolder()
    for lesson in try hostileLessons(portion: Self.portion) {
      try folder.write(lesson)
      let run = try limited(["check", lesson.name], in: folder, seconds: 2)
      #expect([0, 65].contains(run.status), "\(lesson.name): \(run.status) \(run.error)")
    }
  }
}
