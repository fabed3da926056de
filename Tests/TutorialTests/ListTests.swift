import Testing

@testable import Tutorial

@Suite struct ListTests {
  @Test func `the go-to list has every lesson and the stages of this one`() throws {
    let tutor = try smallTutor(at: "look")
    #expect(
      tutor.goToLines("") == [
        .lesson(0), .stage(lesson: 0, stage: 0), .stage(lesson: 0, stage: 1), .stage(lesson: 0, stage: 2),
        .lesson(1),
      ])
  }

  @Test func `a filter looks through all words of all lessons and ignores case and accents`() throws {
    let tutor = try smallTutor(at: "look")
    #expect(tutor.goToLines("STROLL") == [.stage(lesson: 1, stage: 0)])
    #expect(tutor.goToLines("make it") == [.step(lesson: 0, step: 6)])
    #expect(tutor.goToLines("mäke").isEmpty)
    #expect(tutor.goToLines("máke") == [.step(lesson: 0, step: 6)])
  }

  @Test func `typing narrows the list down and Enter goes there`() throws {
    var tutor = try smallTutor(at: "look")
    tutor.send(.openedGoTo, .openedFilter)
    for character in "stro" { tutor.send(.typed(character)) }
    #expect(tutor.overlay != nil)
    tutor.send(.chose)
    #expect(tutor.lesson.id == "second")
    #expect(tutor.overlay == nil)
  }

  @Test func `Escape leaves the search first and then the list`() throws {
    var tutor = try smallTutor(at: "look")
    tutor.send(.openedGoTo, .openedFilter, .typed("x"), .editedNumber(.backspace), .typed("y"), .moved(.down))
    guard case .goTo(let list) = tutor.overlay else { throw NoList() }
    #expect(list.filter == "y")
    tutor.send(.closedOverlay)
    #expect(tutor.overlay == .goTo(ListPlace(selected: 0)))
    tutor.send(.closedOverlay)
    #expect(tutor.overlay == nil)
  }

  @Test func `the glossary opens at a term of this step, by either of its names`() throws {
    var tutor = try smallTutor(at: "look")
    tutor.send(.openedGlossary)
    #expect(tutor.overlay == .glossary(ListPlace(selected: 0)))
    #expect(tutor.glossary("mixed").map(\.id) == ["value"])
    tutor.send(.moved(.down), .moved(.down))
    #expect(tutor.overlay == .glossary(ListPlace(selected: 1)))
  }

  private struct NoList: Error {}
}
