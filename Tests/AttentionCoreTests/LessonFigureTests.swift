import Testing

@testable import AttentionCore

/// The lessons against figures made with NumPy in float64.
@Suite struct LessonFigureTests {
  @Test func `two tokens give the scores, weights and output of NumPy`() throws {
    let worksheet = try twoTokens()
    #expect(isNear(numbers(worksheet["S"]), [0.8894, 1.2]))
    #expect(isNear(numbers(worksheet["A"]), [0.4229682924341181, 0.577031707565882]))
    #expect(
      isNear(numbers(worksheet["O"]), [0.408515853782941, 0.49378097546047084, 0.40613429263814127]))
  }
}
