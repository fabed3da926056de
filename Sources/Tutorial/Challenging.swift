import AttentionCore

/// How a challenge stands with the values on screen.
public struct ChallengeStatus: Hashable, Sendable {
  /// One goal, and the cell of it that misses by most.
  public struct Goal: Hashable, Sendable {
    public let goal: Challenge.Goal
    /// Nil where it cannot be computed, as no value can be compared.
    public let verdict: Verdict?

    public var holds: Bool { verdict?.holds ?? false }
  }

  public let goals: [Goal]
  /// What may differ from the start, and whether no more does; nil: any number of cells may.
  public let limit: Challenge.Limit?
  public let keepsLimit: Bool

  public var isMet: Bool { keepsLimit && goals.allSatisfy(\.holds) }
}

/// A goal to reach by changing values, with tips on request and at last a solution to look at.
extension Tutor {
  /// How the challenge of this step stands; nil if it has none.
  public var challenge: ChallengeStatus? {
    guard let challenge = step.challenge else { return nil }
    let (now, start) = (worksheet, start)
    return ChallengeStatus(
      goals: challenge.goals.map { goal in
        ChallengeStatus.Goal(goal: goal, verdict: try? now.verdict(on: goal.comparison))
      },
      limit: challenge.limit, keepsLimit: challenge.limit?.keeps(now, since: start) ?? true)
  }

  /// Whether the challenge of a step was ever met by the learner.
  public func wasMet(_ step: Step) -> Bool { progress.met.contains(step.id) }

  /// The tips of this step that were asked for, in order.
  public var tips: [[Paragraph]] { Array((stepWords?.tips ?? []).prefix(progress.tips[step.id] ?? 0)) }

  /// Whether the next tip is to show a solution.
  public var offersSolution: Bool {
    step.challenge?.solution.isEmpty == false && tips.count == stepWords?.tips.count ?? 0
  }

  /// One more tip; after the last one of a challenge a solution is shown, and taken back at the next asking.
  mutating func showTip() {
    if experiment?.kind == .solution {
      experiment = nil
    } else if tips.count < stepWords?.tips.count ?? 0 {
      progress.tips[step.id, default: 0] += 1
      wordsScroll = nil
    } else if let solution = step.challenge?.solution, !solution.isEmpty {
      // On the lesson's own start, as what the learner has changed might not go with it.
      playSolution(solution)
    } else {
      notice = tips.isEmpty ? .noTips : .lastTip
    }
  }

  private mutating func playSolution(_ solution: [Edit]) {
    mode = .step
    prompt = nil
    experiment = try? Experiment(.solution, solution, on: start)
  }

  /// Notes a challenge that the learner's own values meet.
  mutating func noteIfMet() {
    guard experiment == nil, prompt == nil, challenge?.isMet == true else { return }
    if progress.met.insert(step.id).inserted { effects.append(.save) }
    if mode == .edit, notice == nil { notice = .challengeMet }
    wordsScroll = nil
  }
}
