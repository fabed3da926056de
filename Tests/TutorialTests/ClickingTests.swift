import AttentionCore
import LessonFile
import Testing

@testable import Tutorial

/// What a click is for, wherever it was made.
@Suite struct ClickingTests {
  private let query = CellAddress(name: "Q", row: 0, column: 1)
  private let key = CellAddress(name: "K", row: 1, column: 2)
  private let weight = CellAddress(name: "A", row: 0, column: 1)

  // MARK: Cells

  @Test func `a click selects a cell, and another one types over it`() throws {
    var tutor = try tutor(at: "bars")
    tutor.send(.clickedCell(key))
    #expect(tutor.mode == .edit && tutor.cursor == key && tutor.prompt == nil && tutor.notice == nil)
    tutor.send(.clickedCell(key))
    #expect(tutor.prompt == NumberPrompt())
    // A third click is none: what is being typed stays.
    tutor.send(.typed("3"), .clickedCell(key))
    #expect(tutor.prompt?.text == "3" && tutor.place.done.isEmpty)
  }

  @Test func `a computed cell says where it came from when it is clicked again`() throws {
    var tutor = try tutor(at: "bars")
    tutor.send(.clickedCell(weight))
    #expect(tutor.mode == .edit && tutor.overlay == nil)
    tutor.send(.clickedCell(weight))
    guard case .why(let trail) = tutor.overlay else { return #expect(Bool(false), "no explanation") }
    #expect(tutor.worksheet.name(of: trail.current.cell) == weight)
  }

  @Test func `a cell that is not reached yet says so`() throws {
    var tutor = try tutor()
    tutor.send(.clickedCell(weight), .clickedCell(weight))
    #expect(tutor.notice == .notReached && tutor.overlay == nil)
  }

  @Test func `an input that the step keeps as it is says so`() throws {
    var tutor = try smallTutor(at: "listen")
    tutor.send(.clickedCell(query), .clickedCell(query))
    #expect(tutor.prompt == nil && tutor.cursor == query)
    guard case .notAllowed = tutor.notice else { return #expect(Bool(false), "\(tutor.notice as Any)") }
  }

  @Test func `a computed cell that may be typed over is typed over`() throws {
    var tutor = try smallTutor(at: "moved")
    let score = CellAddress(name: "S", row: 0, column: 0)
    tutor.send(.clickedCell(score), .clickedCell(score))
    #expect(tutor.prompt != nil && tutor.overlay == nil)
  }

  @Test func `a cell of a mask opens and closes`() throws {
    var tutor = try #require(try causalTutor())
    let name = try #require(tutor.worksheet.names.first { tutor.worksheet.role(of: $0) == .mask })
    let cell = try #require(tutor.permittedCells.first { $0.name == name })
    let before = tutor.number(name, cell.row, cell.column)
    tutor.send(.clickedCell(cell), .clickedCell(cell))
    #expect(tutor.prompt == nil && tutor.number(name, cell.row, cell.column) == 1 - before)
    tutor.send(.clickedCell(cell))
    #expect(tutor.number(name, cell.row, cell.column) == before)
  }

  @Test func `what the keys walk past can be clicked, and they go on from there`() throws {
    let course = try shippedCourse()
    let index = try #require(course.lessons.firstIndex { $0.id == "learning" })
    var tutor = try #require(Tutor(course: course, lesson: index, step: 0))
    let name = try #require(tutor.worksheet.names.first { !tutor.matricesInReach.contains($0) })
    let cell = CellAddress(name: name, row: 0, column: 0)
    tutor.send(.clickedCell(cell))
    #expect(tutor.mode == .edit && tutor.cursor == cell)
    tutor.send(.moved(.up))
    #expect(tutor.matricesInReach.contains(tutor.cursor.name))
  }

  @Test func `what is not there is not clicked`() throws {
    var tutor = try tutor()
    let before = tutor
    for cell in [
      CellAddress(name: "nothing", row: 0, column: 0), CellAddress(name: "Q", row: 5, column: 0),
      CellAddress(name: "Q", row: 0, column: 99), CellAddress(name: "Q", row: -1, column: 0),
    ] {
      tutor.send(.clickedCell(cell))
      #expect(tutor.mode == .step && tutor.cursor == before.cursor)
    }
  }

  // MARK: While a number is typed

  @Test func `a click on another cell accepts what was typed`() throws {
    var tutor = try tutor(at: "bars")
    tutor.send(.clickedCell(key), .clickedCell(key), .typed("2"), .clickedCell(weight))
    #expect(tutor.number("K", 1, 2) == 2 && tutor.place.done.map(\.kind) == [.typed])
    #expect(tutor.prompt == nil && tutor.cursor == weight)
  }

  @Test func `an empty number keeps the old one`() throws {
    var tutor = try tutor(at: "bars")
    tutor.send(.clickedCell(key), .clickedCell(key), .clickedCell(weight))
    #expect(tutor.place.done.isEmpty && tutor.prompt == nil && tutor.cursor == weight)
  }

  @Test(arguments: ["-", "12"])
  func `what cannot be accepted stays, with the reason`(text: String) throws {
    var tutor = try tutor(at: "bars")
    tutor.send(.clickedCell(key), .clickedCell(key))
    for character in text { tutor.send(.typed(character)) }
    tutor.send(.clickedCell(weight))
    #expect(tutor.prompt?.text == text && tutor.cursor == key && tutor.place.done.isEmpty)
    #expect(tutor.notice == (text == "-" ? .notANumber("-") : .outOfRange(-9.99...9.99)))
  }

  @Test func `an answer that is being typed is given by a click on a cell`() throws {
    var tutor = try smallTutor(at: "guess")
    tutor.send(.typed("1"), .clickedCell(query))
    #expect(tutor.question?.vote == "1" && tutor.mode == .edit && tutor.prompt == nil)
    // In the lesson again, with something that is no answer.
    tutor.send(.stoppedEditing, .typed("-"), .clickedCell(query))
    #expect(tutor.mode == .step && tutor.notice == .notANumber("-") && tutor.question?.vote == "1")
  }

  @Test func `a challenge that a click completes is met`() throws {
    var tutor = try smallTutor(at: "listen")
    let third = CellAddress(name: "K", row: 0, column: 2)
    tutor.send(.clickedCell(third), .clickedCell(third), .typed("3"), .typed("."), .typed("2"))
    tutor.send(.clickedCell(weight))
    #expect(tutor.wasMet(tutor.step) && tutor.notice == .challengeMet)
  }

  // MARK: The wheel

  @Test func `the wheel nudges as the keys do, and is taken back at once`() throws {
    var (wheel, keys) = (try tutor(at: "bars"), try tutor(at: "bars"))
    wheel.send(.clickedCell(key))
    keys.send(.clickedCell(key))
    for steps in [10, 10, -10] {
      wheel.send(.turnedWheel(steps: steps))
      keys.send(.nudged(steps: steps))
    }
    #expect(wheel.place == keys.place && wheel.number("K", 1, 2) == 1.1)
    wheel.send(.undid)
    #expect(wheel.place.worksheet == wheel.start)
  }

  @Test func `a digit after the wheel is no sign of a minus`() throws {
    var tutor = try tutor(at: "bars")
    tutor.send(.clickedCell(key), .nudged(steps: -10), .turnedWheel(steps: -10), .typed("2"))
    #expect(tutor.prompt?.text == "2" && tutor.place.done.count == 1)
  }

  @Test func `the wheel over a computed cell changes nothing and says why`() throws {
    var tutor = try tutor(at: "output")
    tutor.send(.clickedCell(weight), .turnedWheel(steps: 10))
    #expect(tutor.notice == .computed(weight) && tutor.place.done.isEmpty)
  }

  // MARK: Offers

  @Test func `an offer is selected by a click and played by another`() throws {
    var tutor = try smallTutor(at: "try")
    tutor.send(.clickedOffer(1))
    #expect(tutor.mode == .edit && tutor.offer == 1 && tutor.place.done.isEmpty)
    tutor.send(.clickedOffer(1))
    #expect(tutor.notice == .played(tutor.offers[1]) && tutor.isCurrent(tutor.offers[1]))
    tutor.send(.clickedCell(query))
    #expect(tutor.offer == nil && tutor.cursor == query)
    tutor.send(.clickedCell(query), .typed("1"), .clickedOffer(0))
    #expect(tutor.number("Q", 0, 1) == 1 && tutor.offer == 0)
    tutor.send(.clickedOffer(7), .clickedOffer(-1))
    #expect(tutor.offer == 0)
  }

  // MARK: What lies over the lesson

  @Test func `a click in the go-to list and in the course goes there`() throws {
    var tutor = try smallTutor(at: "look")
    tutor.send(.openedGoTo, .clickedLine(2))
    #expect(tutor.overlay == nil && tutor.stageIndex == 1)
    tutor.send(.openedGoTo, .openedFilter, .typed("l"), .typed("i"), .typed("s"), .clickedLine(0))
    #expect(tutor.overlay == nil && tutor.step.id == "listen")
    tutor.send(.openedCourse, .clickedLine(1))
    #expect(tutor.overlay == nil && tutor.lesson.id == "second")
  }

  @Test func `a click on a line that is not there leaves the list open`() throws {
    for open in [Event.openedGoTo, .openedCourse, .openedGlossary] {
      for number in [-1, 99] {
        var tutor = try smallTutor(at: "look")
        tutor.send(open, .clickedLine(number))
        #expect(tutor.overlay != nil && tutor.step.id == "look")
      }
    }
  }

  @Test func `a click in the glossary shows what the word means`() throws {
    var tutor = try smallTutor(at: "look")
    tutor.send(.openedGlossary, .clickedLine(1))
    #expect(tutor.overlay == .glossary(ListPlace(selected: 1)))
  }

  @Test func `a term of an explanation is chosen by a click and followed by another`() throws {
    var tutor = try tutor(at: "output")
    tutor.send(.askedWhy)
    guard case .why(let before) = tutor.overlay else { return #expect(Bool(false), "no explanation") }
    tutor.send(.clickedLine(2))
    guard case .why(let chosen) = tutor.overlay else { return #expect(Bool(false), "closed") }
    #expect(chosen.current.cell == before.current.cell && chosen.current.selected == 2)
    tutor.send(.clickedLine(2))
    guard case .why(let followed) = tutor.overlay else { return #expect(Bool(false), "closed") }
    #expect(followed.stops.map(\.cell) == [before.current.cell])
    tutor.send(.clickedLine(99))
    #expect(tutor.overlay == .why(followed))
  }

  @Test func `the line of a form that is clicked is typed into`() throws {
    var course = try shippedCourse()
    course.lessons = [try #require(try SentenceLesson(Recipe(sentence: "A cat")).sandbox())]
    var tutor = try #require(Tutor(course: course))
    tutor.send(.openedSentence, .clickedLine(2), .clickedLine(9))
    guard case .form(let form) = tutor.overlay else { return #expect(Bool(false), "no form") }
    #expect(form.selected == 2)
  }

  @Test func `the help page does what it names`() throws {
    var tutor = try tutor(at: "bars")
    tutor.send(.openedHelp, .steppedForward)
    #expect(tutor.overlay == nil && tutor.step.id == "p2")
  }

  // MARK: The mouse itself

  @Test func `the mouse is taken and left`() throws {
    var tutor = try tutor(at: "bars")
    #expect(tutor.settings.usesMouse)
    tutor.send(.openedGoTo, .toggledMouse)
    #expect(!tutor.settings.usesMouse && tutor.notice == .mouse(false) && tutor.overlay != nil)
    tutor.send(.toggledMouse)
    #expect(tutor.settings.usesMouse && tutor.notice == .mouse(true))
  }

  @Test func `what was said is gone when it is clicked, and nothing else happens`() throws {
    var tutor = try tutor(at: "bars")
    tutor.send(.typedOutsideEdit)
    let before = tutor
    tutor.send(.clickedNotice)
    #expect(tutor.notice == nil && tutor.mode == before.mode && tutor.place == before.place)
  }

  /// A tutor at the first step of a lesson that lets a mask be changed.
  private func causalTutor() throws -> Tutor? {
    let course = try shippedCourse()
    guard let index = course.lessons.firstIndex(where: { $0.id == "causal-mask" }) else { return nil }
    return course.lessons[index].steps.indices.lazy.compactMap { step in
      Tutor(course: course, lesson: index, step: step)
    }.first { tutor in
      tutor.permittedCells.contains { tutor.worksheet.role(of: $0.name) == .mask }
    }
  }
}
