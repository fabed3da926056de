import Testing

@testable import AttentionCore

@Suite struct NumberTextTests {
  @Test(arguments: [("0", 0.0), ("3.10", 3.1), ("-0.5", -0.5), ("007", 7), ("1000000", 1e6)])
  func `digits with an optional sign and fraction are a number`(text: String, number: Double) {
    #expect(scanNumber(text) == number)
  }

  @Test(arguments: [
    "", "-", ".", "-.5", ".5", "5.", "+1", " 1", "1 ", "1e5", "nan", "inf", "0x1p3", "1_000", "0,5", "1,2.3",
    "1.2.3", "--1", "٣", "１", "½", "−1", "1\u{0}2", String(repeating: "9", count: 400),
  ])
  func `anything else is not a number`(text: String) {
    #expect(scanNumber(text) == nil)
  }

  @Test(arguments: [
    (0.1, "0.1"), (-0.25, "-0.25"), (100, "100"), (1e16, "10000000000000000"), (1.5e-9, "0.0000000015"),
    (1.25e20, "125000000000000000000"), (123.456, "123.456"), (0, "0"),
  ])
  func `a number is written with the shortest digits`(number: Double, text: String) {
    #expect(decimalText(number) == text)
  }

  @Test func `any number reads back from its digits`() {
    var random = SplitMix(seed: 7)
    for _ in 0..<2_000 {
      let number = Double(bitPattern: random.next())
      guard number.isFinite else { continue }
      #expect(scanNumber(decimalText(number)) == number)
    }
  }

  @Test(arguments: [
    ("roel", ["role", "rows"], "role"), ("token", ["tokens", "dims"], "tokens"), ("rise", ["rises"], "rises"),
    ("dog-some", ["dog-sum", "dog-1"], "dog-sum"), ("softmx", ["softmax", "sum"], "softmax"),
    ("k", ["K"], "K"),
  ])
  func `a slip for every three letters is forgiven`(word: String, among: [String], meant: String) {
    #expect(suggestion(for: word, among: among) == meant)
  }

  @Test(arguments: [("L", ["K", "Q"]), ("cat", ["dog", "quickly"]), ("ab", ["abcd"]), ("", ["a"])])
  func `a strange word suggests nothing`(word: String, among: [String]) {
    #expect(suggestion(for: word, among: among) == nil)
  }
}
