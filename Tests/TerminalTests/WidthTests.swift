import CPseudoTerminal
import Foundation
import Testing

@testable import Frames

/// The widths that the program counts with, against two that it does not know: that of libvterm, which is a terminal, and
/// `wcwidth` of the C library, which ncurses counts with.
struct WidthTests {
  /// Every grapheme that a lesson, the glossary or the interface may put on screen.
  static func shippedCharacters() throws -> Set<Character> {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Lessons")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var characters: Set<Character> = []
    while let file = files?.nextObject() as? URL {
      guard ["md", "yaml"].contains(file.pathExtension) else { continue }
      characters.formUnion(try String(contentsOf: file, encoding: .utf8))
    }
    return characters.subtracting(["\n"])
  }

  /// Every glyph of a set, by its name there.
  static func glyphs(of set: GlyphSet) -> [(name: String, glyph: String)] {
    Mirror(reflecting: set).children.flatMap { child -> [(String, String)] in
      let name = child.label ?? ""
      if let glyph = child.value as? String { return [(name, glyph)] }
      return (child.value as? [String] ?? []).map { (name, $0) }
    }
  }

  @Test func `every character of the lessons and of the interface is as wide as a terminal makes it`() throws
  {
    let characters = try Self.shippedCharacters()
    #expect(characters.isSuperset(of: "aáñ¿ᵀ·√−"))
    for character in characters {
      let width = displayWidth(of: character)
      #expect(width == 1, "\(character) of the lessons")
      #expect(columnsInTerminal(String(character)) == width, "\(character) in libvterm")
      #expect(columnsInLibrary(String(character)) == width, "\(character) in the C library")
    }
  }

  @Test(arguments: [GlyphSet.unicode, .ascii])
  func `every glyph is as wide as a terminal makes it`(set: GlyphSet) {
    let glyphs = Self.glyphs(of: set)
    #expect(glyphs.count > 50)
    for (name, glyph) in glyphs {
      let width = displayWidth(of: glyph)
      #expect(columnsInTerminal(glyph) == width, "\(name) \(glyph) in libvterm")
      #expect(columnsInLibrary(glyph) == width, "\(name) \(glyph) in the C library")
    }
  }

  @Test func `what a scale or a plane is drawn with takes one column each in both sets`() {
    for set in [GlyphSet.unicode, .ascii] {
      let drawn =
        [
          set.rule, set.verticalLine, set.scaleLeft, set.scaleRight, set.tick, set.point, set.pointBefore,
          set.shaft,
        ]
        + set.tips
      #expect(drawn.map(columnsInTerminal).allSatisfy { $0 == 1 })
    }
  }

  /// What the lessons hold, spelt in ASCII, has one column a letter.
  @Test func `spelt in ASCII every character of the lessons is as wide as its letters`() throws {
    for character in try Self.shippedCharacters() {
      let spelling = GlyphSet.ascii.render(String(character))
      #expect(!spelling.contains("?") || character == "?", "\(character) has no spelling")
      #expect(columnsInTerminal(spelling) == spelling.utf8.count, "\(character)")
    }
  }

  /// Wide characters and marks, which a learner's own sentence may hold.
  @Test(arguments: ["日", "한", "猫", "Ａ", "e\u{301}", "n\u{303}o", "שלום", "кот", "ﬁ", "½"])
  func `letters of other scripts are as wide as a terminal makes them`(text: String) {
    #expect(columnsInTerminal(text) == displayWidth(of: text))
    #expect(columnsInLibrary(text) == displayWidth(of: text))
  }

  /// How far a terminal's cursor moves over a text.
  private func columnsInTerminal(_ text: String) -> Int {
    let emulator = TerminalEmulator(columns: 40, rows: 2)
    emulator.write(Array(text.utf8))
    return emulator.cursor.column
  }

  /// The sum of `wcwidth` over the characters of a text; nil where one of them cannot be printed.
  private func columnsInLibrary(_ text: String) -> Int? {
    let widths = text.unicodeScalars.map { Int(character_columns(Int32($0.value))) }
    return widths.contains { $0 < 0 } ? nil : widths.reduce(0, +)
  }
}
