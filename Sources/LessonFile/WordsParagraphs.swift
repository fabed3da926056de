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

/// Words that are said when their time comes.
enum Aside: Hashable {
  case tip, note, reveal
  /// To a choice or a goal.
  case reply(String)
  /// It cannot be said here.
  case unknown
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

/// Paragraphs, choices and asides.
extension WordsReader {
  /// The asides that every step may have.
  static let commonAsides = ["tip", "note", "reveal"]

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

  // MARK: Asides

  /// `> tip: …`, or `> …` that goes on with it; a bare `>` begins a new paragraph of it.
  mutating func asideLine(_ text: Substring, _ place: Place) {
    let words = text.dropFirst().drop { $0 == " " }
    let blanks = text.utf8.distance(from: text.startIndex, to: words.startIndex) - 1
    let place = place.moved(by: 1 + blanks)
    guard current != nil else {
      faults.add(place, "words stand under a step: ### …")
      return
    }
    if words.isEmpty { return endParagraph() }
    if let label = Label(words) {
      endParagraph()
      let aside = aside(label, place)
      current?.aside = aside
      current?.words.begin(aside)
      if !label.words.isEmpty {
        begin(.aside(aside, isListItem: false), label.words, place.moved(by: label.offset))
      }
      return
    }
    guard let aside = current?.aside else {
      endParagraph()
      current?.aside = .unknown
      faults.add(place, "what is said later begins with its id: > tip: …")
      return
    }
    if words.hasPrefix("- ") {
      endParagraph()
      begin(.aside(aside, isListItem: true), words.dropFirst(2), place.moved(by: 2))
    } else if open == nil {
      begin(.aside(aside, isListItem: false), words, place)
    } else {
      open?.read(words, place)
    }
  }

  /// What an id before an aside means in the step.
  private mutating func aside(_ label: Label, _ place: Place) -> Aside {
    let (step, words) = (current?.step, current?.words)
    let replies = step?.replyIDs ?? []
    let isSaid: Bool
    let aside: Aside
    switch label.id {
    case "tip": return .tip
    case "note": return .note
    case "reveal":
      aside = .reveal
      isSaid = words?.reveal.isEmpty == false
    case let id where replies.contains(id):
      aside = .reply(id)
      isSaid = words?.replies[id] != nil
    default:
      // Nothing is known of a step that the lesson does not have.
      if let step { faults.add(place, step.refusal(of: label.id)) }
      return .unknown
    }
    if isSaid { faults.add(place, "> \(label.id): is in \(current?.id ?? "") already") }
    return aside
  }

  // MARK: The end of a paragraph

  private mutating func begin(_ kind: OpenParagraph.Kind, _ text: Substring, _ place: Place) {
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

extension StepWords {
  fileprivate mutating func begin(_ aside: Aside) {
    switch aside {
    case .tip: tips.append([])
    case .note: notes.append([])
    case .reveal, .reply, .unknown: break
    }
  }

  fileprivate mutating func add(_ paragraph: Paragraph, to aside: Aside) {
    switch aside {
    case .tip: tips[tips.count - 1].append(paragraph)
    case .note: notes[notes.count - 1].append(paragraph)
    case .reveal: reveal.append(paragraph)
    case .reply(let id): replies[id, default: []].append(paragraph)
    case .unknown: break
    }
  }
}

extension Step {
  var choices: [Choice]? {
    guard case .choices(let choices)? = question?.kind else { return nil }
    return choices
  }

  /// What is answered by its id: choices and goals.
  var replyIDs: [String] { (choices ?? []).map(\.id) + (challenge?.goals ?? []).map(\.id) }

  /// What to say of an aside that the step does not have.
  fileprivate func refusal(of id: String) -> String {
    let meant = didYouMean(id, among: WordsReader.commonAsides + replyIDs)
    if choices != nil { return "\(self.id) has no choice \(id)\(meant)" }
    if challenge != nil { return "\(self.id) has no goal \(id)\(meant)" }
    let common = WordsReader.commonAsides.joined(separator: ", ")
    return "\(self.id) has no \(id)\(meant.isEmpty ? "; every step may have \(common)" : meant)"
  }
}

extension Place {
  func moved(by columns: Int) -> Place { Place(line: line, column: column + columns) }
}
