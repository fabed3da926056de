import Frames
import Testing
import Tutorial

@testable import TutorialView

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
    // Every state meets each height and each width; together they meet every pair that matters.
    for rows in 0...45 {
      for columns in stride(from: (rows + index) % 7, through: 130, by: rows % 3 == 0 ? 7 : 29) {
        let size = Size(columns: columns, rows: rows)
        let frame = render(tutor, size: size)
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

  /// A frame that is drawn on a wider sheet has nothing beyond its own edge: nothing was cut there.
  @Test(arguments: [(80, 24), (60, 16), (40, 10), (120, 36), (61, 17), (47, 11), (79, 24)])
  func `nothing is cut at the right edge`(columns: Int, rows: Int) throws {
    let size = Size(columns: columns, rows: rows)
    for language in ["en", "es"] {
      var tutor = try tutor(language: Language(language))
      for _ in tutor.lesson.steps {
        let sheet = Size(columns: columns + 40, rows: rows)
        let frame = render(tutor, size: size, glyphs: .unicode, sheet: sheet)
        for row in 0..<rows {
          let beyond = frame[row: row].dropFirst(columns).map(\.text).joined()
          #expect(beyond.allSatisfy { $0 == " " }, "\(tutor.step.id) \(language), row \(row): \(beyond)")
        }
        _ = tutor.handle(.steppedForward)
      }
    }
  }
}
