import AttentionCore
import Frames
import Tutorial

/// A lesson on paper: a sheet for the learner or the key to it, in GitHub's Markdown without HTML.
public struct Handout: Sendable {
  public enum Kind: Hashable, Sendable {
    /// All numbers, and room to answer the questions.
    case complete
    /// What is computed is left for the learner to fill in, each blank with its number.
    case blank
    /// What belongs into the blanks, the right choices, the solutions and the speaker notes.
    case answers
  }

  /// Which rows of a matrix with several are left to fill in.
  public enum Rows: Hashable, Sendable {
    /// One of each: that of a token where it has one, else the one that the lesson follows.
    case one(of: String?)
    case all
  }

  public var kind: Kind
  public var rows: Rows
  private(set) var settings: Settings
  /// Which of many sheets this is, by the seed of its numbers; nil: there is only one.
  private(set) var sheet: UInt64?
  /// Whether these are the numbers that the words of the lesson were written for.
  public private(set) var hasOwnNumbers: Bool
  /// With the numbers of the handout in place of the lesson's own.
  private(set) var course: Course
  private var lessonIndex: Int

  /// - Parameters:
  ///   - worksheet: The numbers to begin with; the lesson's own where it is nil.
  ///   - seed: Varies the inputs, so that each sheet has its own numbers.
  ///   - edits: What is the same on every sheet; they have to go with the numbers to begin with.
  ///   - rows: What is left to fill in on a sheet.
  /// - Returns: Nil for a lesson that is not there.
  public init?(
    _ course: Course, lesson: Int, settings: Settings, kind: Kind = .complete, worksheet: Worksheet? = nil,
    seed: UInt64? = nil, edits: [Edit] = [], rows: Rows = .one(of: nil)
  ) {
    guard course.lessons.indices.contains(lesson), course.lessons[lesson].isRead else { return nil }
    self.kind = kind
    self.rows = rows
    self.settings = settings
    self.course = course
    lessonIndex = lesson
    sheet = seed
    let own = course.lessons[lesson].worksheet
    let given = worksheet ?? own
    hasOwnNumbers = seed == nil && given == own && edits.isEmpty
    guard !hasOwnNumbers else { return }
    // Of some draws the one with which most of what is asked still holds.
    var random = SplitMix64(seed: seed ?? 0)
    let draws = seed == nil ? [given] : (0..<Self.draws).map { _ in given.varied(by: &random) }
    var fewest = Int.max
    for var draw in draws {
      for edit in edits { try? draw.apply(edit) }
      var candidate = self
      candidate.use(draw)
      let unsound = candidate.unsoundTasks
      guard unsound < fewest else { continue }
      (self, fewest) = (candidate, unsound)
      if unsound == 0 { break }
    }
  }

  private static let draws = 8

  private mutating func use(_ worksheet: Worksheet) {
    course.lessons[lessonIndex].worksheet = worksheet
    // `was(…)` is what the sheet begins with.
    course.lessons[lessonIndex].worksheet.markStart()
  }

  var lesson: Lesson { course.lessons[lessonIndex] }

  var language: Language { settings.language }

  /// The tokens that have a row in some matrix, of which one may be chosen.
  public static func tokens(of lesson: Lesson) -> [String] { AskedRows.tokens(of: lesson) }

  var askedRows: AskedRows {
    switch rows {
    case .one(let token): AskedRows(of: token, in: lesson)
    case .all: .all
    }
  }

  /// The page.
  public var markdown: String {
    var writer = HandoutWriter(self)
    writer.writeStages()
    let blocks = kind == .answers ? writer.keyBlocks() : writer.sheetBlocks()
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  /// The tutor at each step, as somebody meets it who comes there for the first time.
  var tutors: [Tutor] {
    guard
      var tutor = Tutor(course: course, lesson: lessonIndex, step: 0, settings: settings)
    else { return [] }
    return lesson.steps.indices.map { step in
      if step > 0 { _ = tutor.handle(.steppedForward) }
      return tutor
    }
  }
}
