import Frames
import Testing
import Tutorial

@testable import TutorialView

/// The strip of lessons with more than one row, without an output, with a whole vocabulary.
@Suite struct RippleStripTests {
  @Test func `it follows the row in focus and counts the others`() throws {
    let dog = try tutor(at: "dog", lesson: "whole-sentence")
    #expect(dog.strip("120x36")[0].hasPrefix("dog listens to The 0.21"))
    #expect(dog.strip("120x36")[0].hasSuffix("+ 3 rows"))
    #expect(dog.strip("40x10") == ["ran 0.48 + 3 more  O 0.53 0.37 0.50"])
    let first = try tutor(at: "recall", lesson: "whole-sentence")
    #expect(first.strip("80x24")[0].hasPrefix("quickly listens to"))
  }

  @Test func `a step may have a strip of its own, and one without an output`() throws {
    let turned = try tutor(at: "weights", lesson: "order")
    #expect(turned.strip("80x24")[0].hasPrefix("ha0 listens to ha0 0.50"))
    let scaled = try tutor(at: "scaled-bars", lesson: "scaling")
    #expect(scaled.strip("60x16") == ["q listens to k1 0.64  k2 0.24  k3 0.09  k4 0.03"])
  }

  @Test func `rows that nobody asks are named, not read`() throws {
    let dial = try tutor(at: "average", lesson: "scaling")
    #expect(dial.strip("80x24")[0].hasPrefix("gap_raw d256 ahead"))
  }

  @Test func `of many the largest are shown`() throws {
    let ranking = try tutor(at: "ranking", lesson: "next-token")
    #expect(ranking.strip("60x16")[0] == "ran 0.35 quickly 0.28 + 2 more  home 0.358 + 7 more")
    #expect(ranking.strip("80x24")[1].hasPrefix("p quickly home 0.358"))
  }
}

extension Tutor {
  /// The lines of the strip without the blanks at their ends.
  func strip(_ size: String) -> [String] {
    let layout = Layout(size: Size(size))
    let lines = ViewContext(self, glyphs: .unicode).rippleStrip(
      width: layout.size.columns - (layout.kind == .strip ? 1 : 2), rows: layout.strip.count)
    return lines.map { Block([$0]).text }
  }
}
