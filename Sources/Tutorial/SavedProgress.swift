/// What a progress file keeps of a course, by ids alone, so that it outlives changes of the lessons.
///
/// Ids that the course does not know are kept as they are.
public struct SavedProgress: Hashable, Sendable {
  /// The lesson that was on screen last; nil at the very first start.
  public var lesson: String?
  /// By the lesson's id.
  public var lessons: [String: SavedLesson]

  public init(lesson: String? = nil, lessons: [String: SavedLesson] = [:]) {
    self.lesson = lesson
    self.lessons = lessons
  }
}

/// What is kept of one lesson.
public struct SavedLesson: Hashable, Sendable {
  /// The step on screen, by its id.
  public var step: String
  /// The furthest step that was ever on screen, by its id.
  public var furthest: String
  /// The challenges that were met, by the ids of their steps.
  public var met: Set<String>
  /// How questions were answered, by the ids of their steps.
  public var answers: [String: SavedAnswer]
  /// The changes that led to the values of each place, by `PlaceID.text`, the oldest first.
  public var places: [String: [SavedChange]]
  /// What the sandbox was made from; nil for every other lesson.
  public var recipe: Recipe?

  public init(
    step: String, furthest: String, met: Set<String> = [], answers: [String: SavedAnswer] = [:],
    places: [String: [SavedChange]] = [:], recipe: Recipe? = nil
  ) {
    self.step = step
    self.furthest = furthest
    self.met = met
    self.answers = answers
    self.places = places
    self.recipe = recipe
  }
}

/// The votes on one question, in order, each the id of a choice or a number as it was typed.
public struct SavedAnswer: Hashable, Sendable {
  public var votes: [String]
  public var isRevealed: Bool

  public init(votes: [String] = [], isRevealed: Bool = false) {
    self.votes = votes
    self.isRevealed = isRevealed
  }
}

/// One change of the values, as sentences of the formula language.
public struct SavedChange: Hashable, Sendable {
  /// The raw value of `Change.Kind`.
  public var kind: String
  /// `K[dog,3] = 3.1`
  public var edits: [String]
  /// Typed-over cells that their formulas compute again: `S[1,2]`.
  public var restored: [String]

  public init(kind: String, edits: [String], restored: [String] = []) {
    self.kind = kind
    self.edits = edits
    self.restored = restored
  }
}
