import Frames
import Testing
import Tutorial
import TutorialView

/// A reader at a step of the shipped course.
func plainReader(
  at step: String? = nil, language: String = "en", lesson: String = "two-tokens", glyphs: GlyphSet = .unicode
) throws -> PlainReader {
  PlainReader(try tutor(at: step, language: Language(language), lesson: lesson), glyphs: glyphs)
}

extension PlainReader {
  /// What the reader says to some lines, one after the other.
  mutating func hearing(_ lines: String...) -> String {
    lines.map { read($0).text }.joined(separator: "\n")
  }

  /// Lines with their answers, as a session at a terminal looks.
  mutating func transcript(_ lines: [String]) -> String {
    open(Beginning(isNew: true)).text + lines.map { "> \($0)\n" + read($0).text }.joined()
  }
}
