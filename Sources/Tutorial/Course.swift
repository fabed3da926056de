/// The whole course: its lessons in order, and the words of the interface.
public struct Course: Sendable {
  public var lessons: [Lesson]
  /// The words of the interface, for each language.
  public var interface: [Language: InterfaceWords]
  /// The misconceptions that wrong choices show, by their ids, in order: `M1`, `M2` …
  public var misconceptions: [String]
  /// The course's own words, for each language.
  public var words: [Language: CourseWords]
  /// The languages that the course speaks, English first; the words of some may not be read yet.
  public let languages: [Language]

  /// - Parameter languages: Nil: those of the interface.
  public init(
    lessons: [Lesson], interface: [Language: InterfaceWords], languages: [Language]? = nil,
    misconceptions: [String] = [], words: [Language: CourseWords] = [:]
  ) {
    self.lessons = lessons
    self.interface = interface
    self.misconceptions = misconceptions
    self.words = words
    self.languages = (languages ?? Array(interface.keys)).sorted {
      ($0 == .english ? 0 : 1, $0) < ($1 == .english ? 0 : 1, $1)
    }
  }

  /// Whether all lessons have been read, and not only the one that is on screen first.
  public var isWhole: Bool { firstUnread == nil }

  /// The first lesson that has not been read yet; nil where all have.
  public var firstUnread: Lesson? { lessons.first { !$0.isRead } }

  /// Whether the words of a language have been read.
  public func hasWords(in language: Language) -> Bool { interface[language] != nil }

  /// The words of the interface in a language, in English where that language is not there.
  public func words(in language: Language) -> InterfaceWords {
    interface[language] ?? interface[.english] ?? InterfaceWords(texts: [:])
  }

  /// The course's own words in a language, in English where that language is not there.
  public func ownWords(in language: Language) -> CourseWords {
    words[language] ?? words[.english] ?? CourseWords()
  }
}
