import AttentionCore
import Testing

@testable import Tutorial

@Suite struct AskingTests {
  @Test func `why explains the number of the step and follows its terms to the inputs`() throws {
    var tutor = try tutor(at: "output")
    tutor.send(.askedWhy)
    #expect(try tutor.explained() == CellAddress(name: "O", row: 0, column: 0))
    tutor.send(.followed)
    #expect(try tutor.explained() == CellAddress(name: "A", row: 0, column: 0))
    tutor.send(.followed)
    #expect(try tutor.explained() == CellAddress(name: "S", row: 0, column: 0))
    tutor.send(.moved(.down), .followed)
    #expect(tutor.notice == .isInput(CellAddress(name: "K", row: 0, column: 0)))
    tutor.send(.wentBackUp)
    #expect(try tutor.explained() == CellAddress(name: "A", row: 0, column: 0))
    tutor.send(.wentBackUp, .wentBackUp)
    #expect(tutor.overlay == nil)
  }

  @Test func `the neighbours of a cell are an arrow away`() throws {
    var tutor = try tutor(at: "output")
    tutor.send(.askedWhy, .moved(.right), .moved(.right), .moved(.right))
    #expect(try tutor.explained() == CellAddress(name: "O", row: 0, column: 2))
    tutor.send(.moved(.left))
    #expect(try tutor.explained() == CellAddress(name: "O", row: 0, column: 1))
  }

  @Test func `in EDIT it explains the cell under the cursor`() throws {
    var tutor = try tutor(at: "output")
    tutor.send(.startedEditing)
    tutor.cursor = CellAddress(name: "A", row: 0, column: 1)
    tutor.send(.askedWhy)
    #expect(try tutor.explained() == tutor.cursor)
    tutor.send(.closedOverlay)
    #expect(tutor.mode == .edit)
  }

  @Test func `an input, a hidden value and a page of words have nothing to explain`() throws {
    var tutor = try tutor(at: "sentence")
    tutor.send(.askedWhy)
    #expect(tutor.notice == .nothingToExplain)
    tutor = try self.tutor(at: "dog-1")
    tutor.send(.askedWhy)
    #expect(tutor.notice == .notReached)
    tutor.send(.startedEditing, .askedWhy)
    #expect(tutor.notice == .isInput(CellAddress(name: "Q", row: 0, column: 0)))
  }

  private func tutor(at step: String) throws -> Tutor { try TutorialTests.tutor(at: step) }
}

extension Tutor {
  fileprivate func explained() throws -> CellAddress {
    guard case .why(let trail) = overlay else { throw NothingExplained() }
    return try #require(worksheet.name(of: trail.current.cell))
  }

  private struct NothingExplained: Error {}
}
