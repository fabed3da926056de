import Testing

@testable import AttentionCore

// Lines of worksheets, as a lesson would write them.

let tokens = ["dog", "quickly"]
let sentence = ["The", "dog", "ran", "quickly"]

func axis(_ names: [String]?, _ count: Int) -> Axis { names.map(Axis.init(names:)) ?? Axis(count: count) }

func input(
  _ name: String, _ cells: [[Double]], rows: [String]? = nil, columns: [String]? = nil,
  role: MatrixRole? = nil, range: ClosedRange<Double> = -9.99...9.99, isFixed: Bool = false
) -> Definition {
  let shape = Shape(rows: axis(rows, cells.count), columns: axis(columns, cells.first?.count ?? 0))
  let input = Input(shape: shape, numbers: cells.flatMap(\.self), range: range, isFixed: isFixed)
  return Definition(name: name, source: .input(input), role: role)
}

func formula(_ name: String, _ text: String, role: MatrixRole? = nil, digits: Int? = nil) throws -> Definition
{
  Definition(name: name, source: .formula(try Formula(parsing: text)), role: role, digits: digits)
}

/// Lesson 1: one query, two tokens, three dimensions.
func twoTokens() throws -> Worksheet {
  try Worksheet([
    input("Q", [[0.22, 0.64, 0.73]], rows: ["quickly"], role: .query),
    input("K", [[0.54, 0.36, 0.74], [0.10, 0.70, 1.00]], rows: tokens, role: .key),
    input("V", [[0.12, 0.84, 0.51], [0.62, 0.24, 0.33]], rows: tokens, role: .value),
    formula("S", "Q · Kᵀ"),
    formula("A", "softmax(S)"),
    formula("O", "A · V"),
  ])
}

/// Lesson 2: the whole sentence.
func wholeSentence() throws -> Worksheet {
  try Worksheet([
    input(
      "Q", [[2.16, -1.93, -1.78], [1.02, 0.44, -1.72], [0.96, -0.84, 1.41], [0.22, 0.64, 0.73]],
      rows: sentence, role: .query),
    input(
      "K", [[-0.70, 0.30, -0.01], [0.54, 0.36, 0.74], [0.71, 1.49, 0.65], [0.10, 0.70, 1.00]],
      rows: sentence, role: .key),
    input(
      "V", [[0.05, 0.11, 0.07], [0.12, 0.84, 0.51], [0.91, 0.30, 0.71], [0.62, 0.24, 0.33]],
      rows: sentence, role: .value),
    formula("S", "Q · Kᵀ"),
    formula("A", "softmax(S)"),
    formula("heard", "sum(Aᵀ)", digits: 2),
    formula("O", "A · V"),
  ])
}

/// The numbers of a matrix, row by row; a cell without a number is NaN.
func numbers(_ matrix: Matrix?) -> [Double] {
  guard let matrix else { return [] }
  return (0..<matrix.rowCount).flatMap { row in
    (0..<matrix.columnCount).map { matrix[row: row, column: $0].number ?? .nan }
  }
}

func isNear(_ left: [Double], _ right: [Double], within tolerance: Double = 1e-12) -> Bool {
  left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) <= tolerance }
}

extension Worksheet {
  mutating func edit(_ text: String) throws {
    try apply(try Edit(parsing: text))
  }

  func numbers(_ text: String) throws -> [Double] {
    AttentionCoreTests.numbers(try value(of: try Formula(parsing: text)))
  }

  func holds(_ text: String) throws -> Bool {
    try verdict(on: try Comparison(parsing: text)).holds
  }
}

/// Lesson 4: Q, K and V are computed from embeddings.
func projections() throws -> Worksheet {
  let dims = ["noun", "action", "grammar", "manner"]
  return try Worksheet([
    input(
      "X", [[0.2, 0.2, 1.0, 0.0], [0.8, 0.4, 0.0, 0.2], [0.2, 0.8, 0.4, 0.2], [0.0, 0.4, 0.2, 0.8]],
      rows: sentence, columns: dims, role: .embedding),
    input(
      "W_Q", [[1.34, 0.46, -3.89], [-0.04, -0.61, 3.74], [1.90, -1.90, -1.75], [-0.18, 1.58, -0.52]],
      rows: dims, role: .parameter),
    input(
      "W_K", [[0.03, -0.53, 0.39], [1.47, 2.03, 0.56], [-1.00, 0.00, -0.20], [-0.36, -0.14, 1.02]],
      rows: dims, role: .parameter),
    input(
      "W_V", [[-0.53, 0.92, 0.18], [1.28, 0.13, 0.92], [-0.10, -0.10, -0.15], [0.16, 0.26, -0.01]],
      rows: dims, role: .parameter),
    formula("Q", "X · W_Q", role: .query), formula("K", "X · W_K", role: .key),
    formula("V", "X · W_V", role: .value),
    formula("S", "Q · Kᵀ"), formula("Z", "S / √columns(K)"), formula("A", "softmax(Z)"),
    formula("O", "A · V", digits: 3),
  ])
}
