import Testing

@testable import Frames

struct ExportTests {
  /// Two rows with a bar, a cell with heat and focus, a wide grapheme and markup.
  static let frame: Frame = {
    var frame = Frame(size: Size(columns: 16, rows: 3))
    frame.fill(Rect(column: 0, row: 0, columns: 16, rows: 1), style: Style(.bar))
    frame.draw(" A<b>", at: Point(column: 0, row: 0), style: Style(.barStrong))
    frame.draw("dog", at: Point(column: 1, row: 1), style: Style(.key, bold: true))
    frame.draw(" 0.42 ", at: Point(column: 5, row: 1), style: Style(.weight, heat: .share(2)))
    frame.draw("██▌", at: Point(column: 12, row: 1), style: Style(.bars))
    frame.draw("日 −0.5", at: Point(column: 0, row: 2), style: Style(.score, heat: .signed(-3)))
    frame.draw("x", at: Point(column: 8, row: 2), style: Style(.text, underlined: true, focused: true))
    frame.cursor = Point(column: 8, row: 2)
    return frame
  }()

  @Test func `plain text keeps or drops the blanks at the ends of rows`() {
    #expect(Self.frame.text() == " A<b>\n dog  0.42  ██▌\n日 −0.5 x\n")
    #expect(Self.frame.text(trimmed: false) == " A<b>           \n dog  0.42  ██▌ \n日 −0.5 x       \n")
  }

