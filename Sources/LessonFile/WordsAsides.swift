import Tutorial

/// Words that are said when their time comes.
enum Aside: Hashable {
  case tip, note, reveal
  /// To a choice or a goal.
  case reply(String)
  /// It cannot be said here.
  case unknown
}

/// The lines with `>`.
extension WordsReader {
  /// The asides that every step may have.
  static let commonAsides = ["tip", "note", "reveal"]

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
}

extension StepWords {
  fileprivate mutating func begin(_ aside: Aside) {
    switch aside {
    case .tip: tips.append([])
    case .note: notes.append([])
    case .reveal, .reply, .unknown: break
    }
  }

  mutating func add(_ paragraph: Paragraph, to aside: Aside) {
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
