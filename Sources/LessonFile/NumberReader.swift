import AttentionCore

/// The numbers of lesson files: `-?digits[.digits]`, in plain letters.
extension LessonReader {
  /// The largest number that a cell may hold, and its negative the smallest.
  static let largestCell = 1e6

  /// A number; nil, with a complaint, for anything else.
  mutating func number(_ node: YAMLNode) -> Double? {
    guard let scalar = node.scalar else {
      faults.add(node.place, "expected a number, this is \(node.kind)")
      return nil
    }
    guard scalar.isPlain else {
      faults.add(node.place, "a number stands without quotes: \(scalar.text)")
      return nil
    }
    guard let number = scanNumber(scalar.text) else {
      faults.add(node.place, Self.refusal(of: scalar.text))
      return nil
    }
    guard abs(number) <= Self.largestCell else {
      faults.add(node.place, "\(scalar.text) is too large: numbers go up to 1000000")
      return nil
    }
    return number
  }

  /// A whole number in a range; nil, with a complaint, for anything else.
  mutating func wholeNumber(_ node: YAMLNode, _ name: String, in range: ClosedRange<Int>) -> Int? {
    if let scalar = node.scalar, scalar.isPlain, scanNumber(scalar.text) != nil,
      let number = Int(scalar.text),
      range.contains(number)
    {
      return number
    }
    faults.add(
      node.place,
      "\(name) is a whole number from \(range.lowerBound) to \(range.upperBound)"
        + (node.scalar.map { ", not \($0.text)" } ?? ""))
    return nil
  }

  /// Why a text is no number, and how it would be one.
  private static func refusal(of text: String) -> String {
    let isNegative = text.hasPrefix("-")
    let digits = isNegative || text.hasPrefix("+") ? text.dropFirst() : text[...]
    let candidates = [
      String(digits), "0\(digits)", String(digits.dropLast()), String(digits.map { $0 == "," ? "." : $0 }),
    ]
    let sign = isNegative ? "-" : ""
    guard digits.contains(where: \.isNumber), !digits.contains(where: \.isLetter),
      let meant = candidates.first(where: { scanNumber(sign + $0) != nil && !$0.hasPrefix("-") })
    else { return text.isEmpty ? "expected a number" : "\(text) is not a number" }
    return "\(text) is not a number: write \(sign)\(meant)"
  }
}
