/// A row of a matrix product, with the row on the left and all that it meets.
///
/// In a row of scores, Q · Kᵀ, they are a query and the keys; in a row of outputs, A · V, the weights and the columns of
/// the values.
public struct ProductRow: Hashable, Sendable {
  /// d numbers.
  public let left: [Quantity]
  /// The d numbers that the left row meets in each column of the product.
  public let columns: [[Quantity]]

  /// The rows of the right side: d of them, with a number for each column.
  public var rows: [[Quantity]] { left.indices.map { row in columns.map { $0[row] } } }
}

extension Worksheet {
  /// What a row of a product is made of; nil where it is none, or one of its cells is typed over.
  public func productRow(_ name: String, row: Int) -> ProductRow? {
    guard let matrix = self[name], (0..<matrix.rowCount).contains(row), matrix.columnCount > 0 else {
      return nil
    }
    var left: [Quantity]?
    var columns: [[Quantity]] = []
    for column in 0..<matrix.columnCount {
      let cell = reference(name, row: row, column: column)
      guard case .sumOfProducts(let terms)? = explanation(of: cell)?.calculation else { return nil }
      let factors = terms.map(\.left)
      // What `concat` put side by side may come from several products.
      guard left == nil || left == factors else { return nil }
      left = factors
      columns.append(terms.map(\.right))
    }
    return left.map { ProductRow(left: $0, columns: columns) }
  }
}

extension ProductRow {
  /// Whether the numbers on the left are shares of one whole, so that the product lies between what they mix: none of
  /// them is below 0, and they add up to 1 within 1e-9.
  public var isMixture: Bool {
    let shares = left.map { $0.cell.number ?? .nan }
    return shares.allSatisfy { $0 >= 0 } && abs(shares.reduce(-1, +)) <= 1e-9
  }
}
