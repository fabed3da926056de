import Testing

@testable import AttentionCore

@Suite struct ExplanationTests {
  /// The sides of an explanation with numbers to three decimals, and its result.
  private func line(_ explanation: Explanation?, in worksheet: Worksheet) -> String {
    guard let explanation else { return "none" }
    let sides = explanation.sides.map { side in
      side.map { piece in
        switch piece {
        case .sign(let sign): sign
        case .remark(let remark): text(remark)
        case .quantity(let quantity): text(quantity.cell)
        }
      }.joined()
    }
    return (sides + [text(explanation.result)]).joined(separator: " = ")
  }

  private func text(_ remark: Remark) -> String {
    switch remark {
    case .columns(let matrix): "columns of \(matrix)"
    case .atTheStart: "at the start"
    case .closed: "closed"
    case .notAmongTheLargest: "not among the largest"
    case .nothingToAttendTo: "nothing to attend to"
    }
  }

  private func text(_ cell: Cell) -> String {
    switch cell {
    case .number(let number):
      Literal(value: (number * 1000).rounded(.toNearestOrAwayFromZero) / 1000).text
    case .closed: "··"
    case .missing: "--"
    }
  }

  private func explain(_ worksheet: Worksheet, _ name: String, _ row: Int, _ column: Int) -> Explanation? {
    worksheet.explanation(of: worksheet.reference(name, row: row, column: column))
  }

  @Test func `a score is explained by its three products`() throws {
    let worksheet = try twoTokens()
    let explanation = try #require(explain(worksheet, "S", 0, 0))
    guard case .sumOfProducts(let terms) = explanation.calculation else {
      Issue.record("a product is explained by its terms")
      return
    }
    #expect(isNear(terms.compactMap(\.product), [0.1188, 0.2304, 0.5402]))
    #expect(isNear([explanation.result.number ?? .nan], [0.8894]))
    #expect(line(explanation, in: worksheet) == "0.22×0.54 + 0.64×0.36 + 0.73×0.74 = 0.889")
  }

  @Test func `the right factors of Q · Kᵀ come from K`() throws {
    let worksheet = try twoTokens()
    let explanation = try #require(explain(worksheet, "S", 0, 0))
    let names = explanation.sources.compactMap { worksheet.name(of: $0) }
    let expected = (0..<3).flatMap { k in
      [CellAddress(name: "Q", row: 0, column: k), CellAddress(name: "K", row: 0, column: k)]
    }
    #expect(names == expected)
    #expect(explanation.sources.allSatisfy { worksheet.explanation(of: $0) == nil })
  }