  @Test func `a snapshot lists the rows and then the styles that differ from text`() {
    #expect(
      Self.frame.snapshot() == """
        16x3
        cursor: column 9, row 3
        01│ A<b>           │
        02│ dog  0.42  ██▌ │
        03│日 −0.5 x       │
        row 1: 1–5 barStrong, 6–16 bar
        row 2: 2–4 key bold, 6–11 weight share 2, 13–15 bars
        row 3: 1–7 score signed -3, 9 text underlined focused

        """)
  }

  @Test func `ANSI text switches each paint on and off again`() {
    let escape = "\u{1B}["
    #expect(
      Self.frame.ansi(theme: .terminal) == """
        \(escape)1;38;5;231;48;5;238m A<b>\(escape)0m\(escape)38;5;253;48;5;238m           \(escape)0m
         \(escape)1;38;5;131mdog\(escape)0m \(escape)38;5;16;48;5;103m 0.42 \(escape)0m \(escape)38;5;30m██▌\(escape)0m
        \(escape)38;5;16;48;5;111m日 −0.5\(escape)0m \(escape)4;7mx\(escape)0m

        """)
    #expect(
      Self.frame.ansi(theme: .dark, depth: .none) == """
        \(escape)1;7m A<b>\(escape)0m\(escape)7m           \(escape)0m
         \(escape)1mdog\(escape)0m  0.42  ██▌
        日 −0.5 \(escape)4;7mx\(escape)0m

        """)
    #expect(Self.frame.ansi(theme: .light, depth: .eight).contains("\(escape)1;31;47mdog\(escape)0m"))
  }

  @Test(arguments: Theme.all, ColorDepth.allCases)
  func `ANSI text holds nothing but SGR, and the same characters`(theme: Theme, depth: ColorDepth) {
    let ansi = Self.frame.ansi(theme: theme, depth: depth)
    let plain = ansi.replacing(/\u{1B}\[[0-9;]+m/, with: "")
    #expect(!plain.contains("\u{1B}"))
    for (row, line) in plain.split(separator: "\n", omittingEmptySubsequences: false).dropLast().enumerated()
    {
      #expect(line.trimmingBlanksAtEnd == Self.frame.text(ofRow: row))
    }
    for line in ansi.split(separator: "\n") where line.contains("\u{1B}") {
      let last = line.ranges(of: /\u{1B}\[[0-9;]+m/).last.map { line[$0] }
      #expect(last == "\u{1B}[0m")
    }
  }

  @Test func `HTML escapes text and colours every run that is not plain`() {
    #expect(
      Self.frame.html(theme: .terminal) == """
        <pre style="color:#d0d0d0;background:#121212;font-family:monospace;line-height:1.25;padding:1em;\
        display:inline-block">
        <span style="color:#ffffff;background:#303030;font-weight:bold"> A&lt;b&gt;</span>\
        <span style="color:#d0d0d0;background:#303030">           </span>
         <span style="color:#ffd700;background:#121212;font-weight:bold">dog</span> \
        <span style="color:#000000;background:#8787af"> 0.42 </span> \
        <span style="color:#5fafaf;background:#121212">██▌</span> 
        <span style="color:#000000;background:#87afff">日 −0.5</span> \
        <span style="color:#121212;background:#d0d0d0;text-decoration:underline">x</span>       
        </pre>

        """)
  }

  @Test func `SVG fits text to its columns and draws bars as rectangles`() {
    var frame = Frame(size: Size(columns: 8, rows: 1))
    frame.draw("<a>", at: Point(column: 0, row: 0), style: Style(.key, bold: true))
    frame.draw("█▌", at: Point(column: 4, row: 0), style: Style(.bars))
    frame.draw("→", at: Point(column: 7, row: 0), style: Style(.bar))
    #expect(
      frame.svg(theme: .dark, title: "A & B") == """
        <svg xmlns="http://www.w3.org/2000/svg" width="104" height="44" viewBox="0 0 104 44" role="img" \
        font-size="16" font-family="ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace">
        <title>A &amp; B</title>
        <rect width="100%" height="100%" rx="8" fill="#121212"/>
        <g transform="translate(12 12)" shape-rendering="crispEdges">
        <rect x="70" y="0" width="10" height="20" fill="#303030"/>
        <text x="0" y="15" textLength="30" fill="#ffd700" font-weight="bold">&lt;a&gt;</text>
        <rect x="40.0" y="0.0" width="10.0" height="20.0" fill="#5fafaf"/>
        <rect x="50.0" y="0.0" width="5.0" height="20.0" fill="#5fafaf"/>
        <text x="70" y="15" textLength="10" fill="#d0d0d0">→</text>
        </g>
        </svg>

        """)
  }

  @Test func `an SVG line of many glyphs is one rectangle`() {
    var frame = Frame(size: Size(columns: 40, rows: 1))
    frame.draw(String(repeating: "─", count: 40), at: Point(column: 0, row: 0), style: Style(.rule))
    let svg = frame.svg(theme: .light, title: "")
    #expect(svg.contains("<rect x=\"0.0\" y=\"10.0\" width=\"400.0\" height=\"1.0\" fill=\"#a8a8a8\"/>"))
    #expect(svg.ranges(of: "<rect").count == 2)
  }

  @Test(arguments: ["─", "═", "│", "┌", "┐", "└", "┘", "█", "▏", "▌", "░", "▒"] as [Character])
  func `a glyph that SVG draws stays inside its cell and reaches an edge of it`(glyph: Character) throws {
    for shape in try #require(GlyphShape.shapes(of: glyph)) {
      let (right, bottom) = (shape.x + shape.width, shape.y + shape.height)
      #expect(shape.x >= 0 && shape.y >= 0 && shape.width > 0 && shape.height > 0)
      #expect(right <= 10 && bottom <= 20)
      #expect(shape.x == 0 || shape.y == 0 || right == 10 || bottom == 20)
    }
  }

  @Test(arguments: [
    (0, "#000000"), (12, "#5c5cff"), (16, "#000000"), (39, "#00afff"), (231, "#ffffff"), (255, "#eeeeee"),
  ])
  func `a palette number has its colour`(number: UInt8, hex: String) {
    #expect(PaletteColor(number).hex == hex)
  }
}

extension Substring {
  fileprivate var trimmingBlanksAtEnd: Substring {
    lastIndex { $0 != " " }.map { self[...$0] } ?? ""
  }
}
