import AttentionCore
import Tutorial

/// Reads the words of a lesson in one language, `en.md`: headings with ids, and paragraphs under them.
struct WordsReader {
  static let longestLine = 2_000

  private let lesson: Lesson
  private var faults: [Fault] = []
  private var title: String?
  private var goal: String?
  private var stages: [String: String] = [:]
  private var steps: [String: StepWords] = [:]
  /// Where the headings so far stand.
  private var places: [String: Place] = [:]
  private var currentStage: String?
  private var currentStep: String?
  /// The paragraph that is being read.
  private var open: (isListItem: Bool, runs: RunReader)?

  /// Reads a file and holds it against its lesson.
  static func read(_ source: SourceText, for lesson: Lesson) -> (words: LessonWords, faults: [Fault]) {
    var reader = WordsReader(lesson: lesson)
    for (index, line) in source.lines.enumerated() { reader.read(line, Place(line: index + 1, column: 1)) }
    reader.endParagraph()
    reader.checkComplete()
    let words = LessonWords(
      title: reader.title ?? "", goal: reader.goal ?? "", stages: reader.stages, steps: reader.steps)
    return (words, reader.faults)
  }

  private init(lesson: Lesson) { self.lesson = lesson }

  private mutating func read(_ line: Substring, _ place: Place) {
    let line = line.trimmingEnd
    if line.utf8.count > Self.longestLine, line.count > Self.longestLine {
      faults.add(
        place, "a line of words has at most \(Self.longestLine) characters, this one has \(line.count)")
    }
    let indent = line.prefix { $0 == " " || $0 == "\t" }.count
    let text = line.dropFirst(indent)
    let place = Place(line: place.line, column: 1 + indent)
    switch text.first {
    case nil: endParagraph()
    case "#": heading(text, place)
    case ">": aside(text, place)
    case "|": faults.add(place, "tables are not used in lessons")
    default: words(text, place)
    }
  }

  // MARK: Paragraphs

  private mutating func words(_ text: Substring, _ place: Place) {
    guard currentStep != nil else { return wordsBeforeSteps(text, place) }
    if text.hasPrefix("- ") {
      endParagraph()
      open = (true, RunReader(lesson.worksheet))
      open?.runs.read(text.dropFirst(2), Place(line: place.line, column: place.column + 2))
    } else {
      if open == nil { open = (false, RunReader(lesson.worksheet)) }
      open?.runs.read(text, place)
    }
  }

  /// The goal is the line after the title; nothing else stands outside of a step.
  private mutating func wordsBeforeSteps(_ text: Substring, _ place: Place) {
    if title == nil {
      faults.add(place, "the words begin with the title of the lesson: # …")
      title = ""
    } else if goal == nil, currentStage == nil {
      goal = plain(text, place)
    } else {
      faults.add(place, "words stand under a step: ### …")
    }
  }

  private mutating func endParagraph() {
    guard var paragraph = open else { return }
    open = nil
    let runs = paragraph.runs.finish()
    faults += paragraph.runs.faults
    guard let step = currentStep else { return }
    steps[step]?.paragraphs.append(Paragraph(isListItem: paragraph.isListItem, runs: runs))
  }

  /// `> tip: …`: said when its time comes.
  private mutating func aside(_ text: Substring, _ place: Place) {
    endParagraph()
    let id = text.dropFirst().prefix { $0 != ":" }
    faults.add(place, "this attend does not know \(text.first ?? ">")\(id) yet: upgrade attend")
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
    currentStage = heading.id
    currentStep = nil
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
    currentStep = heading.id
    guard let stage = lesson.stages.first(where: { $0.steps.contains { $0.id == heading.id } }) else {
      let meant = didYouMean(heading.id, among: lesson.stages.flatMap(\.steps).map(\.id))
      faults.add(place, "lesson.yaml has no step \(heading.id)" + meant)
      return
    }
    if stage.id != currentStage {
      faults.add(place, "the step \(heading.id) belongs to the stage \(stage.id)")
    }
    guard isFirst("step \(heading.id)", place) else { return }
    steps[heading.id] = StepWords(title: heading.title.flatMap { plain($0, heading.titlePlace(place)) })
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
  private mutating func plain(_ words: Substring, _ place: Place) -> String {
    var reader = RunReader(lesson.worksheet)
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

  // MARK: The whole

  private mutating func checkComplete() {
    if title == nil { faults.add(.start, "the words begin with the title of the lesson: # …") }
    if goal == nil { faults.add(.start, "after the title stands the goal of the lesson, in one line") }
    for stage in lesson.stages {
      if places["stage \(stage.id)"] == nil {
        faults.add(.start, "stage \(stage.id) has no title", severity: .reports)
      }
      for step in stage.steps where steps[step.id]?.paragraphs.isEmpty ?? true {
        let place = places["step \(step.id)"] ?? .start
        faults.add(place, "step \(step.id) has no words", severity: .reports)
      }
    }
  }
}

/// `id` or `id: title`.
private struct Heading {
  let id: String
  let title: Substring?
  /// How many characters stand before the title.
  private let titleOffset: Int

  init(_ words: Substring) {
    let parts = words.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    id = String(parts[0].trimmingEnd)
    let rest = parts.count > 1 ? parts[1].drop { $0 == " " } : ""
    title = rest.isEmpty ? nil : rest
    titleOffset = words.count - rest.count
  }

  func titlePlace(_ place: Place) -> Place { Place(line: place.line, column: place.column + titleOffset) }
}

extension Substring {
  /// Without the blanks at its end.
  fileprivate var trimmingEnd: Substring {
    let last = lastIndex { $0 != " " && $0 != "\t" }
    return last.map { self[...$0] } ?? ""
  }
}