  @Test func `a weight is explained by powers and by shares`() throws {
    let worksheet = try twoTokens()
    let explanation = try #require(explain(worksheet, "A", 0, 0))
    guard case .share(let exponents, let shift, let powers, let sum, let index) = explanation.calculation
    else {
      Issue.record("a softmax is explained by a share")
      return
    }
    #expect(exponents.compactMap(\.cell.number).count == 2)
    #expect(shift == 0 && index == 0)
    #expect(isNear(powers, [2.433669011734786, 3.3201169227365472]))
    #expect(isNear([sum], [5.753785934471333]))
    #expect(
      line(explanation, in: worksheet) == "e^0.889 ÷ (e^0.889 + e^1.2) = 2.434 ÷ 5.754 = 0.423")
  }

  static let lines: [(String, Int, Int, String)] = [
    ("O", 0, 0, "0.423×0.12 + 0.577×0.62 = 0.409"),
    ("sum", 0, 0, "0.54 + 0.36 + 0.74 = 1.64"),
    ("plus", 0, 1, "1.2 + (-2) = -0.8"),
    ("minus", 0, 0, "0.889 − 1 = -0.111"),
    ("times", 0, 1, "1.2×2 = 2.4"),
    ("over", 0, 0, "0.889 ÷ 1.732 = 0.513"),
    ("root", 0, 0, "√3 = 1.732"),
    ("wide", 0, 0, "columns of K = 3"),
    ("negated", 0, 1, "−1.2 = -1.2"),
    ("unnegated", 0, 1, "−(-1.2) = 1.2"),
    ("before", 0, 1, "at the start: 1.2 = 1.2"),
    ("nested", 0, 0, "0.22×(-0.54) + 0.64×(-0.36) + 0.73×(-0.74) = -0.889"),
    ("signed", 0, 0, "-0.54×0.54 + (-0.36)×0.36 + (-0.74)×0.74 = -0.969"),
    ("broken", 0, 0, "1 ÷ 0 = --"),
    ("moved", 0, 0, "0.22×0.54 + 0.64×0.36 + 0.73×0.74 = 0.889"),
    ("copied", 0, 0, "0.22×0.54 + 0.64×0.36 + 0.73×0.74 = 0.889"),
    ("power", 0, 0, "e^0.889 = 2.434"),
    ("powerOfLess", 0, 0, "e^(-0.889) = 0.411"),
    ("logarithm", 0, 0, "ln 0.423 = -0.86"),
    ("sine", 0, 0, "sin 1 = 0.841"),
    ("cosine", 0, 0, "cos 1 = 0.54"),
    ("size", 0, 1, "|-1.2| = 1.2"),
    ("largest", 0, 0, "max(0.54, 0.36, 0.74) = 0.74"),
    ("bits", 0, 0, "0.423×log₂(1÷0.423) + 0.577×log₂(1÷0.577) = 0.983"),
    ("P", 0, 0, "0.889, closed = ··"),
    ("P", 0, 1, "1.2 = 1.2"),
    ("few", 0, 0, "0.889, not among the largest = ··"),
    ("few", 0, 1, "1.2 = 1.2"),
    ("open", 0, 0, "0 ÷ (e^1.2) = 0 ÷ 3.32 = 0"),
    ("open", 0, 1, "e^1.2 ÷ (e^1.2) = 3.32 ÷ 3.32 = 1"),
    ("shut", 0, 0, "nothing to attend to = 0"),
    ("turned", 0, 0, "0.22×cos 30° − 0.64×sin 30° = -0.129"),
    ("turned", 0, 1, "0.22×sin 30° + 0.64×cos 30° = 0.664"),
    ("turned", 1, 1, "-0.22×sin 30° + (-0.64)×cos 30° = -0.664"),
    ("beside", 0, 2, "0.22×0.54 + 0.64×0.36 + 0.73×0.74 = 0.889"),
    ("above", 1, 1, "e^1.2 ÷ (e^0.889 + e^1.2) = 3.32 ÷ 5.754 = 0.577"),
    ("lost", 0, 0, "-- = --"),
    ("Q", 0, 0, "none"),
    ("constant", 0, 0, "none"),
    ("S", 0, 9, "none"),
    ("nothing", 0, 0, "none"),
  ]

  @Test(arguments: lines)
  func `each operation explains its cells`(name: String, row: Int, column: Int, expected: String) throws {
    let definitions =
      try twoTokens().definitions + [
        formula("sum1", "sum(K)"), formula("plus", "S + (0 - 2)"), formula("minus", "S - 1"),
        formula("times", "S * 2"), formula("over", "S / √columns(K)"), formula("root", "√columns(K)"),
        formula("wide", "columns(K)"), formula("negated", "-S"), formula("unnegated", "-negated"),
        formula("before", "was(S)"), formula("nested", "Q · (-K)ᵀ"), formula("signed", "-K · Kᵀ"),
        formula("broken", "1 / (S - S)"), formula("moved", "Sᵀ[dog]ᵀ"), formula("copied", "S"),
        formula("constant", "3"), formula("power", "exp(S)"), formula("powerOfLess", "exp(-S)"),
        formula("logarithm", "log(A)"), formula("sine", "sin(1)"), formula("cosine", "cos(1)"),
        formula("size", "abs(-S)"), formula("largest", "max(K)"), formula("bits", "entropy(A)"),
        formula("P", "mask(S, concat(0, 1))"), formula("few", "topk(S, 1)"), formula("open", "softmax(P)"),
        formula("shut", "softmax(mask(S, 0 * S))"), formula("lost", "softmax(S / 0)"),
        formula("turned", "rotate(stack(Q, -Q)[*,1..2], 30)"), formula("beside", "concat(A, S)"),
        formula("above", "stack(S, A)"),
      ]
    let worksheet = try Worksheet(definitions)
    let explanation = explain(worksheet, name == "sum" ? "sum1" : name, row, column)
    #expect(line(explanation, in: worksheet) == expected)
  }

  static let gradients: [(String, Int, Int, String)] = [
    ("G_K", 0, 0, "-0.577×0.22 = -0.127"), ("G_K", 1, 2, "0.577×0.73 = 0.421"),
    ("G_Q", 0, 0, "-0.577×0.54 + 0.577×0.1 = -0.254"),
    ("G_S", 0, 0, "-2.364×0.244 + 0×(-0.244) = -0.577"), ("G_A", 0, 0, "-1×2.364 = -2.364"),
    ("G_V", 0, 0, "0 = 0"), ("F_V", 0, 1, "-0.346×0.423 = -0.146"),
    ("F_O", 0, 0, "0.289 = 0.289"), ("F_miss", 0, 0, "0.5×0.289 + 0.5×0.289 = 0.289"),
    ("F_t", 0, 0, "0.289×(-1) = -0.289"), ("D_K", 0, 0, "1 = 1"), ("D_K", 0, 1, "0 = 0"),
    ("N_K", 0, 0, "-- = --"), ("H_K", 0, 0, "-- + --×(-1) = --"),
  ]

  @Test(arguments: gradients)
  func `a gradient is explained by the chain rule, a term for each use`(
    name: String, row: Int, column: Int, expected: String
  ) throws {
    let worksheet = try Worksheet(
      twoTokens().definitions + [
        input("y", [[1, 0]]), input("t", [[0.12, 0.84, 0.51]]), formula("loss", "-sum(y * log(A))"),
        formula("G_A", "grad(loss, A)"), formula("G_S", "grad(loss, S)"), formula("G_K", "grad(loss, K)"),
        formula("G_Q", "grad(loss, Q)"), formula("G_V", "grad(loss, V)"), formula("miss", "O - t"),
        formula("far", "sum(miss * miss) / 2"), formula("F_V", "grad(far, V)"),
        formula("F_O", "grad(far, O)"), formula("F_miss", "grad(far, miss)"), formula("F_t", "grad(far, t)"),
        formula("corner", "Kᵀ[1,dog]"), formula("D_K", "grad(corner, K)"),
        formula("none", "sum(K[dog]) / 0"), formula("N_K", "grad(none, K)"),
        formula("edge", "√(K[dog,1] - K[dog,1])"), formula("H_K", "grad(edge, K)"),
      ])
    #expect(line(explain(worksheet, name, row, column), in: worksheet) == expected)
  }

  @Test func `the factors of a gradient lead to its matrices, also to those of other gradients`() throws {
    let worksheet = try Worksheet(
      twoTokens().definitions + [
        input("y", [[1, 0]]), formula("loss", "-sum(y * log(A))"), formula("G_K", "grad(loss, K)"),
        formula("other", "sum(S)"), formula("others", "grad(other, S)"), formula("G_S", "grad(loss, S)"),
      ])
    let names = explain(worksheet, "G_K", 1, 2)?.sources.map { worksheet.name(of: $0) }
    #expect(
      names == [
        CellAddress(name: "G_S", row: 0, column: 1), CellAddress(name: "Q", row: 0, column: 2),
      ])
    #expect(explain(worksheet, "G_S", 0, 0)?.sources.isEmpty == true)
  }

  @Test func `the start of a cell is said with its number and leads nowhere`() throws {
    var worksheet = try Worksheet(twoTokens().definitions + [formula("before", "was(S)")])
    try worksheet.edit("K[dog,3] = 3")
    let explanation = try #require(explain(worksheet, "before", 0, 0))
    #expect(line(explanation, in: worksheet) == "at the start: 0.889 = 0.889")
    #expect(explanation.sources.isEmpty)
  }

  @Test func `large exponents are shown after subtracting the largest`() throws {
    let worksheet = try Worksheet([
      input("S", [[-745, -746]], range: -1000...1000), formula("A", "softmax(S)"),
    ])
    let explanation = explain(worksheet, "A", 0, 1)
    #expect(line(explanation, in: worksheet) == "e^(-1) ÷ (e^0 + e^(-1)) = 0.368 ÷ 1.368 = 0.269")
  }

  @Test func `a term without a name can be followed to its own line`() throws {
    let worksheet = try Worksheet([
      input("Q", [[1, 2]]), input("K", [[3, 4]]), formula("Z", "Q · Kᵀ / √columns(K)"),
    ])
    let quotient = try #require(explain(worksheet, "Z", 0, 0))
    #expect(quotient.sources.map { worksheet.name(of: $0) } == [nil, nil])
    #expect(line(worksheet.explanation(of: quotient.sources[0]), in: worksheet) == "1×3 + 2×4 = 11")
    let root = try #require(worksheet.explanation(of: quotient.sources[1]))
    #expect(line(root, in: worksheet) == "√2 = 1.414")
    #expect(line(worksheet.explanation(of: root.sources[0]), in: worksheet) == "columns of K = 2")
  }

  @Test func `a typed-over cell is explained by nothing and followed no further`() throws {
    var worksheet = try Worksheet([input("X", [[1, 2]]), formula("S", "2 * X"), formula("Z", "S")])
    try worksheet.edit("Z[1,1] = 7")
    #expect(explain(worksheet, "Z", 0, 0) == nil)
    #expect(line(explain(worksheet, "Z", 0, 1), in: worksheet) == "2×2 = 4")
    let typed = worksheet.reference("Z", row: 0, column: 0)
    #expect(worksheet.origin(of: typed) == typed)
  }

  static let decimals: [(String, Int)] = [
    ("Q", 2), ("S", 3), ("A", 3), ("four", 4), ("K_T", 2), ("count", 0), ("nothing", 3),
  ]

  @Test(arguments: decimals)
  func `inputs are explained with their own decimals, computed numbers with at least three`(
    name: String, digits: Int
  ) throws {
    let worksheet = try Worksheet(
      twoTokens().definitions + [
        formula("four", "2 * S", digits: 4), formula("K_T", "Kᵀ"), formula("count", "columns(K)"),
      ])
    #expect(worksheet.digits(of: worksheet.reference(name, row: 0, column: 0)) == digits)
  }

  @Test func `a reference to no cell has no number and no name`() throws {
    let worksheet = try twoTokens()
    for reference in [
      worksheet.reference("nothing", row: 0, column: 0), worksheet.reference("S", row: 0, column: 2),
      worksheet.reference("S", row: -1, column: 0),
    ] {
      #expect(worksheet.cell(reference).number == nil)
      #expect(worksheet.name(of: reference) == nil)
      #expect(worksheet.origin(of: reference) == reference)
    }
  }
}
