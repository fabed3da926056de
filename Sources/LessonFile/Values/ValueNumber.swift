/// Reads a number as spreadsheets and programs write it: `[+-]digits[.digits][e[+-]digits]`, with at least one digit.
///
/// There is no NaN, no infinity, no hexadecimal number, and nothing that separates thousands.
struct ValueNumber {
  private static let longest = 32

  /// - Parameter commas: Whether the decimal sign may be a comma, since nothing else here is one.
  static func read(_ text: some StringProtocol, commas: Bool) throws(ValueNumberError) -> Double {
    let text = trimmed(text)
    guard !text.isEmpty else { throw ValueNumberError("here is no number") }
    guard text.count <= longest else {
      throw ValueNumberError("a number has at most \(longest) characters, this one has \(text.count)")
    }
    guard let parts = Parts(text, commas: commas) else {
      throw ValueNumberError("\(text) is not a number" + hint(text, commas: commas))
    }
    // 1,000 is a thousand to one reader and one to another.
    if parts.sign == ",", parts.fraction.count == 3, parts.whole.count <= 3, parts.whole != "0" {
      throw ValueNumberError("\(text) may mean two things: write \(parts.whole).\(parts.fraction)")
    }
    guard let number = Double(parts.plain), number.isFinite else {
      throw ValueNumberError("\(text) is too large to hold")
    }
    guard number != 0 || (parts.whole + parts.fraction).allSatisfy({ $0 == "0" }) else {
      throw ValueNumberError("\(text) is too small to hold: write 0")
    }
    // There is no −0 anywhere.
    return number == 0 ? 0 : number
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let rest = text.drop { $0 == " " || $0 == "\t" }
    return String(String(rest.reversed()).drop { $0 == " " || $0 == "\t" }.reversed())
  }

  private static func hint(_ text: String, commas: Bool) -> String {
    guard !commas, let parts = Parts(text, commas: true) else { return "" }
    return ": write \(parts.plain)"
  }

  /// A number taken apart.
  private struct Parts {
    var whole: String
    var fraction: String
    /// The decimal sign; nil: none.
    var sign: Character?
    /// As Swift reads it.
    var plain: String

    init?(_ text: String, commas: Bool) {
      var rest = text[...]
      func digits() -> String {
        let digits = rest.prefix { $0 >= "0" && $0 <= "9" && $0.isASCII }
        rest = rest.dropFirst(digits.count)
        return String(digits)
      }
      plain = ""
      if let first = rest.first, "+-\u{2212}".contains(first) {
        if first != "+" { plain = "-" }
        rest.removeFirst()
      }
      whole = digits()
      fraction = ""
      if let first = rest.first, first == "." || (commas && first == ",") {
        sign = first
        rest.removeFirst()
        fraction = digits()
      }
      guard !whole.isEmpty || !fraction.isEmpty else { return nil }
      plain += (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + fraction)
      if rest.first == "e" || rest.first == "E" {
        rest.removeFirst()
        var exponent = "e"
        if let first = rest.first, first == "+" || first == "-" {
          exponent.append(first)
          rest.removeFirst()
        }
        let power = digits()
        guard (1...3).contains(power.count) else { return nil }
        plain += exponent + power
      }
      guard rest.isEmpty else { return nil }
    }
  }
}

/// Why a text is no number that can be used.
struct ValueNumberError: Error {
  let message: String

  init(_ message: String) { self.message = message }
}
