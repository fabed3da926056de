import AttentionCore

/// What the learner may change in a step.
public struct Permission: Hashable, Sendable {
  /// Cells that may hold any number in range.
  public var targets: [Target]
  /// Edits that are offered as they are, played with Enter.
  public var edits: [Edit]

  public init(targets: [Target] = [], edits: [Edit] = []) {
    self.targets = targets
    self.edits = edits
  }
}

/// A prediction: answered before the reveal, in a place of its own.
public struct Question: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case choices([Choice])
    /// A typed number; the formula is evaluated in the question's place.
    case number(Answer)
  }

  public var kind: Kind
  /// What holds after the step's experiment: the worksheet's own evidence for the right choice.
  public var proof: [Comparison]

  public init(kind: Kind, proof: [Comparison] = []) {
    self.kind = kind
    self.proof = proof
  }
}

/// One choice of a question.
public struct Choice: Hashable, Sendable {
  public enum Verdict: Hashable, Sendable {
    case right, wrong
    /// Wrong, and it shows a known misconception, by its id in `course.yaml`.
    case misconception(String)
  }

  public var id: String
  public var verdict: Verdict

  public init(id: String, verdict: Verdict) {
    self.id = id
    self.verdict = verdict
  }
}

/// A task: goals on live values, in a place of its own.
public struct Challenge: Hashable, Sendable {
  /// How much may differ from the start.
  public enum Limit: String, Hashable, Sendable, CaseIterable { case cell, row }

  /// One condition; all goals of a challenge must hold.
  public struct Goal: Hashable, Sendable {
    public var id: String
    public var comparison: Comparison

    public init(id: String, comparison: Comparison) {
      self.id = id
      self.comparison = comparison
    }
  }

  public var goals: [Goal]
  public var limit: Limit?
  /// What the last tip offers to show.
  public var solution: [Edit]
  /// An attempt that looks right and is not: the checker proves that it fails.
  public var wrong: [Edit]

  public init(goals: [Goal], limit: Limit? = nil, solution: [Edit], wrong: [Edit] = []) {
    self.goals = goals
    self.limit = limit
    self.solution = solution
    self.wrong = wrong
  }
}
