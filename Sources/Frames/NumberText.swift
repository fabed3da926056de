import Glibc

/// The sign between the whole part and the fraction of a number.
public enum DecimalSign: String, Hashable, Sendable, CaseIterable {
  case point, comma
}

/// A number with a fixed number of digits after the decimal sign, rounded as C's `printf("%.*f")` rounds.
///
/// The exact value of the double is rounded to the nearest decimal, ties to the even digit. The sign is an ASCII
/// minus; a number whose digits are all 0 has none. Takes 15 digits at most. What is not finite reads `nan`,
/// `inf` or `-inf`.
public func numberText(_ value: Double, digits: Int, decimal: DecimalSign = .point) -> String {
  let digits = min(max(digits, 0), 15)
  guard let units = roundedUnits(of: value.magnitude, digits: digits) else {
    return printedText(value, digits: digits, decimal: decimal)
  }
  return decimalText(units, digits: digits, isNegative: value.sign == .minus && units > 0, decimal: decimal)
}

/// 1, 10, 100 … as far as 63 bits reach.
private let powersOfTen: [UInt64] = (0...18).map { exponent in
  (0..<exponent).reduce(1) { power, _ in power * 10 }
}

/// |value|·10^digits rounded to the nearest integer, ties to even; nil where that does not fit 63 bits.
///
/// A double is m·2^e with an integer m below 2^53, and m·10^15 is below 2^103: the product is exact in 128 bits.
private func roundedUnits(of value: Double, digits: Int) -> UInt64? {
  guard value * Double(powersOfTen[digits]) < 0x1p62 else { return nil }
  // Subnormal numbers have an exponent pattern of 0 and no leading 1 but the exponent of pattern 1.
  let pattern = Int(value.exponentBitPattern)
  let leadingOne: UInt64 = pattern == 0 ? 0 : 1 << 52
  let exponent = max(pattern, 1) - 1075
  let product = (value.significandBitPattern | leadingOne).multipliedFullWidth(by: powersOfTen[digits])
  let scaled = UInt128(product.high) << 64 | UInt128(product.low)
  if exponent >= 0 { return UInt64(scaled << UInt128(exponent)) }
  guard exponent > -128 else { return 0 }
  let shift = UInt128(-exponent)
  let floor = scaled >> shift
  let rest = scaled & (1 << shift - 1)
  let half: UInt128 = 1 << (shift - 1)
  let isRoundedUp = rest > half || (rest == half && floor & 1 == 1)
  return UInt64(floor) + (isRoundedUp ? 1 : 0)
}

private func decimalText(_ units: UInt64, digits: Int, isNegative: Bool, decimal: DecimalSign) -> String {
  var digitCount = digits + 1
  while digitCount < powersOfTen.count && units >= powersOfTen[digitCount] { digitCount += 1 }
  let length = digitCount + (digits > 0 ? 1 : 0) + (isNegative ? 1 : 0)
  return String(unsafeUninitializedCapacity: length) { buffer in
    var rest = units
    var place = length
    for written in 0..<digitCount {
      if written == digits && digits > 0 {
        place -= 1
        buffer[place] = decimal.byte
      }
      place -= 1
      buffer[place] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
    if isNegative { buffer[0] = UInt8(ascii: "-") }
    return length
  }
}

/// The way of the C library, for numbers too large for the exact way above.
private func printedText(_ value: Double, digits: Int, decimal: DecimalSign) -> String {
  if value.isNaN { return "nan" }
  // The largest double has 309 digits before the decimal sign.
  let text = String(unsafeUninitializedCapacity: 352) { buffer in
    buffer.withMemoryRebound(to: CChar.self) { characters in
      withVaList([Int32(digits), value]) {
        Int(vsnprintf(characters.baseAddress, characters.count, "%.*f", $0))
      }
    }
  }
  return decimal == .comma ? String(text.map { $0 == "." ? "," : $0 }) : text
}

extension DecimalSign {
  fileprivate var byte: UInt8 {
    switch self {
    case .point: UInt8(ascii: ".")
    case .comma: UInt8(ascii: ",")
    }
  }
}

/// The shortest decimal that reads back as the same number, for JSON and CSV: `0.1`, `12.0`, `0.00005`.
///
/// An exponent appears only below 1e-7 and from 1e21 on. The number has to be finite; −0 reads `0.0`.
public func shortestText(_ value: Double) -> String {
  let text = value == 0 ? "0.0" : value.description
  guard let mark = text.firstIndex(of: "e"), (1e-7..<1e21).contains(value.magnitude),
    let exponent = Int(text[text.index(after: mark)...])
  else { return text }
  let sign = value < 0 ? "-" : ""
  let digits = text[..<mark].filter(\.isNumber)
  if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits }
  return sign + digits + String(repeating: "0", count: exponent + 1 - digits.count) + ".0"
}
