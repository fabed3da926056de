import AttentionCore

/// One lesson: what is true (the worksheet), what is shown (stages and steps) and what is said (words).
public struct Lesson: Sendable {
  /// The name of its folder: `two-tokens`.
  public var id: String
  /// The worksheet with the lesson's own values.
  public var worksheet: Worksheet
  /// The first named axis: the sentence. Empty where the lesson names none.
  public var tokens: [String]
  public var stages: [Stage] { didSet { countSteps() } }
  /// All steps of all stages, in order.
  public private(set) var steps: [Step] = []
  /// The number of the first step of each stage, counted over the lesson.
  public private(set) var firstSteps: [Int] = []
  /// The matrices of the ripple strip: weights and, if there are any, output.
  public var strip: Strip
  public var words: [Language: LessonWords]
  /// What the sandbox was made from; nil: a lesson that somebody wrote.
  public var recipe: Recipe?

  public init(
    id: String, worksheet: Worksheet, tokens: [String], stages: [Stage], strip: Strip,
    words: [Language: LessonWords]
  ) {
    self.id = id
    self.worksheet = worksheet
    self.tokens = tokens
    self.stages = stages
    self.strip = strip
    self.words = words
    countSteps()
  }

  /// A lesson of which nothing but its id has been read.
  public init(unread id: String) {
    self.init(id: id, worksheet: Worksheet(), tokens: [], stages: [], strip: Strip(), words: [:])
  }

  /// Whether more than its id has been read: a lesson has steps.
  public var isRead: Bool { !steps.isEmpty }

  /// Kept, since every look at a step asks for them.
  private mutating func countSteps() {
    steps = stages.flatMap(\.steps)
    firstSteps = stages.indices.map { stages[..<$0].reduce(0) { $0 + $1.steps.count } }
  }

  /// The words in a language; English where the lesson does not speak it.
  public func words(in language: Language) -> LessonWords? {
    words[language] ?? words[.english]
  }

  /// The stage that a step belongs to, by its number.
  public func stage(ofStep step: Int) -> Int {
    firstSteps.lastIndex { $0 <= step } ?? 0
  }

  /// The number of the step that an id names: a step's own, or the first of a stage.
  public func step(named id: String) -> Int? {
    if let stage = stages.firstIndex(where: { $0.id == id }) { return firstSteps[stage] }
    return steps.firstIndex { $0.id == id }
  }
}

/// What the ripple strip shows, by the names of matrices.
public struct Strip: Hashable, Sendable {
  public var weights: String?
  public var output: String?

  public init(weights: String? = nil, output: String? = nil) {
    self.weights = weights
    self.output = output
  }
}

/// A part of a lesson with one theme: vectors, dot product, softmax …
public struct Stage: Hashable, Sendable {
  public var id: String
  /// Edits that make the stage a place for those of its steps that have no start of their own; nil: they share that of
  /// the lesson.
  public var start: [Edit]?
  public var steps: [Step]

  public init(id: String, start: [Edit]? = nil, steps: [Step]) {
    self.id = id
    self.start = start
    self.steps = steps
  }
}

/// One key press of the lesson: what the board shows and what may be changed.
public struct Step: Hashable, Sendable {
  public var id: String
  /// In the order in which they are drawn; the first is the focus. Empty: words only.
  public var show: [Shown]
  /// How it is drawn, where the lesson says so; nil: by what is shown.
  public var display: Display?
  /// How many parts of the explanation of the first shown are drawn; nil: all.
  public var reveal: Int?
  /// The ripple strip of this step; nil: that of the lesson.
  public var strip: Strip?
  /// What the learner may change; nil: every input that is not fixed.
  public var permission: Permission?
  /// Edits on entering, which make this step a place of its own; nil: it shares the place of its stage or lesson.
  public var start: [Edit]?
  /// The experiment of the step: edits that `r` plays and takes back.
  public var experiment: [Edit]
  public var question: Question?
  public var challenge: Challenge?

  public init(
    id: String, show: [Shown] = [], display: Display? = nil, reveal: Int? = nil, strip: Strip? = nil,
    permission: Permission? = nil, start: [Edit]? = nil, experiment: [Edit] = [], question: Question? = nil,
    challenge: Challenge? = nil
  ) {
    self.id = id
    self.show = show
    self.display = display
    self.reveal = reveal
    self.strip = strip
    self.permission = permission
    self.start = start
    self.experiment = experiment
    self.question = question
    self.challenge = challenge
  }
}

/// A matrix, a row or a cell that a step shows.
public struct Shown: Hashable, Sendable {
  public var name: String
  /// Counted from 0; nil: all rows.
  public var row: Int?
  /// Counted from 0; nil: all columns.
  public var column: Int?

  public init(name: String, row: Int? = nil, column: Int? = nil) {
    self.name = name
    self.row = row
    self.column = column
  }
}

/// A way of drawing that the lesson asks for with `as`.
public enum Display: String, Hashable, Sendable, CaseIterable {
  /// Bars, one for each cell of a row.
  case bars
  /// Bars, the largest first.
  case ranking
  /// Two of one shape side by side, with their difference.
  case compare
  /// A cell over the changes made in this place.
  case history
  /// A row of scores as a query and its keys: the angles between them, and how long each is.
  case angles
  /// A row of an output as a point between the values that it is mixed of.
  case between
}
