import AttentionCore
import Testing

@testable import Tutorial

@Suite struct EditingTests {
  @Test func `EDIT begins at an input that the step shows`() throws {
    var tutor = try tutor(at: "dog-sum")
    tutor.send(.startedEditing)
    #expect(tutor.mode == .edit)
    #expect(tutor.cursor == CellAddress(name: "Q", row: 0, column: 0))
    tutor.send(.stoppedEditing)
    #expect(tutor.mode == .step)
  }

  @Test func `a number typed and accepted moves everything that follows`() throws {
    var tutor = try tutor(at: "weight-quickly")
    tutor.edit("K", 0, 2, "3.10")
    #expect(tutor.number("K", 0, 2) == 3.10)
    // 0.22·0.54 + 0.64·0.36 + 0.73·3.10 and the softmax of it with 1.2, by NumPy.
    #expect(abs(tutor.number("S", 0, 0) - 2.6122) < 1e-12)
    #expect(abs(tutor.number("A", 0, 0) - 0.8041127095) < 1e-9)
    #expect(tutor.ripple?.changes(of: "A").count == 2)
    #expect(tutor.ripple?.changes(of: "V").isEmpty == true)
  }

  @Test func `a number is computed with while it is typed, and Escape forgets it`() throws {
    var tutor = try tutor(at: "weight-quickly")
    let before = tutor
    tutor.send(.startedEditing)
    tutor.cursor = CellAddress(name: "K", row: 0, column: 2)
    tutor.send(.typed("3"))
    #expect(tutor.number("K", 0, 2) == 3)
    #expect(tutor.number("A", 0, 0) > 0.7)
    #expect(tutor.place == before.place)
    tutor.send(.cancelledNumber)
    #expect(tutor.worksheet == before.worksheet)
    #expect(tutor.mode == .edit)
  }

  @Test func `a number out of range stays open and says the range`() throws {
    var tutor = try tutor()
    tutor.edit("Q", 0, 0, "12")
    #expect(tutor.notice == .outOfRange(-9.99...9.99))
    #expect(tutor.prompt?.text == "12")
    #expect(tutor.number("Q", 0, 0) == 0.22)
  }

  @Test func `what is no number stays open and says so`() throws {
    var tutor = try tutor()
    tutor.edit("Q", 0, 0, "-")
    #expect(tutor.notice == .notANumber("-"))
    #expect(tutor.prompt != nil)
  }

  @Test func `an empty number keeps the old one`() throws {
    var tutor = try tutor()
    tutor.send(.startedEditing, .openedNumber, .acceptedNumber(then: nil))
    #expect(tutor.prompt == nil)
    #expect(tutor.place.done.isEmpty)
  }

  @Test func `a computed cell says that it is computed`() throws {
    var tutor = try tutor(at: "output")
    tutor.send(.startedEditing)
    tutor.cursor = CellAddress(name: "S", row: 0, column: 1)
    tutor.send(.typed("1"))
    #expect(tutor.notice == .computed(tutor.cursor))
    tutor.send(.nudged(steps: 1))
    #expect(tutor.notice == .computed(tutor.cursor))
    #expect(tutor.worksheet == tutor.lesson.worksheet)
  }

  @Test func `nudges add up exactly and are taken back together`() throws {
    var tutor = try tutor()
    tutor.send(.startedEditing)
    for _ in 0..<10 { tutor.send(.nudged(steps: 1)) }
    #expect(tutor.number("Q", 0, 0) == 0.32)
    tutor.send(.nudged(steps: 10))
    #expect(tutor.number("Q", 0, 0) == 0.42)
    #expect(tutor.place.done.count == 1)
    tutor.send(.undid)
    #expect(tutor.worksheet == tutor.lesson.worksheet)
  }

  @Test func `a nudge stops at the end of the range`() throws {
    var tutor = try tutor()
    tutor.edit("Q", 0, 0, "9.95")
    tutor.send(.nudged(steps: 10))
    #expect(tutor.notice == .outOfRange(-9.99...9.99))
    #expect(tutor.number("Q", 0, 0) == 9.95)
  }

