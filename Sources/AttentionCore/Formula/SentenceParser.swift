/// The parts of edits and comparisons that are not formulas.
extension Parser {
  mutating func target() throws(FormulaError) -> Target {
    reader.skipBlanks()
    let start = reader.position
    guard let name = takeName() else { throw complaint("expected a matrix, found \(reader.found)") }
    let brackets = try brackets() ?? (.all, .all, IndexPlaces())
    return Target(
      name: name, rows: brackets.rows, columns: brackets.columns, offset: start, indexPlaces: brackets.places)
  }

  mutating func comparisonSign() throws(FormulaError) -> (Comparison.Sign, TextOffset) {
    reader.skipBlanks()
    let place = TextOffset(reader.position)
    if reader.take("==") {
      throw FormulaError(message: "write one =", offset: place.characters)
    }
    if reader.take("<=") { return (.atMost, place) }
    if reader.take(">=") { return (.atLeast, place) }
    for sign in Comparison.Sign.allCases where reader.take(sign.rawValue) { return (sign, place) }
    throw complaint("expected =, <, >, <= or >=, found \(reader.found)")
  }

  /// `± number`, if it comes next.
  mutating func tolerance() throws(FormulaError) -> Literal? {
    guard reader.take("±") || reader.take("+/-") else { return nil }
    reader.skipBlanks()
    guard reader.peek()?.isASCIIDigit == true || reader.peek() == "." else {
      throw complaint("expected a number after ±, found \(reader.found)")
    }
    return try number()
  }
}
