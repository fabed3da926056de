import Glibc
import Testing

@testable import Frames

struct NumberTextTests {
  @Test(
    arguments: [
      (0.889, 2, "0.89"), (12.345, 2, "12.35"), (2.675, 2, "2.67"), (0.125, 2, "0.12"), (0.375, 2, "0.38"),
      (0.5, 0, "0"), (1.5, 0, "2"), (2.5, 0, "2"), (-0.5, 0, "0"), (-0.004, 2, "0.00"), (-0.0, 2, "0.00"),
      (-0.006, 2, "-0.01"), (0.999, 2, "1.00"), (9.995, 2, "9.99"), (-9.99, 2, "-9.99"),
      (1e6, 3, "1000000.000"),
      (123456.789, 1, "123456.8"), (.leastNonzeroMagnitude, 15, "0.000000000000000"),
      (1e22, 1, "10000000000000000000000.0"),
      (0.1, 15, "0.100000000000000"), (4e15, 3, "4000000000000000.000"), (7, -1, "7"),
      (.nan, 2, "nan"), (-.infinity, 2, "-inf"), (.infinity, 0, "inf"),
    ] as [(Double, Int, String)])
  func `a number is rounded from its exact value`(value: Double, digits: Int, text: String) {
    #expect(numberText(value, digits: digits) == text)
  }

  @Test func `a decimal comma stands where the point stood`() {
    #expect(numberText(-1.25, digits: 1, decimal: .comma) == "-1,2")
    #expect(numberText(1e300, digits: 2, decimal: .comma).hasSuffix(",00"))
    #expect(numberText(3, digits: 0, decimal: .comma) == "3")
  }

  @Test func `100,000 random numbers and ties read as printf writes them`() {
    var random = SplitMix(seed: 1)
    var differences: [String] = []
    for round in 0..<100_000 {
      let digits = Int.random(in: 0...7, using: &random)
      let value: Double =
        switch round % 4 {
        case 0: .random(in: -1e6...1e6, using: &random)
        case 1: .random(in: -1...1, using: &random)
        // A whole number of 1024ths: many of them lie exactly between two decimals.
        case 2: Double(Int.random(in: -9999...9999, using: &random)) / 1024
        // A decimal with one digit more than is shown, ending in 5.
        default: Double(Int.random(in: -99999...99999, using: &random) * 10 + 5) / pow(10, Double(digits + 1))
        }
      let own = numberText(value, digits: digits)
      let printed = printf(value, digits: digits)
      if own != printed { differences.append("\(value) with \(digits) digits: \(own), not \(printed)") }
    }
    #expect(differences.isEmpty)
  }

  @Test func `any pattern of bits reads as printf writes it`() {
    var random = SplitMix(seed: 2)
    for _ in 0..<20_000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      let digits = Int.random(in: 0...15, using: &random)
      #expect(numberText(value, digits: digits) == printf(value, digits: digits))
    }
  }

  @Test(
    arguments: [
      (0.1, "0.1"), (12, "12.0"), (-0.0, "0.0"), (5e-5, "0.00005"), (-1.25e-7, "-0.000000125"),
      (1e-8, "1e-08"),
      (1e16, "10000000000000000.0"), (-1.5e20, "-150000000000000000000.0"), (1e21, "1e+21"),
      (0.1 + 0.2, "0.30000000000000004"), (1.2345678901234567e17, "123456789012345660.0"),
    ] as [(Double, String)])
  func `the shortest text has no exponent where that reads well`(value: Double, text: String) {
    #expect(shortestText(value) == text)
  }

  @Test func `the shortest text reads back as the same number`() {
    var random = SplitMix(seed: 3)
    for _ in 0..<20_000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      #expect(Double(shortestText(value)) == value)
      let small = Double.random(in: -1e-3...1e-3, using: &random)
      #expect(Double(shortestText(small)) == small)
    }
  }

  /// What C writes, without the minus of a number whose digits are all 0.
  private func printf(_ value: Double, digits: Int) -> String {
    var characters = [CChar](repeating: 0, count: 400)
    let length = withVaList([Int32(digits), value]) { vsnprintf(&characters, characters.count, "%.*f", $0) }
    let text = String(decoding: characters[..<Int(length)].map(UInt8.init(bitPattern:)), as: UTF8.self)
    return text.allSatisfy({ "-0.".contains($0) }) ? String(text.drop { $0 == "-" }) : text
  }
}
