import Testing

@testable import AttentionCore

@Suite struct ExtremesTests {
  private let largest = Double.greatestFiniteMagnitude

  private func value(_ text: String, _ x: [Double], _ y: [Double] = [0]) throws -> [Cell] {
    let worksheet = try Worksheet([input("x", [x]), input("y", [y])])
    let matrix = try worksheet.value(of: Formula(parsing: text))
    return (0..<matrix.columnCount).map { matrix[row: 0, column: $0] }
  }

  static let shares: [([Double], [Double])] = [
    ([1000, 1000], [0.5, 0.5]),
    ([-1000, -1000], [0.5, 0.5]),
    ([710, 0], [1, 0]),
    ([-745, -746], [0.7310585786300049, 0.2689414213699951]),
    ([1e308, 1e308], [0.5, 0.5]),
    ([.greatestFiniteMagnitude, -.greatestFiniteMagnitude], [1, 0]),
    ([0, -0.0], [0.5, 0.5]),
    ([.leastNonzeroMagnitude, 0], [0.5, 0.5]),
    ([3], [1]),
  ]

  @Test(arguments: shares)
  func `softmax is stable`(scores: [Double], shares: [Double]) throws {
    let cells = try value("softmax(x)", scores)
    #expect(isNear(cells.compactMap(\.number), shares, within: 1e-15))
  }

  static let missing: [(String, [Double], [Double], Missing)] = [
    ("x / y", [1], [0], .divisionByZero),
    ("x / y", [0], [0], .divisionByZero),
    ("√x", [-1], [0], .root),
    ("x * y", [1e308], [10], .overflow),
    ("x + y", [.greatestFiniteMagnitude], [.greatestFiniteMagnitude], .overflow),
    ("x - y", [-.greatestFiniteMagnitude], [.greatestFiniteMagnitude], .overflow),
    ("x / y", [1e308], [0.1], .overflow),
    ("x · yᵀ", [1e308, 1e308], [10, -10], .overflow),
    ("sum(x)", [1e308, 1e308], [0], .overflow),
    ("0 * (x / y)", [1], [0], .fromMissing),
    ("x / (x / y)", [1], [0], .fromMissing),
    ("-(x / y)", [1], [0], .fromMissing),
    ("√(x / y)", [1], [0], .fromMissing),
    ("sum(x / y)", [1, 2], [0, 1], .fromMissing),
    ("softmax(x / y)", [1, 2], [1, 0], .fromMissing),
    ("(x / y)ᵀ[1]", [1, 2], [0, 1], .divisionByZero),
    ("was(x / y)", [1], [0], .divisionByZero),
  ]

  @Test(arguments: missing)
  func `what has no value says why`(text: String, x: [Double], y: [Double], reason: Missing) throws {
    #expect(try value(text, x, y).first == .missing(reason))
  }

  @Test func `only what is computed from a missing cell is missing`() throws {
    let worksheet = try Worksheet([
      input("x", [[1, 2], [3, 4]]), input("d", [[1, 0], [1, 1]]), formula("q", "x / d"),
      formula("right", "q · x"), formula("left", "x · q"), formula("row", "sum(q)"), formula("cell", "q + x"),
      formula("shares", "softmax(q)"),
    ])
    func missing(_ name: String) -> [Bool] { numbers(worksheet[name]).map(\.isNaN) }
    #expect(missing("q") == [false, true, false, false])
    #expect(missing("right") == [true, true, false, false])
    #expect(missing("left") == [false, true, false, true])
    #expect(missing("row") == [true, false])
    #expect(missing("cell") == [false, true, false, false])
    #expect(missing("shares") == [true, true, false, false])
    #expect(try worksheet.numbers("columns(q)") == [2])
  }

  @Test func `a missing cell comes back when its cause is gone`() throws {
    let start = try Worksheet([input("x", [[1, 2]]), input("d", [[4, 2]]), formula("q", "x / d")])
    var worksheet = start
    try worksheet.edit("d = 0")
    #expect(worksheet["q"]?[row: 0, column: 1] == .missing(.divisionByZero))
    try worksheet.edit("d[1,1] = 4")
    try worksheet.edit("d[1,2] = 2")
    #expect(worksheet == start)
    #expect(worksheet.values == start.values)
  }

  @Test func `a number typed over a missing cell fills it`() throws {
    var worksheet = try Worksheet([input("x", [[1]]), formula("q", "x / 0"), formula("r", "q + 1")])
    try worksheet.edit("q[1,1] = 5")
    #expect(numbers(worksheet["r"]) == [6])
  }

  @Test func `no cell is infinite or not a number, whatever the inputs`() throws {
    var random = SplitMix(seed: 11)
    let extremes = [
      0, -0.0, .leastNonzeroMagnitude, 1e-308, 1, -1, 745, -745, 1e154, -1e154, 1e308, largest, -largest,
    ]
    for _ in 0..<200 {
      func cells() -> [[Double]] {
        (0..<2).map { _ in (0..<2).map { _ in extremes.randomElement(using: &random) ?? 0 } }
      }
      let worksheet = try Worksheet([
        input("x", cells()), input("y", cells()), formula("product", "x · yᵀ"),
        formula("sums", "x + y - 2 * x"),
        formula("quotients", "x / y"), formula("roots", "√product"), formula("weights", "softmax(product)"),
        formula("mixed", "softmax(x) · y"), formula("totals", "sum(x * y)"),
      ])
      for matrix in worksheet.values {
        #expect(matrix.numbers.allSatisfy { $0.isFinite })
      }
    }
  }
}
