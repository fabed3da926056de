import AttentionCore
import Testing
import Tutorial

@testable import LessonFile

/// What a step may say, as the program gets it.
struct StepKeysTests {
  @Test func `a step may have a view and a strip of its own`() throws {
    let steps = try steps(
      """
      a:
        strip: [S, O]
        steps:
          b: {show: A, as: ranking}
          c: {show: "S[quickly,dog]", as: history, strip: A}
          d: {show: "S[quickly]", as: angles, strip: A}
          e: {show: O, as: between, strip: A}
      """)
    #expect(steps.map(\.display) == [.ranking, .history, .angles, .between])
    #expect(
      steps.map(\.strip) == [Strip(weights: "S", output: "O")]
        + Array(repeating: Strip(weights: "A"), count: 3))
  }

  @Test func `a list of what may be changed has targets and whole edits`() throws {
    let steps = try steps(
      """
      a:
        edit: [Q, S = Q · Kᵀ + 1, "K[dog,3]", "K[dog] = 2 * K[dog]"]
        steps:
          b:
          c: {edit: K}
          d: {edit: }
      """)
    #expect(
      steps.map(\.permission) == [
        Permission(
          targets: [try Target(parsing: "Q"), try Target(parsing: "K[dog,3]")],
          edits: [try Edit(parsing: "S = Q · Kᵀ + 1"), try Edit(parsing: "K[dog] = 2 * K[dog]")]),
        Permission(targets: [try Target(parsing: "K")]),
        Permission(),
      ])
  }

  @Test func `experiments and starts are edits`() throws {
    let lesson = try lesson(
      stages(
        """
        a:
          start: Q = 0
          try: [S = 2 * S2, "K[dog,1] = 1"]
          steps:
            b:
            c: {start: "Q[1,2] = 1", try: Q = 1}
        """.replacing("2 * S2", with: "2 * (Q · Kᵀ)")))
    #expect(lesson.stages[0].start == [try Edit(parsing: "Q = 0")])
    #expect(lesson.steps.map(\.start) == [nil, [try Edit(parsing: "Q[1,2] = 1")]])
    #expect(
      lesson.steps.map(\.experiment) == [
        [try Edit(parsing: "S = 2 * (Q · Kᵀ)"), try Edit(parsing: "K[dog,1] = 1")],
        [try Edit(parsing: "Q = 1")],
      ])
  }

  @Test func `places follow from starts and tasks`() throws {
    let lesson = try lesson(
      stages(
        """
        a:
          steps:
            b:
            c: {choices: {yes: right, no: wrong}}
            d: {start: }
        e:
          start: Q = 0
          steps:
            f:
            g: {goal: {x: S > 0}, solution: Q = 1}
        """))
    #expect(
      lesson.steps.indices.map { lesson.place(ofStep: $0).text } == [
        "", "step:c", "step:d", "stage:e", "step:g",
      ])
    #expect(lesson.startEdits(of: .step("g")) == [try Edit(parsing: "Q = 0")])
  }

  @Test func `a question has choices in order, or a number`() throws {
    let steps = try steps(
      """
      a:
        steps:
          b:
            choices: {same: M3, falls: right, rises: wrong}
            proof: [S > was(S) - 1, S = was(S)]
          c: {answer: "S[quickly,dog] ± 0.005", proof: S < 2}
      """)
    #expect(
      steps.map(\.question) == [
        Question(
          kind: .choices([
            Choice(id: "same", verdict: .misconception("M3")), Choice(id: "falls", verdict: .right),
            Choice(id: "rises", verdict: .wrong),
          ]), proof: [try Comparison(parsing: "S > was(S) - 1"), try Comparison(parsing: "S = was(S)")]),
        Question(
          kind: .number(try Answer(parsing: "S[quickly,dog] ± 0.005")),
          proof: [try Comparison(parsing: "S < 2")]),
      ])
  }

  @Test func `a challenge has goals, and what its stage says of it`() throws {
    let steps = try steps(
      """
      a:
        limit: row
        goal: {low: S < 0}
        solution: Q = -1
        steps:
          b:
          c: {goal: {low: S < 0, small: √sum(Q * Q) < 9}, limit: cell, wrong: Q = 9, solution: [Q = -1, Q = -2]}
      """)
    let low = Challenge.Goal(id: "low", comparison: try Comparison(parsing: "S < 0"))
    let small = Challenge.Goal(id: "small", comparison: try Comparison(parsing: "√sum(Q * Q) < 9"))
    let edits = try [Edit(parsing: "Q = -1"), Edit(parsing: "Q = -2"), Edit(parsing: "Q = 9")]
    #expect(
      steps.map(\.challenge) == [
        Challenge(goals: [low], limit: .row, solution: [edits[0]]),
        Challenge(goals: [low, small], limit: .cell, solution: [edits[0], edits[1]], wrong: [edits[2]]),
      ])
  }

  private func steps(_ lines: String) throws -> [Step] { try lesson(stages(lines)).steps }
}
