/// Reads a number as lesson files and `--set` write it: `-?digits[.digits]`; nil for anything else.
public func scanNumber(_ text: some StringProtocol) -> Double? {
  var rest = Substring(text)
  if rest.first == "-" { rest.removeFirst() }
  let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
  guard parts.allSatisfy({ part in !part.isEmpty && part.allSatisfy(\.isASCIIDigit) }),
    let number = Double(String(text)), number.isFinite
  else { return nil }
  return number
}

/// The shortest digits that `scanNumber` reads back as the same number, never with an exponent: `0.00001`.
func decimalText(_ number: Double) -> String {
  let shortest = "\(abs(number))"
  let parts = shortest.split(separator: "e")
  let point = parts[0].split(separator: ".")
  let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
  let fraction = point.count > 1 && point[1] != "0" ? point[1] : ""
  let digits = Array(point[0] + fraction)
  // How many of the digits stand before the decimal point; beyond either end stand zeros.
  let whole = point[0].count + exponent
  var text = number < 0 ? "-" : ""
  if whole <= 0 {
    text += "0"
  } else {
    for place in 0..<whole { text.append(place < digits.count ? digits[place] : "0") }
  }
  if whole < digits.count {
    text += "." + String(repeating: "0", count: max(0, -whole)) + String(digits[max(0, whole)...])
  }
  return text
}

/// A number as a formula writes it, with its decimals: 3.10 stays 3.10, and equals 3.1.
public struct Literal: Hashable, Sendable {
  public let value: Double
  /// How many digits follow the decimal point.
  public let decimals: Int

  init(value: Double, decimals: Int = 0) {
    self.value = value
    self.decimals = decimals
  }

  var text: String {
    let shortest = decimalText(value)
    let point = shortest.firstIndex(of: ".")
    let written = point.map { shortest.distance(from: $0, to: shortest.endIndex) - 1 } ?? 0
    guard decimals > written else { return shortest }
    return shortest + (point == nil ? "." : "") + String(repeating: "0", count: decimals - written)
  }

  public static func == (left: Literal, right: Literal) -> Bool { left.value == right.value }

  public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

extension Character {
  var isASCIILetter: Bool {
    asciiValue.map { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") } ?? false
  }
  var isASCIIDigit: Bool { asciiValue.map { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } ?? false }
}
