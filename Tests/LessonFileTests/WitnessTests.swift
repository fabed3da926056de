import AttentionCore
import Foundation
import Testing
import Tutorial

@testable import LessonFile

/// The shipped lessons against figures from NumPy: as they are, and after random edits.
struct WitnessTests {
  struct Case: Decodable {
    var lesson: String
    var edits: [String]
    var matrices: [String: [[Double]]]
  }

  @Test func `every lesson has the figures that the course was designed with`() throws {
    var count = 0
    for (id, figures) in try curriculum() {
      let worksheet = try #require(lessons()[id]).worksheet
      for (formula, cells) in figures {
        try expect(formula, of: worksheet, toBe: cells, "\(id): \(formula)")
        count += cells.joined().count
      }
    }
    #expect(count > 900)
  }

  @Test func `after random edits every number of every lesson is that of NumPy`() throws {
    let cases = try JSONDecoder().decode([Case].self, from: file("edited.json"))
    #expect(Set(cases.map(\.lesson)) == Set(try lessons().keys))
    #expect(cases.count == 80)
    for example in cases {
      var worksheet = try #require(lessons()[example.lesson]).worksheet
      for edit in example.edits { try worksheet.apply(Edit(parsing: edit)) }
      for (name, cells) in example.matrices {
        try expect(name, of: worksheet, toBe: cells, "\(example.lesson): \(name) after \(example.edits)")
      }
    }
  }

  private func expect(
    _ formula: String, of worksheet: Worksheet, toBe cells: [[Double]], _ comment: Comment
  ) throws {
    let value = try worksheet.value(of: Formula(parsing: formula))
    try #require(value.rowCount == cells.count && value.columnCount == cells[0].count, comment)
    for (row, numbers) in cells.enumerated() {
      for (column, number) in numbers.enumerated() {
        let computed = try #require(value[row: row, column: column].number, comment)
        #expect(abs(computed - number) <= 1e-11 * max(1, abs(number)), comment)
      }
    }
  }

  private func lessons() throws -> [String: Lesson] {
    let lessons = try #require(try CourseReader.read(.embedded, in: []).course).lessons
    return Dictionary(uniqueKeysWithValues: lessons.map { ($0.id, $0) })
  }

  /// By lesson and formula.
  private func curriculum() throws -> [String: [String: [[Double]]]] {
    struct Figures: Decodable {
      var lessons: [String: [String: [[Double]]]]
    }
    return try JSONDecoder().decode(Figures.self, from: file("curriculum.json")).lessons
  }

  private func file(_ name: String) throws -> Data {
    try Data(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Witness/\(name)"))
  }
}
