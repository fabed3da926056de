import Tutorial

/// Reads words that are a list of entries: a title, then `## id: title` and one paragraph for each.
struct EntriesReader {
  struct Entry {
    let id: String
    let place: Place
    let title: String
    var text: Paragraph?
  }

  private(set) var title: String?
  private(set) var entries: [Entry] = []
  private(set) var faults: [Fault] = []
  private var open: RunReader?

  init(_ source: SourceText) {
    for (index, line) in source.lines.enumerated() {
      read(line.trimmingEnd, Place(line: index + 1, column: 1))
    }
    endParagraph()
    if title == nil { faults.add(.start, "the words begin with their title: # …") }
    for entry in entries where entry.text == nil {
      faults.add(entry.place, "\(entry.id) has no words", severity: .reports)
    }
  }

  private mutating func read(_ line: Substring, _ place: Place) {
    if line.utf8.count > WordsReader.longestLine, line.count > WordsReader.longestLine {
      faults.add(place, "a line of words has at most \(WordsReader.longestLine) characters")
    }
    if line.isEmpty { return endParagraph() }
    if line.hasPrefix("## ") { return entryHeading(Heading(line.dropFirst(3)), place.moved(by: 3)) }
    if line.hasPrefix("# "), title == nil {
      title = plain(line.dropFirst(2), place.moved(by: 2))
    } else if line.first == "#" {
      faults.add(place, "a heading here is # for the title, once, or ## for an entry")
    } else if line.first == ">" || line.first == "|" || line.hasPrefix("- ") {
      faults.add(place, "an entry is one paragraph of words")
    } else {
      words(line, place)
    }
  }

  private mutating func words(_ line: Substring, _ place: Place) {
    if open == nil {
      guard let last = entries.last else {
        faults.add(place, "words stand under an entry: ## …")
        return
      }
      if last.text != nil { faults.add(place, "an entry is one paragraph of words") }
      open = RunReader(.refused)
    }
    open?.read(line, place)
  }

  private mutating func endParagraph() {
    guard var runs = open else { return }
    open = nil
    entries[entries.count - 1].text = Paragraph(runs: runs.finish())
    faults += runs.faults
  }

  private mutating func entryHeading(_ heading: Heading, _ place: Place) {
    endParagraph()
    if entries.contains(where: { $0.id == heading.id }) {
      faults.add(place, "\(heading.id) has a heading already")
    }
    if heading.title == nil { faults.add(place, "an entry has a title: ## \(heading.id): …") }
    let title = heading.title.map { plain($0, heading.titlePlace(place)) }
    entries.append(Entry(id: heading.id, place: place, title: title ?? heading.id))
  }

  private mutating func plain(_ words: Substring, _ place: Place) -> String {
    var reader = RunReader(.refused)
    reader.read(words, place)
    let runs = reader.finish()
    faults += reader.faults
    if runs.count != 1 || runs[0].manner != .plain {
      faults.add(place, "a title is plain words, without marks")
    }
    return runs.map { if case .text(let text) = $0.content { text } else { "" } }.joined()
  }
}

extension EntriesReader {
  /// Complains about entries that are missing here, or are here alone.
  ///
  /// - Parameters:
  ///   - expected: The ids that there must be.
  ///   - origin: What says so: `course.yaml`, `the English glossary`.
  func faults(against expected: [String], of origin: String, _ kind: String) -> [Fault] {
    var faults: [Fault] = []
    let found = entries.map(\.id)
    for entry in entries where !expected.contains(entry.id) {
      faults.add(entry.place, "\(origin) has no \(kind) \(entry.id)" + didYouMean(entry.id, among: expected))
    }
    for id in expected where !found.contains(id) {
      faults.add(.start, "the \(kind) \(id) has no words", severity: .reports)
    }
    return faults
  }
}
