import Testing

@testable import Frames

struct TextWrappingTests {
  @Test(
    arguments: [
      ("the dog ran", 7, ["the dog", "ran"]),
      ("the dog ran", 11, ["the dog ran"]),
      ("the dog ran", 10, ["the dog", "ran"]),
      ("  the   dog  ", 20, ["the   dog"]),
      ("the   dog", 5, ["the", "dog"]),
      ("unbelievable dog", 5, ["unbelievable", "dog"]),
      ("a\n\nb", 5, ["a", "", "b"]),
      ("日本 語", 5, ["日本", "語"]),
      ("", 5, [""]),
      ("   ", 5, [""]),
      ("a b", 0, ["a", "b"]),
      ("a b", -3, ["a", "b"]),
    ])
  func `text breaks at blanks`(text: String, width: Int, lines: [String]) {
    #expect(wrap(text, width: width) == lines)
  }

  @Test func `nothing gives no line`() {
    #expect(wrap([StyledText](), width: 10).isEmpty)
  }

  @Test func `an unbreakable piece goes to the next line whole, with what touches it`() {
    let pieces = [
      StyledText("it gives ("), StyledText("0.22 · 0.54 = 0.12", isUnbreakable: true),
      StyledText("), so far"),
    ]
    #expect(texts(of: wrap(pieces, width: 21)) == ["it gives", "(0.22 · 0.54 = 0.12),", "so far"])
    #expect(texts(of: wrap(pieces, width: 24)) == ["it gives", "(0.22 · 0.54 = 0.12), so", "far"])
  }

  @Test func `an unbreakable piece wider than the line breaks at its own blanks`() {
    let pieces = [StyledText("sum "), StyledText("0.12 + 0.23 + 0.54", isUnbreakable: true), StyledText(".")]
    #expect(texts(of: wrap(pieces, width: 12)) == ["sum", "0.12 + 0.23", "+ 0.54."])
  }

  @Test func `styles survive, and blanks keep the style of their piece`() {
    let dog = Style(.token, underlined: true)
    let lines = wrap(
      [StyledText("the "), StyledText("big dog", style: dog), StyledText(" ran away")], width: 12)
    #expect(
      lines == [[StyledText("the "), StyledText("big dog", style: dog)], [StyledText("ran away")]])
  }

  @Test(arguments: 0..<40)
  func `no line is too wide, begins or ends with a blank, or loses a word`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let words = ["a", "dog", "0.5", "日本", "softmax", "weights", "·", "é"]
    let pieces = (0..<30).map { _ in
      let text = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        words.randomElement(using: &random) ?? ""
      }
      .joined(separator: String(repeating: " ", count: Int.random(in: 1...2, using: &random)))
      return StyledText(
        text + (["", " ", "  "].randomElement(using: &random) ?? ""),
        style: Bool.random(using: &random) ? .text : Style(.token), isUnbreakable: Bool.random(using: &random)
      )
    }
    let width = Int.random(in: 1...60, using: &random)
    let lines = texts(of: wrap(pieces, width: width))
    for line in lines {
      #expect(displayWidth(of: line) <= width || !line.contains(" "))
      #expect(line.first != " " && line.last != " ")
    }
    #expect(letters(of: lines.joined()) == letters(of: pieces.map(\.text).joined()))
  }

  @Test func `an unbreakable sign between two numbers holds them together`() {
    let pieces = ["0.22", " × ", "0.54", " = ", "0.1188"].map { StyledText($0, isUnbreakable: true) }
    let lines = wrap([StyledText("First entries: ")] + pieces + [StyledText(".")], width: 26)
    #expect(lines.map { $0.map(\.text).joined() } == ["First entries:", "0.22 × 0.54 = 0.1188."])
  }

  @Test func `blanks at the ends of an unbreakable piece are blanks like any other`() {
    let pieces = [StyledText("a"), StyledText(" 0.5 ", isUnbreakable: true), StyledText("b")]
    #expect(texts(of: wrap(pieces, width: 3)) == ["a", "0.5", "b"])
    #expect(texts(of: wrap(pieces, width: 9)) == ["a 0.5 b"])
  }

  private func texts(of lines: [[StyledText]]) -> [String] {
    lines.map { $0.map(\.text).joined() }
  }

  private func letters(of text: String) -> String { text.filter { $0 != " " } }
}
