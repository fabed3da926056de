/// What an edit changes, or a step shows: a matrix or a part of it, as in `K[dog,3]`.
public struct Target: Hashable, Sendable {
  public let name: String
  public let rows: Index
  public let columns: Index
  let place: TextOffset
  let indexPlaces: IndexPlaces

  public init(name: String, rows: Index = .all, columns: Index = .all) {
    self.init(name: name, rows: rows, columns: columns, offset: 0, indexPlaces: IndexPlaces())
  }

  init(name: String, rows: Index, columns: Index, offset: Int, indexPlaces: IndexPlaces) {
    self.name = name
    self.rows = rows
    self.columns = columns
    place = TextOffset(offset)
    self.indexPlaces = indexPlaces
  }

  public init(parsing text: String) throws(FormulaError) {
    var parser = try Parser(text)
    self = try parser.target()
    try parser.end()
  }

  /// Whether it is a whole matrix.
  public var isWhole: Bool { rows == .all && columns == .all }

  public var text: String { isWhole ? name : name + bracketsText(rows: rows, columns: columns) }
}
