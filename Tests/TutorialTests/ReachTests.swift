import AttentionCore
import Testing

@testable import Tutorial

@Suite struct ReachTests {
  /// Each step of the lesson at which a value may be seen for the first time.
  @Test(arguments: [
    ("S", 0, "dog-3", "dog-sum"), ("S", 1, "quickly-3", "quickly-sum"), ("A", 0, "exp-sum", "weight-dog"),
    ("A", 1, "weight-dog", "weight-quickly"), ("O", 0, "quickly-part", "output"),
    ("O", 2, "quickly-part", "output"),
  ])
  func `a value is hidden until a step has drawn it whole`(
    name: String, column: Int, before: String, at: String
  ) throws {
    let cell = CellAddress(name: name, row: 0, column: column)
    #expect(try !tutor(at: before).isVisible(cell))
    #expect(try tutor(at: at).isVisible(cell))
  }

  @Test func `inputs are never hidden`() throws {
    let tutor = try tutor()
    for name in ["Q", "K", "V"] { #expect(tutor.isVisible(CellAddress(name: name, row: 0, column: 0))) }
  }

  @Test func `a value that was reached stays, also when stepping back`() throws {
    var tutor = try tutor(at: "dog-sum")
    tutor.send(.wentToPreviousStage, .wentToPreviousStage)
    #expect(tutor.isVisible(CellAddress(name: "S", row: 0, column: 0)))
  }

  @Test func `reveal shows the rest of the step and what is not reached, until the next step`() throws {
    var tutor = try tutor(at: "dog-1")
    #expect(tutor.visibleParts == 1)
    #expect(tutor.hasMoreToReveal)
    tutor.send(.toggledReveal)
    #expect(tutor.visibleParts == 4)
    #expect(tutor.isVisible(CellAddress(name: "O", row: 0, column: 0)))
    tutor.send(.toggledReveal)
    #expect(tutor.visibleParts == 1)
    tutor.send(.toggledReveal, .steppedForward)
    #expect(tutor.visibleParts == 2)
    #expect(!tutor.isRevealed)
  }

  @Test func `nothing is left to reveal at the end`() throws {
    #expect(try !tutor(at: "two-of-four").hasMoreToReveal)
  }
}
