import Tutorial

/// The words of the course itself: `en.md` beside `course.yaml`, and the glossary.
extension CourseReader {
  private static let glossary = "glossary"

  mutating func courseWords(
    in languages: [Language], misconceptions: [String]
  ) throws(FileError) -> [Language: CourseWords] {
    let there = self.languages(of: try files.names(in: ""), type: ".md")
    let glossaries =
      try files.names(in: "").contains(Self.glossary)
      ? self.languages(of: try files.names(in: Self.glossary), type: ".md") : []
    // A course that lists no misconceptions and has no words needs none.
    let hasTitle = !misconceptions.isEmpty || !there.isEmpty
    var words: [Language: CourseWords] = [:]
    for language in [.english] + languages.filter({ $0 != .english }) where speaks(language) {
      var ownWords = CourseWords()
      if hasTitle {
        try readTitle(of: &ownWords, in: language, isThere: there.contains(language), misconceptions)
      }
      if !glossaries.isEmpty {
        let english = words[.english]?.glossary.map(\.id)
        try readGlossary(of: &ownWords, in: language, isThere: glossaries.contains(language), english)
      }
      words[language] = ownWords
    }
    return words
  }

  private mutating func readTitle(
    of words: inout CourseWords, in language: Language, isThere: Bool, _ misconceptions: [String]
  ) throws(FileError) {
    let path = "\(language.code).md"
    guard isThere else { return addMissing(path, of: "the course", in: language) }
    guard let source = try source(path) else { return }
    let reader = EntriesReader(source)
    add(reader.faults + reader.faults(against: misconceptions, of: "course.yaml", "misconception"), path)
    words.title = reader.title ?? ""
    for entry in reader.entries {
      words.misconceptions[entry.id] = Misconception(
        title: entry.title, text: entry.text ?? Paragraph(runs: []))
    }
  }

  /// - Parameter english: The ids of the English glossary; nil if this is it.
  private mutating func readGlossary(
    of words: inout CourseWords, in language: Language, isThere: Bool, _ english: [String]?
  ) throws(FileError) {
    let path = "\(Self.glossary)/\(language.code).md"
    guard isThere else { return addMissing(path, of: "the glossary", in: language) }
    guard let source = try source(path) else { return }
    let reader = EntriesReader(source)
    var faults = reader.faults
    for entry in reader.entries where !isID(entry.id) { faults.add(entry.place, badID(entry.id)) }
    if let english { faults += reader.faults(against: english, of: "the English glossary", "term") }
    add(faults, path)
    words.glossary = reader.entries.map {
      GlossaryEntry(id: $0.id, term: $0.title, definition: $0.text ?? Paragraph(runs: []))
    }
  }
}
