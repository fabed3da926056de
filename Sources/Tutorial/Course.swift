/// The whole course: its lessons in order, and the words of the interface.
public struct Course: Sendable {
  public var lessons: [Lesson]
  /// The words of the interface, for each language.
  public var interface: [Language: InterfaceWords]

  public init(lessons: [Lesson], interface: [Language: InterfaceWords]) {
    self.lessons = lessons
    self.interface = interface
  }

  /// The languages that the interface speaks, English first.
  public var languages: [Language] {
    interface.keys.sorted { ($0 == .english ? 0 : 1, $0) < ($1 == .english ? 0 : 1, $1) }
  }

  /// The words of the interface in a language, in English where that language is not there.
  public func words(in language: Language) -> InterfaceWords {
    interface[language] ?? interface[.english] ?? InterfaceWords(texts: [:])
  }
}