  @Test func `undo and redo go through everything and end at the exact start`() throws {
    var tutor = try tutor(at: "output")
    let start = tutor.worksheet
    let edits = [("Q", 0, 1, "0.1"), ("K", 1, 2, "-2,5"), ("V", 0, 0, ".33"), ("Q", 0, 1, "0.3")]
    var states = [start]
    for (name, row, column, text) in edits {
      tutor.edit(name, row, column, text)
      states.append(tutor.worksheet)
    }
    for state in states.dropLast().reversed() {
      tutor.send(.undid)
      #expect(tutor.worksheet == state)
    }
    tutor.send(.undid)
    #expect(tutor.notice == .nothingToUndo)
    for state in states.dropFirst() {
      tutor.send(.redid)
      #expect(tutor.worksheet == state)
    }
    tutor.send(.redid)
    #expect(tutor.notice == .nothingToRedo)
  }

  @Test func `a new change ends what could be redone`() throws {
    var tutor = try tutor()
    tutor.edit("Q", 0, 0, "1")
    tutor.send(.undid)
    tutor.edit("Q", 0, 0, "2")
    tutor.send(.redid)
    #expect(tutor.notice == .nothingToRedo)
    #expect(tutor.number("Q", 0, 0) == 2)
  }

  @Test func `restoring puts one number or all back, and can be taken back`() throws {
    var tutor = try tutor()
    tutor.edit("K", 0, 0, "5")
    tutor.edit("V", 1, 2, "-1")
    let edited = tutor.worksheet
    tutor.send(.restoredCell)
    #expect(tutor.number("V", 1, 2) == 0.33)
    #expect(tutor.number("K", 0, 0) == 5)
    tutor.send(.restoredStep)
    #expect(tutor.worksheet == tutor.lesson.worksheet)
    tutor.send(.undid, .undid)
    #expect(tutor.worksheet == edited)
    tutor.send(.restoredStep, .restoredStep)
    #expect(tutor.notice == .nothingToRestore)
  }

  @Test func `edits go along from step to step`() throws {
    var tutor = try tutor(at: "query")
    tutor.edit("Q", 0, 0, "1")
    tutor.send(.stoppedEditing, .steppedForward, .steppedForward, .steppedBack)
    #expect(tutor.number("Q", 0, 0) == 1)
  }

  @Test func `what a change moved stays marked until it is dismissed`() throws {
    var tutor = try tutor(at: "query")
    tutor.edit("Q", 0, 0, "1")
    tutor.send(.stoppedEditing, .steppedForward)
    #expect(tutor.ripple?.changes(of: "A").count == 2)
    tutor.send(.dismissed)
    #expect(tutor.ripple == nil)
    #expect(tutor.number("Q", 0, 0) == 1)
    tutor.send(.dismissed)
    #expect(tutor.notice == .nothingToDismiss)
  }

  @Test func `the arrows stay inside and go on into the next matrix`() throws {
    var tutor = try tutor()
    tutor.send(.startedEditing)
    tutor.send(.moved(.left), .moved(.up))
    #expect(tutor.cursor == CellAddress(name: "Q", row: 0, column: 0))
    tutor.send(.moved(.right), .moved(.right), .moved(.right), .moved(.right), .moved(.down))
    #expect(tutor.cursor == CellAddress(name: "K", row: 0, column: 2))
    tutor.send(.moved(.down), .moved(.down), .moved(.up))
    #expect(tutor.cursor == CellAddress(name: "K", row: 1, column: 2))
    tutor.send(.movedToNextMatrix, .movedToNextMatrix)
    #expect(tutor.cursor == CellAddress(name: "S", row: 0, column: 0))
    tutor.send(.movedToPreviousMatrix)
    #expect(tutor.cursor.name == "V")
  }

  @Test func `a minus before a digit is a sign, and its nudge is taken back`() throws {
    var tutor = try tutor(at: "query")
    tutor.send(.startedEditing, .nudged(steps: -10), .typed("2"), .typed("."), .typed("5"))
    #expect(tutor.prompt?.text == "-2.5")
    #expect(tutor.number("Q", 0, 0) == -2.5)
    tutor.send(.acceptedNumber(then: nil))
    #expect(tutor.place.done.count == 1)
    tutor.send(.undid)
    #expect(tutor.number("Q", 0, 0) == 0.22)
  }

  @Test func `a minus before anything else is a nudge`() throws {
    var tutor = try tutor(at: "query")
    tutor.send(.startedEditing, .nudged(steps: -10), .moved(.right), .typed("2"), .acceptedNumber(then: nil))
    #expect(tutor.number("Q", 0, 0) == 0.12)
    #expect(tutor.number("Q", 0, 1) == 2)
    tutor.send(.nudged(steps: -1), .typed("3"), .acceptedNumber(then: nil))
    #expect(tutor.number("Q", 0, 1) == 3)
  }
}
