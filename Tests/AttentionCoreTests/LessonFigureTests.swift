import Testing

@testable import AttentionCore

/// The lessons against `Figures`.
@Suite struct LessonFigureTests {
  @Test(arguments: [
    ("S", Figures.twoTokensScores), ("A", Figures.twoTokensWeights), ("O", Figures.twoTokensOutput),
  ])
  func `two tokens`(name: String, figures: [Double]) throws {
    #expect(isNear(numbers(try twoTokens()[name]), figures))
  }

  @Test(arguments: [
    ("S", Figures.sentenceScores), ("A", Figures.sentenceWeights), ("O", Figures.sentenceOutput),
    ("heard", Figures.sentenceHeard), ("softmax(Sᵀ)ᵀ", Figures.sentenceWrongAxis),
    ("(S / sum(S))[dog]", Figures.sentenceDividedBySumRowDog), ("A · K", Figures.sentenceKeysAsValues),
    ("softmax(S / √columns(K))", Figures.scaledWeights), ("S / √columns(K)", Figures.scaledScaled),
    ("softmax(S / √3) · V", Figures.scaledOutput),
  ])
  func `the whole sentence`(text: String, figures: [Double]) throws {
    #expect(isNear(try wholeSentence().numbers(text), figures))
  }

  @Test func `the challenges of the whole sentence`() throws {
    var worksheet = try wholeSentence()
    try worksheet.edit("Q[dog] = Q[The]")
    #expect(isNear(try worksheet.numbers("A[dog]"), Figures.sentenceAfterCopyingQuery))
    worksheet = try wholeSentence()
    try worksheet.edit("V[dog,2] = 1.95")
    #expect(isNear(try worksheet.numbers("O"), Figures.sentenceOutputAfterValue195))
  }

  @Test(arguments: [
    ("raw", Figures.votesRaw), ("a", Figures.votesScaled), ("softmax(z / 0.10)", Figures.votesCold),
  ])
  func `votes of coins, scaled and at a temperature`(text: String, figures: [Double]) throws {
    let worksheet = try Worksheet([
      input("q", [[1, 1, 1, 1]], rows: ["q"], role: .query),
      input(
        "k", [[1, 1, 1, 1], [1, 1, 1, -1], [1, 1, -1, -1], [-1, -1, -1, 1]], rows: ["k1", "k2", "k3", "k4"],
        role: .key),
      input("T", [[1]], range: 0.05...100),
      formula("s", "q · kᵀ"), formula("raw", "softmax(s)"), formula("z", "s / √columns(k)"),
      formula("a", "softmax(z / T)"),
    ])
    #expect(isNear(try worksheet.numbers(text), figures))
  }

  @Test(arguments: [
    ("Q", Figures.projectedQ), ("K", Figures.projectedK), ("V", Figures.projectedV),
    ("S", Figures.projectedScores), ("Z", Figures.projectedScaled), ("A", Figures.projectedWeights),
    ("O", Figures.projectedOutput),
  ])
  func `queries, keys and values from embeddings`(name: String, figures: [Double]) throws {
    #expect(isNear(numbers(try projections()[name]), figures))
  }

  @Test func `an edit of an embedding changes weights and output as in NumPy`() throws {
    var worksheet = try projections()
    try worksheet.edit("X[dog,noun] = 0.90")
    #expect(isNear(numbers(worksheet["A"]), Figures.projectedWeightsAfterEdit))
    #expect(isNear(numbers(worksheet["O"]), Figures.projectedOutputAfterEdit))
  }

  @Test func `the comparisons of the lessons hold`() throws {
    var worksheet = try twoTokens()
    #expect(try !worksheet.holds("A[quickly,dog] >= 0.80"))
    try worksheet.edit("K[dog,3] = 3.10")
    #expect(try worksheet.holds("A[quickly,dog] >= 0.80"))
    #expect(try worksheet.holds("S[quickly,dog] > was(S[quickly,dog])"))
    #expect(try worksheet.holds("A[quickly,quickly] < was(A[quickly,quickly])"))
    worksheet = try twoTokens()
    try worksheet.edit("Q[quickly,1] = 0.93")
    #expect(try worksheet.holds("A = 0.50 ± 0.005"))
    #expect(try worksheet.holds("√sum(Q * Q) >= 0.5"))
    try worksheet.edit("Q = 0")
    #expect(try !worksheet.holds("√sum(Q * Q) >= 0.5"))
  }
}
