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
    let start = tutor.worksheet
    for round in 0..<1500 {
      let size = Size(
        columns: Int.random(in: 0...130, using: &random), rows: Int.random(in: 0...40, using: &random))
      let key = try #require(Self.keys.randomElement(using: &random))
      if let event = KeyMap.event(for: key, in: tutor, size: size) { _ = tutor.handle(event) }

      let frame = render(tutor, size: size)
      #expect(frame.cells.count == size.columns * size.rows)
      let weights = try #require(tutor.worksheet["A"])
      let sum = (0..<weights.columnCount).reduce(0) { $0 + (weights[row: 0, column: $1].number ?? .nan) }
      #expect(abs(sum - 1) <= 1e-12, "round \(round)")
    }
    // However it got here, taking everything back ends at the lesson's own values, bit for bit.
    for event in [Event.closedOverlay, .cancelledNumber] { _ = tutor.handle(event) }
    while !tutor.place.done.isEmpty { _ = tutor.handle(.undid) }
    #expect(tutor.worksheet == start)
  }
}

/// A small generator with a seed (SplitMix64, Steele, Lea and Flood 2014).
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
