/// The random numbers of SplitMix64: the same seed gives the same numbers on every machine.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// From 0.10 to 1.50 in hundredths, with either sign.
  ///
  /// Nothing is near 0, so that each entry of a query can move its score.
  mutating func entry() -> Double {
    let drawn = next()
    let size = Double(10 + drawn % 141) / 100
    return drawn >> 63 == 0 ? size : -size
  }
}
