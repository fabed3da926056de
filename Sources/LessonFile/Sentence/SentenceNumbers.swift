import AttentionCore

/// The inputs of a lesson about a sentence, row by row.
public struct SentenceNumbers: Hashable, Sendable {
  public var queries: [[Double]]
  public var keys: [[Double]]
  public var values: [[Double]]
  /// 1 is open, 0 is closed.
  public var mask: [[Double]]

  public static let dimensionCounts = 1...8

  /// Drawn by a seed: first the queries, then the keys, then the values.
  init(tokens: Int, dimensions: Int, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let matrices = (0..<3).map { _ in
      (0..<tokens).map { _ in (0..<dimensions).map { _ in random.entry() } }
    }
    (queries, keys, values) = (matrices[0], matrices[1], matrices[2])
    mask = (0..<tokens).map { row in (0..<tokens).map { $0 <= row ? 1 : 0 } }
  }

  /// As they are in a worksheet now; nil where it is none of such a lesson.
  public init?(_ worksheet: Worksheet) {
    func rows(_ name: String) -> [[Double]]? {
      guard let matrix = worksheet[name], worksheet.isInput(name) else { return nil }
      return (0..<matrix.rowCount).map { row in
        (0..<matrix.columnCount).map { matrix[row: row, column: $0].number ?? 0 }
      }
    }
    guard let queries = rows("Q"), let keys = rows("K"), let values = rows("V"), let mask = rows("M") else {
      return nil
    }
    (self.queries, self.keys, self.values, self.mask) = (queries, keys, values, mask)
  }

  /// Rows as a lesson file writes them: `[[0.54, 0.36], [0.10, 0.70]]`.
  static func text(_ rows: [[Double]], digits: Int = 2) -> String {
    let texts = rows.map { row in
      "[" + row.map { numberText($0, digits: digits) }.joined(separator: ", ") + "]"
    }
    return "[" + texts.joined(separator: ", ") + "]"
  }

  /// A number with so many decimals, or with all that it has.
  static func numberText(_ number: Double, digits: Int = 2) -> String {
    let short = fixedText(number, digits: digits)
    return Double(short) == number ? short : Formula.number(number).text
  }
}

extension SplitMix64 {
  /// From 0.10 to 1.50 in hundredths, with either sign.
  ///
  /// Nothing is near 0, so that each entry of a query can move its score.
  mutating func entry() -> Double {
    let drawn = next()
    let size = Double(10 + drawn % 141) / 100
    return drawn >> 63 == 0 ? size : -size
  }
}
