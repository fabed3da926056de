import Frames
import Testing
import Tutorial

@testable import TutorialView

/// Somebody types anything.
@Suite struct RandomLineTests {
  @Test(arguments: [1, 7, 40, 300] as [UInt64])
  func `any lines leave a sound state and harmless text`(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let course = try shippedCourse()
    var reader = PlainReader(try #require(Tutor(course: course, lesson: Int(seed) % course.lessons.count)))
    let words = course.languages.flatMap { language in
      PlainCommand.table.flatMap { PlainVocabulary.spellings(of: $0.words, in: course.words(in: language)) }
    }
    for _ in 0..<400 {
      let pieces =
        words.filter { !["quit", "exit", "bye", "salir", "adiós"].contains($0) }
        + reader.tutor.worksheet.names
        + reader.tutor.lesson.tokens + reader.tutor.lesson.stages.map(\.id) + course.lessons.map(\.id)
        + [
          "[", "]", ",", "=", "\"", ":", "*", "1", "2", "3", "0,5", "-4.25", "999", "1e9", "",
          "é\u{301}\u{200B}",
        ]
      let line = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined(separator: Bool.random(using: &random) ? " " : "")
      reader.width = Bool.random(using: &random) ? nil : Int.random(in: 1...90, using: &random)
      let text = reader.read(line).text
      #expect(text.split(separator: "\n").allSatisfy { printable($0) == $0 }, "\(line)")
      for name in reader.tutor.worksheet.names {
        let matrix = try #require(reader.tutor.worksheet[name])
        #expect(matrix.rowCount > 0 && matrix.columnCount > 0)
      }
    }
    while !reader.tutor.place.done.isEmpty { _ = reader.read("undo") }
    #expect(reader.tutor.place.worksheet == reader.tutor.start)
  }
}
