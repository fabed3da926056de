import Testing

@testable import AttentionCore

/// The learning lesson against `LearningFigures`.
@Suite struct LearningTests {
  private func learning(eta: Double = 1) throws -> Worksheet {
    try Worksheet(
      twoTokens().definitions + [
        input("eta", [[eta]], range: -10...10),
        input("y", [[1, 0]], rows: ["quickly"], columns: tokens, range: 0...1),
        formula("loss", "-sum(y * log(A))", digits: 4), formula("blame", "A - y"),
        formula("G_S", "grad(loss, S)"), formula("G_K", "grad(loss, K)"), formula("G_Q", "grad(loss, Q)"),
        formula("K_next", "K - eta * G_K"), formula("A_next", "softmax(Q · K_nextᵀ)", role: .weight),
        input("t", [[0.12, 0.84, 0.51]], rows: ["quickly"]), formula("miss", "O - t"),
        formula("far", "sum(miss * miss) / 2"), formula("F_A", "grad(far, A)"),
        formula("F_S", "grad(far, S)"),
        formula("F_V", "grad(far, V)"), formula("F_K", "grad(far, K)"), formula("K_far", "K - eta * F_K"),
      ])
  }

  static let figures: [(String, [Double])] = [
    ("loss", [LearningFigures.loss]), ("G_S", LearningFigures.byScores), ("G_K", LearningFigures.byKeys),
    ("G_Q", LearningFigures.byQuery), ("blame", LearningFigures.byScores),
    ("far", [LearningFigures.farLoss]), ("F_A", LearningFigures.farByWeights),
    ("F_S", LearningFigures.farByScores), ("F_K", LearningFigures.farByKeys),
    ("F_V", LearningFigures.farByValues), ("grad(loss, V)", [0, 0, 0, 0, 0, 0]),
  ]

  @Test(arguments: figures)
  func `losses and gradients are those of NumPy`(text: String, figures: [Double]) throws {
    #expect(isNear(try learning().numbers(text), figures))
  }

  @Test func `eight steps learn what they learn in NumPy`() throws {
    var worksheet = try learning()
    for (step, figures) in LearningFigures.steps.enumerated() {
      let state = try worksheet.numbers("concat(K[dog], K[quickly], A, loss, G_S)")
      #expect(isNear(state, figures), "step \(step)")
      #expect(isNear(try worksheet.numbers("G_K"), try worksheet.numbers("(A - y)ᵀ · Q")))
      try worksheet.edit(step % 2 == 0 ? "K = K_next" : "K = K - eta * grad(loss, K)")
    }
    #expect(isNear(try worksheet.numbers("was(G_S)"), LearningFigures.byScores))
  }

  @Test func `ten steps through the values learn what they learn in NumPy`() throws {
    var worksheet = try learning(eta: 5)
    for (step, figures) in LearningFigures.farSteps.enumerated() {
      let state = try worksheet.numbers("concat(A, O, far, F_S)")
      #expect(isNear(state, figures), "step \(step)")
      try worksheet.edit("K = K_far")
    }
  }

  @Test func `a step of one key alone is the gradient of that key`() throws {
    var worksheet = try learning()
    try worksheet.edit("K[dog] = K_next[dog]")
    #expect(isNear(try worksheet.numbers("K[quickly]"), [0.10, 0.70, 1.00]))
    #expect(isNear(try worksheet.numbers("A[quickly,dog]"), [0.5649265165096602]))
  }
}
