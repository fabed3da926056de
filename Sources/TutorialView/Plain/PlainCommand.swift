import Frames
import Tutorial

/// What can be typed in plain text.
enum PlainCommand: Hashable, Sendable, CaseIterable {
  case next, back, stage, previousStage, go, furthest
  case set, show, why, undo, redo, restore, changes
  case attempt, takeBack, play, tip, reveal, hide, toggle
  case course, glossary, whereAmI, sayAgain, language, digits, help, quit
  case sentence, dimensions, seed, save

  /// One line of the table of commands.
  struct Entry: Sendable {
    let command: PlainCommand
    /// The words for it, in each language.
    let words: Phrase
    /// What it does, in a sentence.
    let help: Phrase
    /// What may follow it, as an example; the same in every language.
    let example: String?

    init(_ command: PlainCommand, _ words: Phrase, _ help: Phrase, _ example: String? = nil) {
      self.command = command
      self.words = words
      self.help = help
      self.example = example
    }
  }

  /// The one table of commands, in the order of the help.
  static let table: [Entry] = [
    Entry(.next, .wordNext, .doNext),
    Entry(.back, .wordBack, .helpPrevious),
    Entry(.sayAgain, .wordSayAgain, .doSayAgain),
    Entry(.stage, .wordStage, .doStage),
    Entry(.go, .wordGo, .doGo, "softmax"),
    Entry(.furthest, .wordFurthest, .helpFurthest),
    Entry(.whereAmI, .wordWhere, .doWhere),
    Entry(.show, .wordShow, .doShow, "A[quickly]"),
    Entry(.set, .wordSet, .doSet, "K[dog,3] 3.1"),
    Entry(.changes, .wordChanges, .doChanges),
    Entry(.why, .wordWhy, .doWhy, "A[quickly,dog]"),
    Entry(.undo, .wordUndo, .helpUndo),
    Entry(.redo, .wordRedo, .helpRedo),
    Entry(.restore, .wordRestore, .doRestore),
    Entry(.attempt, .wordTry, .doTry),
    Entry(.takeBack, .wordTakeBack, .doTakeBack),
    Entry(.play, .wordPlay, .doPlay, "2"),
    Entry(.reveal, .wordReveal, .doReveal),
    Entry(.hide, .wordHide, .doHide),
    Entry(.tip, .wordTip, .helpTip),
    Entry(.course, .wordCourse, .helpCourse),
    Entry(.glossary, .wordGlossary, .helpGlossary, "softmax"),
    Entry(.language, .wordLanguage, .helpLanguage, "es"),
    Entry(.digits, .wordDigits, .helpDigits),
    Entry(.sentence, .wordSentence, .helpSentence, "The cat sleeps"),
    Entry(.dimensions, .wordDimensions, .doDimensions, "4"),
    Entry(.seed, .wordSeed, .doSeed, "7"),
    Entry(.save, .wordSave, .helpSave, "my-lesson"),
    Entry(.help, .wordHelp, .doHelp),
    Entry(.quit, .wordQuit, .doQuit),
  ]

  /// The letters that do on the full screen what they do here, so that a lesson may say “press r” to everybody.
  ///
  /// Case does not count here, so of two keys that differ by it only the small one is taken.
  static let letters: [String: PlainCommand] = [
    "n": .stage, "p": .previousStage, "g": .go, "c": .course, "d": .glossary, "r": .toggle, "t": .tip,
    "w": .why, "u": .undo, "x": .restore, "f": .digits, "?": .help, "q": .quit,
  ]
}

/// The commands as they are spelt in one language, and in English.
struct PlainVocabulary: Sendable {
  /// Each spelling, folded, as its words.
  private let spellings: [(words: [String], command: PlainCommand)]

  init(_ languages: [InterfaceWords]) {
    spellings =
      PlainCommand.letters.map { ([$0.key], $0.value) }
      + PlainCommand.table.flatMap { entry in
        languages.flatMap { words in Self.spellings(of: entry.words, in: words) }
          .map { ($0.split(separator: " ").map { folded(String($0)) }, entry.command) }
      }
  }

  /// The spellings of a command, the one to show first.
  static func spellings(of phrase: Phrase, in words: InterfaceWords) -> [String] {
    words[phrase].split(separator: ",").map { $0.trimmed }
  }

  /// The command that a line begins with, and what follows it; of two the one with more words.
  func command(of line: [String]) -> (command: PlainCommand, rest: [String])? {
    let typed = line.prefix(4).map { folded($0).withoutMarks }
    let found = spellings.filter { typed.starts(with: $0.words) }.max { $0.words.count < $1.words.count }
    return found.map { ($0.command, Array(line.dropFirst($0.words.count))) }
  }

  /// Everything that can be typed, for a suggestion.
  var all: [String] { spellings.map { $0.words.joined(separator: " ") }.filter { $0.count > 1 } }

  /// What each spelling means, for the test that none means two things.
  var meanings: [String: Set<PlainCommand>] {
    spellings.reduce(into: [:]) { $0[$1.words.joined(separator: " "), default: []].insert($1.command) }
  }
}

extension ViewContext {
  /// The word for a command in the learner's language.
  func word(_ command: PlainCommand) -> String {
    guard let entry = PlainCommand.table.first(where: { $0.command == command }) else { return "" }
    return words[entry.words].split(separator: ",").first.map { $0.trimmed } ?? ""
  }
}

/// Letters without case and accents, as commands and names are compared.
func folded(_ text: String) -> String {
  String(
    text.lowercased().flatMap { character -> [Character] in
      guard !character.isASCII, character.isLetter else { return [character] }
      let plain = GlyphSet.ascii.render(String(character))
      return plain.contains("?") ? [character] : Array(plain)
    })
}

extension StringProtocol {
  /// Without blanks at both ends.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}

extension String {
  /// A word without the marks of a sentence around it; a mark alone stays.
  fileprivate var withoutMarks: String {
    let marks = "?!.:;¿¡\"'"
    let bare = String(drop { marks.contains($0) }.reversed().drop { marks.contains($0) }.reversed())
    return bare.isEmpty ? self : bare
  }
}
