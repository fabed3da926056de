import AttentionCore

/// The words of one lesson in one language.
public struct LessonWords: Hashable, Sendable {
  public var title: String
  /// The sentence under the title: what the learner will be able to do.
  public var goal: String
  /// The title of each stage, by the stage's id.
  public var stages: [String: String]
  /// The words of each step, by the step's id.
  public var steps: [String: StepWords]

  public init(title: String, goal: String, stages: [String: String], steps: [String: StepWords]) {
    self.title = title
    self.goal = goal
    self.stages = stages
    self.steps = steps
  }
}

/// The words of one step.
public struct StepWords: Hashable, Sendable {
  public var title: String?
  public var paragraphs: [Paragraph]
  /// The text of each choice of a question, by the choice's id.
  public var choices: [String: Paragraph]
  /// What is said when its time comes: after a choice was made, while a goal is what is missing; by the id of either.
  public var replies: [String: [Paragraph]]
  /// What is said after the reveal, or once the goals are met.
  public var reveal: [Paragraph]
  /// The rungs of the hint ladder, in order.
  public var tips: [[Paragraph]]
  /// For the speaker; never on the learner's screen.
  public var notes: [[Paragraph]]

  public init(
    title: String? = nil, paragraphs: [Paragraph] = [], choices: [String: Paragraph] = [:],
    replies: [String: [Paragraph]] = [:], reveal: [Paragraph] = [], tips: [[Paragraph]] = [],
    notes: [[Paragraph]] = []
  ) {
    self.title = title
    self.paragraphs = paragraphs
    self.choices = choices
    self.replies = replies
    self.reveal = reveal
    self.tips = tips
    self.notes = notes
  }
}

/// A paragraph, or one item of a list, as runs of text in one manner each.
public struct Paragraph: Hashable, Sendable {
  public var isListItem: Bool
  public var runs: [Run]

  public init(isListItem: Bool = false, runs: [Run]) {
    self.isListItem = isListItem
    self.runs = runs
  }
}

/// A piece of a paragraph in one manner.
public struct Run: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case text(String)
    /// `{formula}` or `{formula:digits}`: the worksheet's value at this moment.
    case live(Formula, digits: Int?)
  }
  public enum Manner: Hashable, Sendable { case plain, strong, emphasis, code }

  public var content: Content
  public var manner: Manner

  public init(_ content: Content, manner: Manner = .plain) {
    self.content = content
    self.manner = manner
  }
}
