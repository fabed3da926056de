import AttentionCore
import Frames
import Testing
import Tutorial

@testable import TutorialView

/// Rankings, histories and comparisons, and what is seen of a picture that does not fit.
@Suite struct HistoryViewTests {
  @Test func `a history has a line for each change`() throws {
    let tutor = try tutor(at: "keep-going", lesson: "learning").pressing("Tab Enter Enter")
    #expect(
      try tutor.picture("60x16") == """
        change A[quickly,dog]                loss
             0          0.423  ████▎░░░░░  0.8605  ██████████
             1          0.697  ███████░░░  0.3610  ████▎░░░░░
             2          0.807  ████████▏░  0.2139  ██▌░░░░░░░
        """)
  }

  @Test func `a value that was missing leaves its bar empty`() throws {
    let tutor = try tutor(at: "keep-going", lesson: "learning").pressing("r")
    let context = ViewContext(tutor, glyphs: .unicode)
    let cell = CellAddress(name: "loss", row: 0, column: 0)
    let view = HistoryView(cells: [cell], values: [[1, nil, 0.5]])
    let block = try #require(view.pictures(in: context, width: 40).last?())
    #expect(block.lines[2].text.contains("--"))
    #expect(block.pinned == 1 && block.startsAtEnd)
  }

  @Test func `of a long history the latest is in view, and the first can be scrolled to`() throws {
    let size = Size("40x10")
    var tutor = try tutor(at: "keep-going", lesson: "learning").pressing("Tab Enter*12 Escape", size: size)
    #expect(try tutor.picture("40x10").contains("    12"))
    #expect(try !tutor.picture("40x10").contains("0          0.423"))
    tutor = try tutor.pressing("Down*3", size: size)
    for _ in 0..<20 where try !tutor.picture("40x10").contains("0          0.423") {
      tutor = try tutor.pressing("Down", size: size)
    }
    #expect(try tutor.picture("40x10").hasPrefix("change A[quickly,dog]"))
    #expect(try tutor.picture("40x10").contains("0          0.423"))
  }

  @Test func `a ranking begins with the largest and says how many more there are`() throws {
    let tutor = try tutor(at: "without", lesson: "next-token")
    #expect(tutor.screen(60, 16).contains(" 5 more ↓"))
    let column = { (line: Substring) in line.split(separator: " ").first.map(String.init) ?? "" }
    let words = try tutor.picture("80x24").split(separator: "\n").suffix(8).map(column)
    #expect(words == [">home", ".", "away", "and", "the", "slept", "dog", "purple"])
  }

  @Test func `a ranking that is not reached stands in the order of the vocabulary`() throws {
    let tutor = try tutor(at: "p1", lesson: "next-token")
    #expect(RankingView.order(of: "p", row: 0, in: ViewContext(tutor, glyphs: .unicode)) == Array(0..<8))
  }

  @Test func `two matrices are compared cell by cell`() throws {
    let tutor = try tutor(at: "all", lesson: "causal-mask").pressing("r")
    let context = ViewContext(tutor, glyphs: .unicode)
    let view = CompareView(first: Shown(name: "open"), second: Shown(name: "A"))
    let block = try #require(view.pictures(in: context, width: 74).last?())
    #expect(block.text.contains("quickly  0.00   0.00   0.00     0.00"))
    #expect(block.text.contains("The     +0.77  -0.46  -0.18    -0.14"))
  }

  @Test func `scrolling ends where everything was seen`() {
    let picture = Block(Array(repeating: [Span("x")], count: 9))
    let scroll = Scroll(words: 5, shownWords: 2, picture: picture, rows: 7, gap: 0, hasGap: false)
    #expect(scroll.step(0).words == 2 && scroll.step(0).firstLine == 0)
    #expect(scroll.step(4).words == 1 && scroll.step(4).firstLine == 0)
    #expect(scroll.step(6).words == 0 && scroll.step(6).firstLine == 1)
    #expect(scroll.last == 7)
  }
}
