import AttentionCore
import Frames
import Testing
import Tutorial
import TutorialView

/// Somebody leans on the keyboard while the window changes its size.
@Suite struct RandomSessionTests {
  /// Every key of the table and some that mean nothing, so that all of them meet in all states.
  private static let keys: [Key] =
    KeyMap.bindings.flatMap(\.keys).filter { $0 != .control("z") }
    + "0123456789.,-+zZ¿\u{301}".map { .character($0) } + [.paste("q\n5"), .function(7), .control("y")]

  @Test(arguments: [1, 20, 300] as [UInt64])
  func `any keys at any size leave a sound state`(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    var tutor = try tutor(at: "output")
    for round in 0..<1500 {
      let size = Size(
        columns: Int.random(in: 0...130, using: &random), rows: Int.random(in: 0...40, using: &random))
      let key = try #require(Self.keys.randomElement(using: &random))
      if let event = KeyMap.event(for: key, in: tutor, size: size) { _ = tutor.handle(event) }

      let frame = render(tutor, size: size)
      #expect(frame.cells.count == size.columns * size.rows)
      for name in tutor.worksheet.names { try expectSound(name, in: tutor.worksheet, round: round) }
    }
    // However it got here, taking everything back ends at the place's own values, bit for bit.
    while tutor.overlay != nil { _ = tutor.handle(.closedOverlay) }
    _ = tutor.handle(.cancelledNumber)
    while !tutor.place.done.isEmpty { _ = tutor.handle(.undid) }
    #expect(tutor.place.worksheet == tutor.start)
  }

  /// Every number is finite, and the rows of a softmax share one whole unless they have nothing to attend to.
  private func expectSound(_ name: String, in worksheet: Worksheet, round: Int) throws {
    let matrix = try #require(worksheet[name])
    for row in 0..<matrix.rowCount {
      let numbers = (0..<matrix.columnCount).compactMap { matrix[row: row, column: $0].number }
      #expect(numbers.allSatisfy { $0.isFinite }, "\(name) in round \(round)")
      guard case .operation("softmax", _)? = worksheet.formula(of: name)?.root.kind,
        numbers.count == matrix.columnCount,
        !(0..<matrix.columnCount).contains(where: { worksheet.isTypedOver(name, row: row, column: $0) })
      else { continue }
      let sum = numbers.reduce(0, +)
      #expect(abs(sum - 1) <= 1e-12 || sum == 0, "\(name) in round \(round)")
    }
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
