import Tutorial

/// Reads every phrase of the interface in one language, `strings/en.yaml`: groups of phrases, as in
/// `mode: {step: STEP}` for the phrase `mode.step`.
struct StringsReader {
  /// A phrase as it is written.
  private struct Written {
    let text: String
    let place: Place
  }

  private var faults: [Fault] = []
  private var phrases: [Phrase: Written] = [:]

  /// Reads a file.
  ///
  /// - Parameter english: The same phrases in English, which stand in for those that are not translated; nil if
  ///   this is the English file.
  static func read(_ source: SourceText, english: [Phrase: String]?) -> (
    texts: [Phrase: String], faults: [Fault]
  ) {
    var reader = StringsReader()
    do throws(Fault) {
      let (root, duplicates) = try YAMLReader.read(source)
      reader.faults = duplicates
      reader.readGroups(root)
    } catch {
      return (english ?? [:], [error])
    }
    reader.checkComplete(hasEnglish: english != nil)
    if let english { reader.checkPlaceholders(english) }
    let texts = reader.phrases.mapValues(\.text)
    return (texts.merging(english ?? [:]) { translated, _ in translated }, reader.faults)
  }

  private mutating func readGroups(_ root: YAMLNode) {
    guard let groups = root.map else {
      faults.add(root.place, "the phrases of the interface are a map of groups, this is \(root.kind)")
      return
    }
    for group in groups {
      guard let entries = group.value.map else {
        faults.add(group.value.place, "\(group.key) is a group of phrases, this is \(group.value.kind)")
        continue
      }
      for entry in entries { read(entry, in: group.key) }
    }
  }

  private mutating func read(_ entry: YAMLEntry, in group: String) {
    let key = "\(group).\(entry.key)"
    guard let phrase = Phrase.named(key) else {
      let meant = didYouMean(key, among: Phrase.allCases.map(\.rawValue))
      faults.add(entry.keyPlace, "the interface has no phrase \(key)" + meant)
      return
    }
    guard let text = entry.value.scalar?.text, !text.isEmpty else {
      faults.add(entry.value.place, "\(key) is words, this is \(entry.value.kind)")
      return
    }
    phrases[phrase] = Written(text: text, place: entry.value.place)
  }

  private mutating func checkComplete(hasEnglish: Bool) {
    for phrase in Phrase.allCases where phrases[phrase] == nil {
      faults.add(.start, "the phrase \(phrase.rawValue) is missing", severity: hasEnglish ? .reports : .stops)
    }
  }

  /// The program fills the same places in every language.
  private mutating func checkPlaceholders(_ english: [Phrase: String]) {
    for (phrase, written) in phrases {
      let expected = placeholders(in: english[phrase] ?? "")
      let found = placeholders(in: written.text)
      for name in found.subtracting(expected).sorted() {
        faults.add(
          written.place,
          "nothing fills in {\(name)} in \(phrase.rawValue)" + didYouMean(name, among: expected.sorted()))
      }
      for name in expected.subtracting(found).sorted() {
        faults.add(written.place, "\(phrase.rawValue) lacks {\(name)}, which it has in English")
      }
    }
  }

  private func placeholders(in text: String) -> Set<String> {
    Set(
      text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map {
        String($0.prefix { $0 != "}" })
      })
  }
}
