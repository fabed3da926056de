import Frames
import Testing
import Tutorial
import TutorialView

@Suite struct SizeTests {
  /// States that draw every view, overlay and mode.
  static let states: [(step: String, keys: String)] = [
    ("sentence", ""), ("three-roles", ""), ("keys", "Tab Tab Tab"), ("dog-2", ""), ("dog-sum", "Tab + -"),
    ("weight-dog", "L"), ("bars", "Tab 9"), ("output", "Tab Down Down Down + r"), ("mixture", ""),
    ("match", "f f"),
    ("output", "w Enter"), ("dog-sum", "?"), ("dog-sum", "g Down"), ("dog-sum", "q"),
    ("where-it-breaks", "L"),
  ]

  @Test(arguments: states.indices)
  func `every size has a frame of that size`(index: Int) throws {
    let state = Self.states[index]
    let tutor = try tutor(at: state.step).pressing(state.keys)
    for rows in Array(0...12) + [15, 16, 17, 23, 24, 25, 35, 36, 45] {
      for columns in stride(from: 0, through: 130, by: rows < 10 ? 13 : 3) {
        let size = Size(columns: columns, rows: rows)
        let frame = render(tutor, size: size)
        #expect(frame.size == size)
        #expect(frame.cells.count == columns * rows)
        if let cursor = frame.cursor {
          #expect((0..<columns).contains(cursor.column) && (0..<rows).contains(cursor.row), "\(size)")
        }
      }
    }
  }

  @Test func `below 40x10 one line says what is needed, and the way out works`() throws {
    let small = Size(columns: 39, rows: 9)
    let tutor = try tutor()
    #expect(render(tutor, size: small).text().contains("39 x 9: needs 40 x 10"))
    #expect(try tutor.pressing("q", size: small).overlay == .quit)
  }

  /// No line ends in the middle of a number or a name: whatever stands in the last column is a blank or part of a bar.
  @Test(arguments: [(80, 24), (60, 16), (40, 10), (120, 36), (61, 17), (47, 11), (79, 24)])
  func `nothing is cut at the right edge`(columns: Int, rows: Int) throws {
    for language in ["en", "es"] {
      for step in try tutor().lesson.steps {
        let frame = render(
          try tutor(at: step.id, language: Language(language)), size: Size(columns: columns, rows: rows))
        let wide = render(
          try tutor(at: step.id, language: Language(language)), size: Size(columns: columns + 4, rows: rows))
        for row in 1..<rows where frame[row: row].last?.text != " " && frame[row: row].last?.text != "─" {
          // What stands in the last column must stand there on a wider screen as well, followed by a blank.
          let here = frame[row: row].map(\.text).joined()
          let there = wide[row: row].prefix(columns + 1).map(\.text).joined()
          #expect(there == here + " ", "\(step.id) \(language), row \(row): \(here)")
        }
      }
    }
  }
}
