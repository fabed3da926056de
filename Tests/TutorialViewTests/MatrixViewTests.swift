import AttentionCore
import Frames
import Testing
import Tutorial

@testable import TutorialView

/// Matrices with names on both edges, in the forms that the room asks for.
@Suite struct MatrixViewTests {
  @Test func `a whole matrix has its names, winners, sums and what the read cell says`() throws {
    let picture = try tutor(at: "all-weights", lesson: "whole-sentence").picture("120x36")
    #expect(
      picture
        == """
        A = softmax(S)  weights
                 is asked →
        asks ↓    The    dog    ran  quickly     Σ

        The      0.18  >0.62   0.12     0.08  1.00

        dog      0.21   0.21  >0.48     0.10  1.00

        ran      0.05  >0.45   0.18     0.32  1.00

        quickly  0.09   0.21  >0.42     0.28  1.00

        The attends to dog with 0.62
        dog is heard 1.49 in all
        """.replacingFirstGap())
  }

  @Test func `the smallest form keeps the names on both edges and the sign's column`() throws {
    let picture = try tutor(at: "all-scores", lesson: "whole-sentence").picture("40x10")
    #expect(
      picture == """
        S          The     dog     ran  quickly
        The     -2.073  -0.846  -2.499   -2.915
        dog     -0.565  -0.564   0.262   -1.310
        ran     -0.938   1.259   0.346    0.918
        quickly  0.031   0.889   1.584    1.200
        """)
  }

  @Test func `five columns fit 40`() throws {
    let tutor = try tutor(at: "after", lesson: "kv-cache")
    let board = Board(ViewContext(tutor, glyphs: .unicode), layout: Layout(size: Size("40x10")))
    #expect(board.picture.block.lines.first?.text == "A         The   dog   ran quickly  home ")
    #expect(board.picture.block.lines[5].text == "home     0.20  0.19 >0.34    0.14  0.12 ")
  }

  @Test func `eight columns go on under themselves`() throws {
    let picture = try tutor(at: "eight", lesson: "next-token").picture("60x16")
    #expect(
      picture == """
        z         home   away      .    and
        quickly  2.872  2.210  2.522  2.021
        z          dog  slept    the purple
        quickly -1.086 -0.919  0.479 -1.243
        """)
  }

  @Test func `masks are open and closed, closed scores are dots`() throws {
    let mask = try tutor(at: "mask", lesson: "causal-mask").picture("80x24")
    #expect(mask.contains("dog      1  ✓   1  ✓   0 ··     0 ··"))
    let scores = try tutor(at: "masked-scores", lesson: "causal-mask").picture("80x24")
    #expect(scores.contains("dog     -0.326  -0.325      ··       ··"))
    let ascii = try tutor(at: "mask", lesson: "causal-mask").screen(80, 24, glyphs: .ascii)
    #expect(ascii.contains("dog      1  +   1  +   0 ..     0 .."))
  }

  @Test func `rows that share their columns become one table, columns that share their rows too`() throws {
    let rows = try tutor(at: "table", lesson: "kv-cache").picture("60x16")
    #expect(
      rows == """
                n1   n2    n3    n4    n5    n6    n7    n8
        n        1    2     3     4     5     6     7     8
        again   42   90   144   204   270   342   420   504
        cached  42   48    54    60    66    72    78    84
        """)
    let columns = try tutor(at: "slope", lesson: "scaling").picture("60x16")
    #expect(columns.hasPrefix("        d   slope_raw  slope_scaled\nd4      4   0.1049936         0.197"))
  }

  @Test func `turned vectors have an angle and an arrow`() throws {
    let tutor = try tutor(at: "arrows", lesson: "order")
    #expect(try tutor.picture("80x24").contains("ha3  0.000   2.000    90°  ↑"))
    #expect(tutor.screen(80, 24, glyphs: .ascii).contains("ha1  1.732   1.000  30 deg  /^"))
  }

  @Test func `numbers of their own stand in one line`() throws {
    let picture = try tutor(at: "dial", lesson: "next-token").picture("40x10")
    #expect(picture.hasPrefix("T 1.00   H 2.205\n>home    0.358"))
  }

  @Test func `sums that miss 1 are the true ones`() throws {
    let tutor = try tutor(at: "zero-weight", lesson: "causal-mask").pressing("r")
    let picture = try tutor.picture("80x24")
    #expect(picture.contains("The     >0.23   0.00   0.00     0.00  0.23"))
    #expect(picture.contains("ran      0.10  >0.37   0.22     0.00  0.70"))
  }

  @Test func `a switch shows old and new where there is room, and counts where there is none`() throws {
    let wide = try tutor(at: "wrong-axis", lesson: "whole-sentence").pressing("r")
    #expect(
      try wide.picture("80x24").contains("dog     >0.21→0.27   0.21→0.08   0.48→0.17   0.10→0.04  0.56"))
    let small = try tutor(at: "edit-one", lesson: "projections").pressing("r")
    let screen = small.screen(60, 16)
    #expect(screen.contains("dog     -0.641↓ -0.867↓  0.173↓  -1.653↓"))
    #expect(screen.contains("changed: 7 of 16 scores · 16 of 16 weights"))
  }

  @Test func `a cell is read along its row and down its column, in both languages`() throws {
    var spanish = try tutor(at: "all-weights", language: Language("es"), lesson: "whole-sentence")
    #expect(
      try spanish.picture("120x36").hasSuffix("The atiende a dog con 0.62\na dog se le escucha 1.49 en total")
    )
    spanish = try tutor(at: "mask", language: Language("es"), lesson: "causal-mask").pressing("Tab Right")
    #expect(try spanish.picture("120x36").hasSuffix("The no puede preguntar a dog"))
    let scores = try tutor(at: "all-scores", lesson: "whole-sentence")
    #expect(try scores.picture("120x36").hasSuffix("The asks The: -2.073"))
  }

  /// Probabilities of words are weights, but nobody asks the words.
  @Test func `only tokens are read`() throws {
    #expect(try !tutor(at: "again", lesson: "next-token").picture("120x36").contains("attends"))
    #expect(try !tutor(at: "dial", lesson: "scaling").picture("120x36").contains("attends"))
  }
}

extension Tutor {
  /// The picture on the board as lines of text, without the blanks at their ends.
  func picture(_ size: String) throws -> String {
    let board = Board(ViewContext(self, glyphs: .unicode), layout: Layout(size: Size(size)))
    return Block(board.picture.lines).text
  }
}

extension Block {
  var text: String {
    lines.map { String($0.text.reversed().drop { $0 == " " }.reversed()) }.joined(separator: "\n")
  }
}

extension Line {
  var text: String { map(\.text).joined() }
}

extension String {
  /// The names of the columns have no gap under them.
  fileprivate func replacingFirstGap() -> String {
    replacing("Σ\n\n", with: "Σ\n", maxReplacements: 1)
  }
}
