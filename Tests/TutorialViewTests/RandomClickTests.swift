import AttentionCore
import Frames
import Testing
import Tutorial
import TutorialView

/// Somebody clicks all over the screen, turns the wheel and presses keys in between.
@Suite struct RandomClickTests {
  private static let keys: [Key] =
    KeyMap.bindings.flatMap(\.keys).filter { $0 != .control("z") } + "0123456789.,-".map { .character($0) }

  @Test(
    arguments: [
      ("two-tokens", 1), ("whole-sentence", 2), ("causal-mask", 3), ("learning", 4), ("next-token", 5),
    ] as [(String, UInt64)])
  func `any clicks at any size leave a sound state`(lesson: String, seed: UInt64) throws {
    var random = SplitMix(state: seed)
    var tutor = try tutor(lesson: lesson)
    var size = Size(columns: 80, rows: 24)
    for round in 0..<200 {
      if round % 20 == 0 {
        size = Size(
          columns: Int.random(in: 0...130, using: &random), rows: Int.random(in: 0...40, using: &random))
      }
      let place = Point(
        column: Int.random(in: -2...(size.columns + 2), using: &random),
        row: Int.random(in: -2...(size.rows + 2), using: &random))
      let key: Key =
        switch Int.random(in: 0..<8, using: &random) {
        case 0...4: .click(place)
        case 5: .wheelUp(place)
        case 6: .wheelDown(place)
        default: try #require(Self.keys.randomElement(using: &random))
        }
      if let event = KeyMap.event(for: key, in: tutor, size: size) { _ = tutor.handle(event) }
      #expect(render(tutor, size: size).cells.count == size.columns * size.rows)
      for name in tutor.worksheet.names {
        let matrix = try #require(tutor.worksheet[name])
        for row in 0..<matrix.rowCount {
          for column in 0..<matrix.columnCount {
            #expect(matrix[row: row, column: column].number?.isFinite != false, "\(name) in round \(round)")
          }
        }
      }
    }
    expectUndone(&tutor)
  }

  /// However it got here, taking everything back ends at the place's own values.
  private func expectUndone(_ tutor: inout Tutor) {
    while tutor.overlay != nil { _ = tutor.handle(.closedOverlay) }
    _ = tutor.handle(.cancelledNumber)
    for _ in tutor.place.done { _ = tutor.handle(.undid) }
    #expect(tutor.place.done.isEmpty && tutor.place.worksheet == tutor.start)
  }

  /// From each place of a screen, so that none is left out.
  @Test(arguments: [
    (80, 24, ""), (60, 16, "Tab"), (40, 10, "Tab 1"), (60, 16, "g"), (40, 10, "?"), (60, 16, "w"),
  ])
  func `a click on any place and another one there do no harm`(columns: Int, rows: Int, keys: String) throws {
    let size = Size(columns: columns, rows: rows)
    let start = try tutor(at: "output").pressing(keys, size: size)
    for row in 0..<rows {
      for column in stride(from: row % 4, to: columns, by: 4) {
        var tutor = start
        for _ in 0..<2 {
          let click = Key.click(Point(column: column, row: row))
          if let event = KeyMap.event(for: click, in: tutor, size: size) { _ = tutor.handle(event) }
        }
        // No number changes by clicks alone, but by those on keys that change one.
        #expect(tutor.place.done.count <= 2, "\(column),\(row)")
        expectUndone(&tutor)
      }
    }
  }
}
