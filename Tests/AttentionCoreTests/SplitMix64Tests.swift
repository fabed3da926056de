import AttentionCore
import Testing

@Suite struct SplitMix64Tests {
  /// The first numbers of two seeds, as the authors' own program gives them.
  @Test(
    arguments: [
      (0, [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4]),
      (
        1_234_567,
        [
          6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
          4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
        ]
      ),
    ] as [(seed: UInt64, numbers: [UInt64])])
  func `a seed gives the numbers of the reference`(seed: UInt64, numbers: [UInt64]) {
    var random = SplitMix64(seed: seed)
    #expect(numbers.indices.map { _ in random.next() } == numbers)
  }
}
