import Testing

@testable import Frames

struct FrameTests {
  @Test func `text is drawn in its cells, in its style`() {
    var frame = Frame(size: Size(columns: 6, rows: 2))
    let end = frame.draw("Qᵀ日", at: Point(column: 1, row: 1), style: Style(.query))
    #expect(end == 5)
    #expect(frame.text(trimmed: false) == "      \n Qᵀ日 \n")
    #expect(frame[column: 1, row: 1] == FrameCell("Q", style: Style(.query)))
    #expect(frame[column: 4, row: 1] == FrameCell("", style: Style(.query)))
    #expect(frame[column: 5, row: 1] == .blank)
  }

  @Test(
    arguments: [
      (-1, 0, "a日b", "日b "), (-2, 0, "a日b", " b  "), (3, 0, "日", "    "), (2, 0, "日", "  日"),
      (3, 0, "ab", "   a"),
      (0, -1, "ab", "    "), (0, 1, "ab", "    "), (9, 0, "ab", "    "), (-9, 0, "ab", "    "),
      (0, 0, "a\u{7}b", "ab  "),
      (-1, 0, "abc", "bc  "), (0, 0, "", "    "), (0, 0, "e\u{301}x", "e\u{301}x  "),
    ])
  func `what lies outside is left out`(column: Int, row: Int, text: String, expected: String) {
    var frame = Frame(size: Size(columns: 4, rows: 1))
    let end = frame.draw(text, at: Point(column: column, row: row))
    #expect(frame.text(ofRow: 0, trimmed: false) == expected)
    #expect(end == column + displayWidth(of: text))
  }

  @Test(
    arguments: [
      ("x", 0, "x 日"), ("x", 1, " x日"), ("x", 2, "日x "), ("xy", 1, " xy "), ("本", 1, " 本 "), ("本", 0, "本日"),
      ("é\u{301}", 1, " é\u{301}日"), ("", 1, "日日"),
    ])
  func `a wide grapheme loses both halves when one is overwritten`(
    text: String, column: Int, expected: String
  ) {
    var frame = Frame(size: Size(columns: 4, rows: 1))
    frame.draw("日日", at: Point(column: 0, row: 0))
    frame.draw(text, at: Point(column: column, row: 0))
    #expect(frame.text(ofRow: 0, trimmed: false) == expected)
    #expect(displayWidth(of: frame.text(ofRow: 0, trimmed: false)) == 4)
  }

  @Test func `filling covers a rectangle and cuts wide graphemes at its edges`() {
    var frame = Frame(size: Size(columns: 6, rows: 3))
    for row in 0..<3 { frame.draw("日日日", at: Point(column: 0, row: row)) }
    frame.fill(Rect(column: 1, row: 1, columns: 2, rows: 9), style: Style(.bar))
    #expect(frame.text(trimmed: false) == "日日日\n    日\n    日\n")
    #expect(frame[column: 0, row: 1].style == .text)
    #expect(frame[column: 1, row: 1] == FrameCell(" ", style: Style(.bar)))
    #expect(frame[column: 2, row: 2] == FrameCell(" ", style: Style(.bar)))
    #expect(frame[column: 3, row: 1].style == .text)
  }

  @Test(arguments: [Size(columns: 0, rows: 0), Size(columns: 0, rows: 3), Size(columns: 3, rows: 0)])
  func `a frame without cells takes every drawing`(size: Size) {
    var frame = Frame(size: size)
    #expect(frame.draw("text 日", at: Point(column: 0, row: 0)) == 7)
    frame.fill(Rect(column: -1, row: -1, columns: 9, rows: 9), style: Style(.bar))
    #expect(frame.cells.isEmpty)
    #expect(frame.text() == String(repeating: "\n", count: size.rows))
    #expect(frame.ansi(theme: .dark) == frame.text())
    #expect(frame.svg(theme: .dark, title: "").contains("<svg"))
    #expect(frame.snapshot().hasPrefix("\(size.columns)x\(size.rows)\n"))
  }

  @Test func `any drawing keeps every row as wide as the frame`() {
    var random = SplitMix(seed: 5)
    var frame = Frame(size: Size(columns: 9, rows: 3))
    let texts = ["日本", "a", "é\u{301}", "─│", "👍🏽x", "ab日", "\u{200B}", " "]
    for _ in 0..<3_000 {
      let place = Point(
        column: .random(in: -4...10, using: &random), row: .random(in: -1...3, using: &random))
      if Int.random(in: 0..<10, using: &random) == 0 {
        frame.fill(Rect(column: place.column, row: place.row, columns: 3, rows: 1), style: .text)
      } else {
        frame.draw(texts.randomElement(using: &random) ?? "", at: place)
      }
      for row in 0..<3 {
        let cells = Array(frame[row: row])
        #expect(cells.reduce(0) { $0 + displayWidth(of: $1.text) } == 9)
        for (left, right) in zip(cells, cells.dropFirst()) {
          #expect((displayWidth(of: left.text) == 2) == right.text.isEmpty)
        }
      }
    }
  }
}
