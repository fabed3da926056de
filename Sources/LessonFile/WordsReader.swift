import AttentionCore
import Tutorial

/// Reads the words of a lesson in one language, `en.md`: headings with ids, and under them what is said.
///
/// This file reads headings, `WordsParagraphs.swift` and `WordsAsides.swift` what stands under them;
/// `WordsChecks.swift` looks at the whole.
struct WordsReader {
  static let longestLine = 2_000

  let lesson: Lesson
  let liveValues: RunReader.LiveValues
  var faults: [Fault] = []
  /// The live values of each step, for their proof.
  var values: [(step: String, formula: Formula, place: Place)] = []
  var title: String?
  var goal: String?
  var stages: [String: String] = [:]
  var steps: [String: StepWords] = [:]
  /// Where the headings so far stand.
  var places: [String: Place] = [:]
  var currentStage: String?
  /// The step whose words are being read.
  var current: OpenStep?
  /// The paragraph that is being read.
  var open: OpenParagraph?
  /// Each step of the lesson, with the stage it belongs to.
  private let known: [String: (stage: String, step: Step)]

  /// Reads a file and holds it against its lesson.
  ///
  /// - Parameters:
  ///   - english: The same words in English; nil if these are they.
  ///   - isTrusted: Whether it is known that the live values fit the lesson.
  static func read(
    _ source: SourceText, for lesson: Lesson, english: LessonWords? = nil, isTrusted: Bool = false
  ) -> WordsReading {
    var reader = WordsReader(lesson, isTrusted ? .trusted : .checked(lesson.worksheet))
    for (index, line) in source.lines.enumerated() { reader.read(line, Place(line: index + 1, column: 1)) }
    reader.endStep()
    reader.checkComplete()
    if let english { reader.compare(with: english) }
    let words = LessonWords(
      title: reader.title ?? "", goal: reader.goal ?? "", stages: reader.stages, steps: reader.steps)
    return WordsReading(words: words, values: reader.values, faults: reader.faults)
  }

  private init(_ lesson: Lesson, _ liveValues: RunReader.LiveValues) {
    self.lesson = lesson
    self.liveValues = liveValues
    var known: [String: (stage: String, step: Step)] = [:]
    for stage in lesson.stages {
      for step in stage.steps { known[step.id] = (stage.id, step) }
    }
    self.known = known
  }

  private mutating func read(_ line: Substring, _ place: Place) {
    let line = line.trimmingEnd
    if line.utf8.count > Self.longestLine, line.count > Self.longestLine {
      faults.add(
        place, "a line of words has at most \(Self.longestLine) characters, this one has \(line.count)")
    }
    let indent = line.utf8.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    let text = line[indent.endIndex...]
    let place = place.moved(by: indent.count)
    switch text.utf8.first {
    case nil:
      endParagraph()
      current?.aside = nil
    case UInt8(ascii: "#"): heading(text, place)
    case UInt8(ascii: ">"): asideLine(text, place)
    case UInt8(ascii: "|"): faults.add(place, "tables are not used in lessons")
    default: words(text, place)
    }
  }

  // MARK: Headings

  private mutating func heading(_ text: Substring, _ place: Place) {
    endParagraph()
    let level = text.prefix { $0 == "#" }.count
    let rest = text.dropFirst(level)
    let blanks = rest.prefix { $0 == " " }.count
    guard level <= 3, blanks > 0, rest.count > blanks else {
      faults.add(place, "a heading is #, ## or ###, a blank and words")
      return
    }
    let words = rest.dropFirst(blanks)
    let wordsPlace = Place(line: place.line, column: place.column + level + blanks)
    switch level {
    case 1: titleHeading(words, place, wordsPlace)
    case 2: stageHeading(Heading(words), wordsPlace)
    default: stepHeading(Heading(words), wordsPlace)
    }
  }

  private mutating func titleHeading(_ words: Substring, _ place: Place, _ wordsPlace: Place) {
    if title == nil {
      title = plain(words, wordsPlace)
    } else {
      faults.add(place, "a lesson has one title")
    }
  }

  private mutating func stageHeading(_ heading: Heading, _ place: Place) {
    endStep()
    currentStage = heading.id
    guard lesson.stages.contains(where: { $0.id == heading.id }) else {
      let meant = didYouMean(heading.id, among: lesson.stages.map(\.id))
      faults.add(place, "lesson.yaml has no stage \(heading.id)" + meant)
      return
    }
    guard isFirst("stage \(heading.id)", place) else { return }
    guard let title = heading.title else {
      faults.add(place, "a stage has a title: ## \(heading.id): …")
      return
    }
    stages[heading.id] = plain(title, heading.titlePlace(place))
  }

  private mutating func stepHeading(_ heading: Heading, _ place: Place) {
    endStep()
    current = OpenStep(id: heading.id)
    guard let (stage, step) = known[heading.id] else {
      let meant = didYouMean(heading.id, among: lesson.steps.map(\.id))
      faults.add(place, "lesson.yaml has no step \(heading.id)" + meant)
      return
    }
    if stage != currentStage {
      faults.add(place, "the step \(heading.id) belongs to the stage \(stage)")
    }
    guard isFirst("step \(heading.id)", place) else { return }
    current?.step = step
    let title = heading.title.map { plain($0, heading.titlePlace(place)) }
    current?.words.title = title
  }

  /// Keeps the words of a step, which are all read.
  private mutating func endStep() {
    endParagraph()
    if let current, current.step != nil { steps[current.id] = current.words }
    current = nil
  }

  private mutating func isFirst(_ what: String, _ place: Place) -> Bool {
    guard let first = places[what] else {
      places[what] = place
      return true
    }
    faults.add(place, "the \(what) has a heading already, on line \(first.line)")
    return false
  }

  /// A title or a goal: words without marks and live values.
  mutating func plain(_ words: Substring, _ place: Place) -> String {
    var reader = RunReader(liveValues)
    reader.read(words, place)
    let runs = reader.finish()
    faults += reader.faults
    let texts = runs.compactMap { run -> String? in
      if case .text(let text) = run.content, run.manner == .plain { text } else { nil }
    }
    if texts.count < runs.count {
      faults.add(place, "a title and the goal are plain words, without marks and values")
    }
    return texts.joined()
  }
}

/// The words of a lesson in one language, and what is to be proved of them.
struct WordsReading {
  let words: LessonWords
  /// The live values of each step, where they are not trusted.
  let values: [(step: String, formula: Formula, place: Place)]
  let faults: [Fault]
}
