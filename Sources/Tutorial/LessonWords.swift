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
///
/// A lesson has hundreds of them and a screen shows a few, so the runs may be read from the text when they are wanted.
public struct Paragraph: Sendable {
  private enum Source: Sendable {
    case runs([Run])
    case text(String, reader: @Sendable (String) -> [Run])
  }

  public var isListItem: Bool
  private let source: Source

  public init(isListItem: Bool = false, runs: [Run]) {
    self.isListItem = isListItem
    source = .runs(runs)
  }

  public init(isListItem: Bool = false, text: String, reader: @escaping @Sendable (String) -> [Run]) {
    self.isListItem = isListItem
    source = .text(text, reader: reader)
  }

  /// The runs; where they have not been read yet, they are read anew at every look.
  public var runs: [Run] {
    switch source {
    case .runs(let runs): runs
    case .text(let text, let reader): reader(text)
    }
  }
}

extension Paragraph {
  /// The same paragraph with its runs read.
  var read: Paragraph { Paragraph(isListItem: isListItem, runs: runs) }
}

extension StepWords {
  /// The same words, read: every frame of the step looks at them.
  var read: StepWords {
    var words = self
    words.paragraphs = paragraphs.map(\.read)
    words.choices = choices.mapValues(\.read)
    words.replies = replies.mapValues { $0.map(\.read) }
    words.reveal = reveal.map(\.read)
    words.tips = tips.map { $0.map(\.read) }
    return words
  }
}

extension Paragraph: Hashable {
  public static func == (left: Paragraph, right: Paragraph) -> Bool {
    left.isListItem == right.isListItem && left.runs == right.runs
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(isListItem)
    hasher.combine(runs)
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
