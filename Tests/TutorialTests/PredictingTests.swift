import AttentionCore
import Testing

@testable import Tutorial

@Suite struct PredictingTests {
  private let weight = CellAddress(name: "A", row: 0, column: 0)
  private let score = CellAddress(name: "S", row: 0, column: 0)

  @Test func `a question hides everything computed but what it shows`() throws {
    var tutor = try smallTutor(at: "choose")
    #expect(tutor.isVisible(score))
    #expect(!tutor.isVisible(weight))
    #expect(tutor.speech.count == 3)
    tutor.send(.toggledReveal)
    #expect(tutor.isVisible(weight))
  }

  @Test func `a second vote counts and both are remembered`() throws {
    var tutor = try smallTutor(at: "choose")
    #expect(tutor.handle(.voted(2)) == [.save])
    #expect(tutor.handle(.voted(1)) == [.save])
    #expect(tutor.handle(.voted(3)).isEmpty)
    #expect(tutor.question?.votes == ["falls", "same"])
    #expect(tutor.question?.isRevealed == false)
  }

  @Test func `the reveal plays the experiment and says what a wrong choice shows`() throws {
    var tutor = try smallTutor(at: "choose")
    tutor.send(.voted(1), .toggledReveal)
    #expect(tutor.number("K", 0, 2) == 1.74)
    #expect(tutor.ripple?.changes(of: "A").count == 2)
    let speech = tutor.speech
    #expect(
      speech.contains {
        if case .misconception(let belief) = $0 { belief.title == "A score is attention" } else { false }
      })
    #expect(speech.contains { if case .reply = $0 { true } else { false } })
    #expect(speech.contains { if case .choice(1, _, .wrong(voted: true)) = $0 { true } else { false } })
    #expect(speech.contains { if case .choice(2, _, .right) = $0 { true } else { false } })
    tutor.send(.voted(2))
    #expect(tutor.question?.vote == "same")
    tutor.send(.toggledReveal)
    #expect(tutor.experiment == nil)
    #expect(!tutor.isVisible(weight))
    tutor.send(.voted(2), .toggledReveal)
    #expect(tutor.speech.contains { if case .choice(2, _, .rightAndVoted) = $0 { true } else { false } })
  }

  @Test func `what was revealed is found revealed`() throws {
    var tutor = try smallTutor(at: "choose")
    tutor.send(.voted(2), .toggledReveal, .steppedForward, .steppedBack)
    #expect(tutor.question?.isRevealed == true)
    #expect(tutor.number("K", 0, 2) == 1.74)
  }

  @Test func `Enter reveals what was answered and otherwise goes on`() throws {
    var tutor = try smallTutor(at: "choose")
    tutor.send(.voted(2), .wentOn)
    #expect(tutor.question?.isRevealed == true)
    tutor.send(.wentOn)
    #expect(tutor.step.id == "guess")
    tutor.send(.wentOn)
    #expect(tutor.step.id == "after")
  }

  @Test func `a question can always be passed`() throws {
    var tutor = try smallTutor(at: "choose")
    tutor.send(.steppedForward)
    #expect(tutor.step.id == "guess")
  }

  @Test func `a number is typed as an answer and judged with its tolerance`() throws {
    var tutor = try smallTutor(at: "guess")
    // 0.22·0.54 + 0.5·0.36 + 0.73·0.74, by NumPy.
    #expect(abs(try #require(tutor.rightNumber) - 0.839) < 1e-12)
    for character in "0,84" { tutor.send(.typed(character)) }
    #expect(tutor.prompt?.text == "0,84")
    #expect(tutor.worksheet == tutor.start)
    tutor.send(.acceptedNumber(then: nil))
    #expect(tutor.prompt == nil)
    #expect(tutor.question?.votes == ["0,84"])
    #expect(tutor.verdict(on: "0,84") == .right)
    #expect(tutor.verdict(on: "0.85") == .wrong)
    #expect(tutor.verdict(on: "x") == nil)
  }

  @Test func `what is no number stays open, and Escape forgets it`() throws {
    var tutor = try smallTutor(at: "guess")
    tutor.send(.typed("-"), .acceptedNumber(then: nil))
    #expect(tutor.notice == .notANumber("-"))
    tutor.send(.cancelledNumber)
    #expect(tutor.prompt == nil)
    #expect(tutor.question?.votes.isEmpty == true)
  }

  @Test func `digits answer the question in STEP and change numbers in EDIT`() throws {
    var tutor = try smallTutor(at: "guess")
    tutor.send(.startedEditing, .typed("3"))
    #expect(tutor.number("Q", 0, 0) == 3)
    #expect(!tutor.isAnswering)
  }

  @Test func `the reveal says the answer, and of a vote whether it was right`() throws {
    var tutor = try smallTutor(at: "choose")
    tutor.send(.toggledReveal)
    #expect(tutor.speech.contains(.verdict(isRight: nil, answer: .choice(2))))
    tutor.send(.toggledReveal, .voted(1), .toggledReveal)
    #expect(tutor.speech.contains(.verdict(isRight: false, answer: .choice(2))))
    tutor.send(.toggledReveal, .voted(2), .toggledReveal)
    #expect(tutor.speech[tutor.newest(of: tutor.speech)] == .verdict(isRight: true, answer: .choice(2)))
  }

  @Test func `a question shows a row without where it comes from`() throws {
    let lesson = try smallCourse().lessons[0]
    let index = try #require(lesson.step(named: "choose") as Int?)
    var step = lesson.steps[index]
    step.show = [Shown(name: "A", row: 0)]
    #expect(Picture(of: step, in: lesson.worksheet) == .matrices(step.show))
    step.question = nil
    #expect(Picture(of: step, in: lesson.worksheet) == .softmax(name: "A", row: 0))
  }
}
