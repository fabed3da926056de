import AttentionCore

/// Numbers in complaints.
extension Verdict {
  /// The two sides with as many decimals as it takes to tell them apart.
  func texts(digits: Int) -> (left: String, right: String) {
    for digits in digits..<7 {
      let texts = (left.text(digits: digits), right.text(digits: digits))
      if texts.0 != texts.1 { return texts }
    }
    return (left.text(digits: 7), right.text(digits: 7))
  }

  /// `0.65, needs ≥ 0.80`.
  func reason(for comparison: Comparison, in worksheet: Worksheet) -> String {
    let (left, right) = texts(digits: worksheet.digits(of: comparison.left))
    let tolerance = comparison.tolerance > 1e-9 ? " ± \(plainText(comparison.tolerance))" : ""
    return "\(left), needs \(comparison.sign.rawValue) \(right)\(tolerance)"
  }
}

extension Cell {
  fileprivate func text(digits: Int) -> String {
    switch self {
    case .number(let number): fixedText(number, digits: digits)
    case .closed: "a closed cell"
    case .missing(let reason): "no value (\(reason.sentence))"
    }
  }
}

/// A number with so many decimals; in full where it is too large to be cut.
func fixedText(_ number: Double, digits: Int) -> String {
  var scale = 1.0
  for _ in 0..<digits { scale *= 10 }
  let scaled = (number.magnitude * scale).rounded()
  // Beyond this not every whole number is a double, and soon none is an Int.
  guard scaled < 1e15 else { return plainText(number) }
  let all = String(Int(scaled))
  let padded = String(repeating: "0", count: max(0, digits + 1 - all.count)) + all
  let sign = number < 0 && scaled > 0 ? "-" : ""
  return sign + padded.dropLast(digits) + (digits == 0 ? "" : "." + padded.suffix(digits))
}

/// A number without needless decimals: 5, 0.05.
func plainText(_ number: Double) -> String {
  let text = "\(number)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
