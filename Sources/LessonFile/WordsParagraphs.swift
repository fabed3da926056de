import AttentionCore
import Tutorial

/// A step whose words are being read.
struct OpenStep {
  let id: String
  /// As the lesson has it; nil if it has none, or its words have been read already.
  var step: Step?
  var words = StepWords()
  /// What the lines with `>` belong to.
  var aside: Aside?
}

/// A paragraph that is being read, and what it will be.
struct OpenParagraph {
  enum Kind {
    case words(isListItem: Bool)
    case choice(String)
    case aside(Aside, isListItem: Bool)
  }

  let kind: Kind
  /// Reads the runs as they come; nil where they are read when they are wanted.
  private var reader: RunReader?
  private var text = ""

  init(_ kind: Kind, _ liveValues: RunReader.LiveValues) {
    self.kind = kind
    if case .trusted = liveValues { reader = nil } else { reader = RunReader(liveValues) }
  }

  mutating func read(_ line: Substring, _ place: Place) {
    guard reader == nil else {
      reader?.read(line, place)
      return
    }
    if !text.isEmpty { text += " " }
    text += line
  }

  /// The paragraph, which has no more lines, and what was found in it.
  mutating func finish(isListItem: Bool) -> (paragraph: Paragraph, reader: RunReader?) {
    let runs = reader?.finish()
    let paragraph =
      runs.map { Paragraph(isListItem: isListItem, runs: $0) }
      ?? Paragraph(isListItem: isListItem, text: text, reader: { RunReader.trustedRuns(of: $0) })
    return (paragraph, reader)
  }
}

/// Paragraphs and choices.
extension WordsReader {
  /// A line that is neither a heading nor an aside: it begins something, or goes on with what is open.
  mutating func words(_ text: Substring, _ place: Place) {
    guard current != nil else { return wordsBeforeSteps(text, place) }
    guard text.hasPrefix("- ") else {
      if open == nil { open = OpenParagraph(.words(isListItem: false), liveValues) }
      open?.read(text, place)
      return
    }
    endParagraph()
    current?.aside = nil
    let item = text.dropFirst(2)
    let itemPlace = Place(line: place.line, column: place.column + 2)
    if let choices = current?.step?.choices, let label = Label(item) {
      choice(label, of: choices, itemPlace)
    } else {
      begin(.words(isListItem: true), item, itemPlace)
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

  // MARK: Choices

  /// `- same: It stays as it is.`
  private mutating func choice(_ label: Label, of choices: [Choice], _ place: Place) {
    let step = current?.id ?? ""
    if !choices.contains(where: { $0.id == label.id }) {
      faults.add(place, "\(step) has no choice \(label.id)" + didYouMean(label.id, among: choices.map(\.id)))
    } else if current?.words.choices[label.id] != nil {
      faults.add(place, "\(step) has words for the choice \(label.id) already")
    } else if label.words.isEmpty {
      faults.add(place, "the choice \(label.id) has no words")
    }
    current?.words.choices[label.id] = Paragraph(runs: [])
    begin(.choice(label.id), label.words, place.moved(by: label.offset))
  }

  // MARK: The end of a paragraph

  mutating func begin(_ kind: OpenParagraph.Kind, _ text: Substring, _ place: Place) {
    open = OpenParagraph(kind, liveValues)
    open?.read(text, place)
  }

  mutating func endParagraph() {
    guard var open else { return }
    self.open = nil
    let (paragraph, reader) = open.finish(isListItem: open.kind.isListItem)
    faults += reader?.faults ?? []
    guard let step = current?.id else { return }
    if let reader { values += reader.values.map { (step, $0.formula, $0.place) } }
    switch open.kind {
    case .words: current?.words.paragraphs.append(paragraph)
    case .choice(let id): current?.words.choices[id] = paragraph
    case .aside(let aside, _): current?.words.add(paragraph, to: aside)
    }
  }
}

extension OpenParagraph.Kind {
  fileprivate var isListItem: Bool {
    switch self {
    case .words(let isListItem), .aside(_, let isListItem): isListItem
    case .choice: false
    }
  }
}

extension Place {
  func moved(by columns: Int) -> Place { Place(line: line, column: column + columns) }
}
