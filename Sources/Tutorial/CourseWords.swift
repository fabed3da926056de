/// The words of the course itself in one language: its title, the misconceptions and the glossary.
public struct CourseWords: Hashable, Sendable {
  public var title: String
  /// By the misconception's id.
  public var misconceptions: [String: Misconception]
  /// In the order of the glossary's file.
  public var glossary: [GlossaryEntry]

  public init(
    title: String = "", misconceptions: [String: Misconception] = [:], glossary: [GlossaryEntry] = []
  ) {
    self.title = title
    self.misconceptions = misconceptions
    self.glossary = glossary
  }
}

/// A belief that many learners hold, and what is true instead.
public struct Misconception: Hashable, Sendable {
  public var title: String
  public var text: Paragraph

  public init(title: String, text: Paragraph) {
    self.title = title
    self.text = text
  }
}

/// A term of the field, as this language says it, with its definition.
public struct GlossaryEntry: Hashable, Sendable {
  /// The same in every language: `dot-product`.
  public var id: String
  public var term: String
  public var definition: Paragraph

  public init(id: String, term: String, definition: Paragraph) {
    self.id = id
    self.term = term
    self.definition = definition
  }
}
