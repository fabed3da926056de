import Frames

/// One line of plain text, in pieces of which some are never taken apart by wrapping.
struct PlainLine: Hashable {
  var pieces: [StyledText]

  init(_ pieces: [StyledText]) { self.pieces = pieces }

  init(_ text: String) { pieces = [StyledText(text)] }

  /// `K dog: d1 0.54, d2 0.36`: the line may break between the items only.
  init(_ lead: String, items: [String], sign: String = ",") {
    self.init([StyledText(lead + ": ")] + Self.list(items, sign: sign))
  }

  /// Items with a sign between them, each of which stays whole.
  static func list(_ items: [String], sign: String = ",") -> [StyledText] {
    items.enumerated().flatMap { index, item in
      let isLast = index == items.count - 1
      return [StyledText(item + (isLast ? "" : sign), isUnbreakable: true)]
        + (isLast ? [] : [StyledText(" ")])
    }
  }
}

/// Paragraphs of lines: what is said at once.
struct PlainPage {
  private(set) var paragraphs: [[PlainLine]] = []

  mutating func add(_ lines: [PlainLine]) {
    if !lines.isEmpty { paragraphs.append(lines) }
  }

  mutating func add(_ line: String) { add([PlainLine(line)]) }

  /// A heading and what belongs to it; nothing where nothing does.
  mutating func add(_ heading: String, over lines: [PlainLine]) {
    if !lines.isEmpty { add([PlainLine(heading)] + lines) }
  }

  mutating func add(_ page: PlainPage) { paragraphs += page.paragraphs }

  /// The text, harmless for any terminal, with an empty line between paragraphs and an end to every line.
  ///
  /// - Parameter width: Nil: each line stays as long as it is, for a screen reader to cut as it likes.
  func text(width: Int?, glyphs: GlyphSet) -> String {
    paragraphs.map { lines in
      lines.flatMap { line -> [String] in
        let pieces = line.pieces.map { piece in
          StyledText(printable(glyphs.render(piece.text)), isUnbreakable: piece.isUnbreakable)
        }
        guard let width else { return [pieces.map(\.text).joined()] }
        return wrap(pieces, width: width).map { $0.map(\.text).joined() }
      }.map { $0 + "\n" }.joined()
    }.joined(separator: "\n")
  }
}
