import AttentionCore
import Testing

@testable import Tutorial

@Suite struct PlaceTests {
  @Test func `steps share a place unless they begin with something of their own`() throws {
    let lesson = try smallCourse().lessons[0]
    let places = Dictionary(
      uniqueKeysWithValues: lesson.steps.enumerated().map { ($1.id, lesson.place(ofStep: $0)) })
    #expect(places["look"] == .common)
    #expect(places["try"] == .common)
    #expect(places["moved"] == .step("moved"))
    #expect(places["choose"] == .step("choose"))
    #expect(places["after"] == .stage("ask"))
    #expect(places["listen"] == .step("listen"))
  }

  @Test func `a question in a stage with a start begins as its stage does`() throws {
    #expect(try smallTutor(at: "choose").number("Q", 0, 1) == 0.5)
    #expect(try smallTutor(at: "after").number("Q", 0, 1) == 0.5)
    #expect(try smallTutor(at: "moved").number("Q", 0, 0) == 1)
    #expect(try smallTutor(at: "listen").number("Q", 0, 1) == 0.64)
  }

  @Test func `values stay in their place, and coming back finds them`() throws {
    var tutor = try smallTutor(at: "try")
    tutor.edit("Q", 0, 0, "2")
    tutor.send(.stoppedEditing, .steppedForward)
    #expect(tutor.step.id == "moved")
    #expect(tutor.number("Q", 0, 0) == 1)
    tutor.send(.steppedBack)
    #expect(tutor.number("Q", 0, 0) == 2)
    tutor.send(.restoredStep)
    #expect(tutor.number("Q", 0, 0) == 0.22)
  }

  @Test func `restoring a place returns to how it begins, not to the lesson`() throws {
    var tutor = try smallTutor(at: "after")
    tutor.edit("Q", 0, 1, "3")
    tutor.send(.restoredStep)
    #expect(tutor.worksheet == tutor.start)
    #expect(tutor.number("Q", 0, 1) == 0.5)
  }

  @Test func `a number typed over a computed cell stands there until its formula is given back`() throws {
    var tutor = try smallTutor(at: "moved")
    let score = tutor.number("S", 0, 0)
    tutor.edit("S", 0, 0, "5")
    #expect(tutor.number("S", 0, 0) == 5)
    #expect(tutor.isEdited(CellAddress(name: "S", row: 0, column: 0)))
    tutor.send(.restoredCell)
    #expect(tutor.number("S", 0, 0) == score)
    tutor.send(.undid)
    #expect(tutor.number("S", 0, 0) == 5)
    tutor.send(.restoredStep)
    #expect(tutor.worksheet == tutor.start)
    tutor.send(.undid, .undid)
    #expect(tutor.worksheet == tutor.start)
  }

  @Test func `an offered edit is played with Enter and taken back by undo`() throws {
    var tutor = try smallTutor(at: "try")
    let before = tutor.worksheet
    tutor.send(.startedEditing)
    #expect(tutor.offer == 1)
    tutor.send(.openedNumber)
    #expect(abs(tutor.number("S", 0, 0) - 2 * 0.8894) < 1e-12)
    #expect(tutor.isSwitched("S"))
    #expect(tutor.isCurrent(tutor.offers[1]))
    tutor.send(.undid)
    #expect(tutor.worksheet == before)
    tutor.send(.typed("7"))
    #expect(tutor.worksheet == before)
    tutor.send(.redid)
    #expect(abs(tutor.number("S", 0, 1) - 2.4) < 1e-12)
    tutor.send(.restoredStep)
    #expect(tutor.worksheet == before)
  }

  @Test func `the arrows go from the offers to the cells and back`() throws {
    var tutor = try smallTutor(at: "try")
    tutor.send(.startedEditing, .moved(.down))
    #expect(tutor.offer == nil)
    #expect(tutor.cursor == CellAddress(name: "Q", row: 0, column: 0))
    tutor.send(.moved(.up))
    #expect(tutor.offer == 1)
    tutor.send(.moved(.up), .moved(.up))
    #expect(tutor.offer == 0)
    tutor.send(.movedToNextMatrix, .movedToNextMatrix)
    #expect(tutor.offer == nil)
    #expect(tutor.cursor.name == "Q")
    tutor.send(.movedToPreviousMatrix)
    #expect(tutor.offer == 1)
  }

  @Test func `an experiment is played and taken back without a trace`() throws {
    var tutor = try smallTutor(at: "try")
    tutor.edit("Q", 0, 0, "0.5")
    tutor.send(.stoppedEditing)
    let before = tutor.worksheet
    tutor.send(.toggledReveal)
    #expect(tutor.ripple?.changes(of: "S").count == 2)
    #expect(tutor.history(of: CellAddress(name: "Q", row: 0, column: 0)) == [0.22, 0.5, 0.5])
    tutor.send(.toggledReveal)
    #expect(tutor.worksheet == before)
    #expect(tutor.place.done.count == 1)
    tutor.send(.toggledReveal, .steppedForward, .steppedBack)
    #expect(tutor.worksheet == before)
  }

  @Test func `only what the step allows can be changed, and it says what that is`() throws {
    var tutor = try smallTutor(at: "listen")
    let allowed = try Target(parsing: "K[dog]")
    tutor.send(.startedEditing)
    #expect(tutor.cursor == CellAddress(name: "K", row: 0, column: 0))
    tutor.send(.moved(.down), .typed("1"))
    #expect(tutor.notice == .notAllowed([allowed]))
    tutor.send(.nudged(steps: 1))
    #expect(tutor.notice == .notAllowed([allowed]))
    #expect(tutor.worksheet == tutor.start)
    tutor.edit("K", 0, 0, "1")
    #expect(tutor.number("K", 0, 0) == 1)
  }
}
