import AttentionCore
import Testing

@testable import Tutorial

@Suite struct ChallengingTests {
  @Test func `goals are held against the values at every key, also of a number half typed`() throws {
    var tutor = try smallTutor(at: "listen")
    #expect(tutor.challenge?.isMet == false)
    tutor.send(.startedEditing)
    tutor.cursor = CellAddress(name: "K", row: 0, column: 2)
    tutor.send(.typed("4"))
    #expect(tutor.challenge?.isMet == true)
    #expect(!tutor.wasMet(tutor.step))
    tutor.send(.cancelledNumber)
    #expect(tutor.challenge?.isMet == false)
  }

  @Test func `any valid solution is accepted, remembered and saved`() throws {
    var tutor = try smallTutor(at: "listen")
    tutor.edit("K", 0, 2, "3")
    #expect(tutor.challenge?.isMet == false)
    #expect(tutor.speech.last == .missing(tutor.stepWords?.replies["listens"] ?? []))
    tutor.send(.nudged(steps: 10))
    #expect(tutor.challenge?.isMet == true)
    #expect(tutor.wasMet(tutor.step))
    #expect(tutor.speech.contains(.met))
    #expect(tutor.saved.lessons["small"]?.met == ["listen"])
    tutor.send(.restoredStep)
    #expect(tutor.challenge?.isMet == false)
    #expect(tutor.wasMet(tutor.step))
    #expect(tutor.step.id == "listen")
  }

  @Test func `a limit is part of the challenge`() throws {
    var tutor = try smallTutor(at: "listen")
    tutor.edit("K", 0, 0, "0.55")
    tutor.edit("K", 0, 2, "4")
    #expect(tutor.challenge?.goals[0].holds == true)
    #expect(tutor.challenge?.keepsLimit == false)
    #expect(tutor.challenge?.isMet == false)
  }

  @Test func `the reason is both sides of the goal`() throws {
    // By NumPy.
    let goal = try #require(try smallTutor(at: "listen").challenge?.goals[0].verdict)
    #expect(abs((goal.left.number ?? 0) - 0.4229682924) < 1e-9)
    #expect(goal.right == .number(0.8))
  }

  @Test func `tips come one by one, then a solution that does not count`() throws {
    var tutor = try smallTutor(at: "listen")
    tutor.edit("K", 0, 0, "0.6")
    let own = tutor.worksheet
    tutor.send(.askedTip)
    #expect(tutor.tips.count == 1)
    #expect(tutor.offersSolution)
    tutor.send(.askedTip)
    #expect(tutor.number("K", 0, 2) == 3.10)
    #expect(tutor.challenge?.isMet == true)
    #expect(tutor.speech.contains(.solution))
    #expect(!tutor.wasMet(tutor.step))
    tutor.send(.askedTip)
    #expect(tutor.worksheet == own)
    #expect(!tutor.wasMet(tutor.step))
  }

  @Test func `a step without a challenge ends with its last tip`() throws {
    var tutor = try smallTutor(at: "try")
    tutor.send(.askedTip, .askedTip)
    #expect(tutor.tips.count == 2)
    tutor.send(.askedTip)
    #expect(tutor.notice == .lastTip)
    tutor.send(.steppedBack, .askedTip)
    #expect(tutor.notice == .noTips)
  }
}
