import AttentionCore
import Tutorial

/// The proofs of questions and challenges.
extension LessonProver {
  /// - Parameter after: The values after `try`; nil if it cannot be played.
  mutating func prove(_ question: Question, of step: Step, _ start: Worksheet, _ after: Worksheet?) {
    if case .number(let answer) = question.kind {
      prove(answer, of: step, start)
    }
    guard let after else { return }
    let items = written.steps[step.id]?["proof"]?.value.items ?? []
    for (comparison, node) in zip(question.proof, items) {
      guard let verdict = verdict(on: comparison, in: after, node.scalar), !verdict.holds else { continue }
      let (left, right) = verdict.texts(digits: 4)
      add(node.place, "the proof of \(step.id) does not hold: the left side is \(left), the right \(right)")
    }
  }

  private mutating func prove(_ answer: Answer, of step: Step, _ start: Worksheet) {
    let scalar = written.steps[step.id]?["answer"]?.value.scalar
    do throws(FormulaError) {
      guard let (_, _, reason) = try start.value(of: answer.formula).firstMissing else { return }
      add(scalar?.place, "the answer of \(step.id) has no value: \(reason.sentence)")
    } catch {
      add(scalar?.place(at: error.offset), error.message)
    }
  }

  /// - Returns: The values after the solution; nil if it cannot be played.
  mutating func prove(_ challenge: Challenge, of step: Step, _ start: Worksheet) -> Worksheet? {
    let keys = written.steps[step.id] ?? [:]
    if missed(challenge, in: start, of: step).isEmpty {
      add(keys["goal"]?.value.place, "\(step.id) is met at its start: there is nothing to do")
    }
    checkAllowed(challenge.solution, "solution", of: step, start)
    checkAllowed(challenge.wrong, "wrong", of: step, start)
    if !challenge.wrong.isEmpty, let after = play(challenge.wrong, "wrong", of: step, on: start),
      missed(challenge, in: after, of: step).isEmpty, challenge.limit?.keeps(after, since: start) ?? true
    {
      add(keys["wrong"]?.value.place, "the wrong attempt of \(step.id) meets the goal")
    }
    guard let after = play(challenge.solution, "solution", of: step, on: start) else { return nil }
    let place = keys["solution"]?.value.place
    for (goal, verdict) in missed(challenge, in: after, of: step) {
      let reason = verdict.reason(for: goal.comparison, in: after)
      add(place, "the solution of \(step.id) misses the goal \(goal.id): \(reason)")
    }
    if let limit = challenge.limit, !limit.keeps(after, since: start) {
      add(place, "the solution of \(step.id) changes more than one \(limit.rawValue)")
    }
    return after
  }

  /// The goals that do not hold.
  private mutating func missed(
    _ challenge: Challenge, in worksheet: Worksheet, of step: Step
  ) -> [(goal: Challenge.Goal, verdict: Verdict)] {
    let entries = written.steps[step.id]?["goal"]?.value.map ?? []
    return challenge.goals.compactMap { goal in
      let scalar = entries.first { $0.key == goal.id }?.value.scalar
      guard let verdict = verdict(on: goal.comparison, in: worksheet, scalar), !verdict.holds else {
        return nil
      }
      return (goal, verdict)
    }
  }

  private mutating func verdict(
    on comparison: Comparison, in worksheet: Worksheet, _ scalar: YAMLScalar?
  ) -> Verdict? {
    do throws(FormulaError) {
      return try worksheet.verdict(on: comparison)
    } catch {
      add(scalar?.place(at: error.offset), error.message)
      return nil
    }
  }

  private mutating func checkAllowed(_ edits: [Edit], _ key: String, of step: Step, _ start: Worksheet) {
    let items = written.steps[step.id]?[key]?.value.items ?? []
    for (edit, node) in zip(edits, items) where !step.allows(edit, in: start) {
      let allowed = step.permission.map { $0.targets.map(\.text) + $0.edits.map(\.text) }
      let listing = allowed.map { $0.isEmpty ? "none" : $0.joined(separator: ", ") }
      add(
        node.place,
        "\(edit.text) is not among the edits that this step allows: \(listing ?? "every input that is not fixed")"
      )
    }
  }
}
