import AttentionCore
import Frames
import Glibc
import LessonFile
import Testing
import Tutorial

@testable import TutorialView

/// A query and its keys as arrows: what is drawn is where and how long it is.
@Suite struct ArrowViewTests {
  /// Lesson 2, by NumPy: |Q|, then for each key its length, cosine and degrees.
  @Test func `angles and lengths of a shipped lesson agree with NumPy`() throws {
    let context = ViewContext(try tutor(at: "arrows", lesson: "whole-sentence"), glyphs: .unicode)
    let arrows = try #require(context.arrows(of: "S", row: 3))
    #expect(abs(try #require(arrows.query.length) - 0.9954396013822234) < 1e-15)
    let figures = [
      (0.76164296, 0.04049226, 87.67932987), (0.98427638, 0.90774768, 24.80407058),
      (1.77389402, 0.89721151, 26.20608007), (1.22474487, 0.98428463, 10.17115742),
    ]
    #expect(arrows.keys.map(\.ray.name) == ["The", "dog", "ran", "quickly"])
    for (key, figure) in zip(arrows.keys, figures) {
      #expect(abs((key.ray.length ?? .nan) - figure.0) < 1e-8)
      #expect(abs((key.arrow?.cosine ?? .nan) - figure.1) < 1e-8)
      #expect(abs((key.arrow?.degrees ?? .nan) - figure.2) < 1e-8)
    }
  }

  @Test func `a score stands as length × length × cosine, each key at its angle`() throws {
    let tutor = try tutor(at: "arrows", lesson: "whole-sentence")
    #expect(
      try tutor.picture("80x24") == """
                  angle                       |Q|     |K|     cos        S
        Q quickly       0°      90°    180° 0.995
        The         88° ├────────●────────┤ 0.995 × 0.762 × 0.040 =  0.031
        dog         25° ├─●──────┼────────┤ 0.995 × 0.984 × 0.908 =  0.889
        ran         26° ├──●─────┼────────┤ 0.995 × 1.774 × 0.897 =  1.584
        quickly     10° ├●───────┼────────┤ 0.995 × 1.225 × 0.984 =  1.200
        """)
  }

  @Test func `a scale has 0°, 90° and 180° at its ends and in its middle`() {
    for width in [5, 13, 19, 181] {
      let places = [0, 90, 180].map { Scale.column(of: Double($0) / 180, width: width) }
      #expect(places == [0, width / 2, width - 1])
    }
    // With a column for each degree every angle has its own.
    for degrees in 0...180 {
      let scale = Scale(width: 181, marks: [.init(share: Double(degrees) / 180, glyph: "●", style: .text)])
      let text = scale.line(.unicode).map(\.text).joined()
      #expect(Array(text).firstIndex(of: "●") == degrees)
    }
    #expect(Scale.column(of: -3, width: 9) == 0 && Scale.column(of: 7, width: 9) == 8)
  }

  // MARK: The plane

  /// The direction from the origin to a character, in degrees: a row is as tall as two columns are wide.
  private func direction(of glyph: Character, in lines: [[Character]]) throws -> (
    degrees: Double, length: Double
  ) {
    let origin = try #require(place(of: "┼", in: lines))
    let tip = try #require(place(of: glyph, in: lines))
    let (x, y) = (Double(tip.column - origin.column), Double(origin.row - tip.row) * 2)
    return (atan2(y, x) * 180 / .pi, (x * x + y * y).squareRoot())
  }

  private func place(of glyph: Character, in lines: [[Character]]) -> Point? {
    lines.enumerated().compactMap { row, line in
      line.firstIndex(of: glyph).map { Point(column: $0, row: row) }
    }.first
  }

  private func plane(_ tutor: Tutor, rows: Int) throws -> [[Character]] {
    let context = ViewContext(tutor, glyphs: .unicode)
    let arrows = try #require(context.arrows(of: "S_r", row: 0))
    return ArrowPlane(arrows, in: context).block(rows: rows).lines.map { Array($0.text) }
  }

  @Test(
    arguments: [(30, "↗"), (90, "↑"), (135, "↖"), (215, "↙"), (270, "↓"), (300, "↘")] as [(Int, Character)])
  func `arrows of two numbers point where they point`(degrees: Int, tip: Character) throws {
    var tutor = try tutor(at: "plane", lesson: "order")
    _ = tutor.handle(.made(try Edit(parsing: "angle = \(degrees)")))
    _ = tutor.handle(.dismissed)
    // The first of the turned arrows; the others point elsewhere.
    _ = tutor.handle(.made(try Edit(parsing: "p = 0")))
    let context = ViewContext(tutor, glyphs: .unicode)
    var arrows = try #require(context.arrows(of: "S_r", row: 0))
    let angle = Double(degrees) * .pi / 180
    arrows.query.old = nil
    arrows.keys = Array(arrows.keys.prefix(1))
    arrows.keys[0].ray.numbers = [2 * cos(angle), 2 * sin(angle)]
    arrows.keys[0].ray.old = nil
    let lines = ArrowPlane(arrows, in: context).block(rows: 60).lines.map { Array($0.text) }
    let drawn = try direction(of: tip, in: lines)
    let expected = Double(degrees > 180 ? degrees - 360 : degrees)
    #expect(abs(drawn.degrees - expected) < 1)
    // The longest arrow has 60 rows, so 120 columns.
    #expect(abs(drawn.length - 120) < 1.5)
    let asking = try direction(of: "→", in: lines)
    #expect(asking.degrees == 0 && asking.length == 120)
  }

  @Test func `only the sides that some arrow points to are drawn`() throws {
    let quarter = try plane(try tutor(at: "plane", lesson: "order"), rows: 5)
    #expect(quarter.count == 6)
    #expect(place(of: "┼", in: quarter) == Point(column: 0, row: 5))
    var turned = try tutor(at: "plane", lesson: "order")
    _ = turned.handle(.made(try Edit(parsing: "angle = 110")))
    #expect(try plane(turned, rows: 5).count == 11)
  }

  @Test func `arrows of three numbers are never drawn in a plane`() throws {
    let tutor = try tutor(at: "arrows", lesson: "whole-sentence")
    for picture in AnglesView(name: "S", row: 3).pictures(in: ViewContext(tutor, glyphs: .unicode), width: 74)
    {
      #expect(!picture().text.contains("↗"))
    }
  }

  @Test func `zoomed, nothing comes between the rows of a plane`() throws {
    let tutor = try tutor(at: "plane", lesson: "order").pressing("z")
    let block = ViewContext(tutor, glyphs: .unicode).zoomed(in: Size(columns: 100, rows: 30))
    let drawn = block.lines.drop { $0.isEmpty }
    #expect(drawn.count > 10 && !drawn.contains { $0.isEmpty })
  }

  // MARK: What moves, what is hidden, what has no angle

  @Test func `after a change the old place stays marked, and the angle says where it came from`() throws {
    let tutor = try tutor(at: "turned", lesson: "learning").pressing("r")
    #expect(
      try tutor.picture("80x24") == """
                    angle                       |Q|     |K|     cos        S
        Q quickly         0°      90°    180° 0.995
        dog       25°→16° ├─●──────┼────────┤ 0.995 × 1.525 × 0.963 =  1.461
        quickly   10°→19° ├○●──────┼────────┤ 0.995 × 0.667 × 0.946 =  0.628
        """)
  }

  @Test func `what the lesson has not reached has no place on the scale`() throws {
    let tutor = try tutor(at: "score-the", lesson: "whole-sentence")
    let context = ViewContext(tutor, glyphs: .unicode)
    let text = AnglesView(name: "S", row: 3).pictures(in: context, width: 74)[1]().text
    let lines = text.split(separator: "\n").suffix(4)
    #expect(lines.map { $0.contains("●") } == [true, true, false, true])
    let hidden = try #require(lines.dropFirst(2).first)
    // The length is that of a key, which is given; angle, cosine and score would say what is to come.
    #expect(hidden.filter { $0 == "?" }.count == 3 && hidden.contains("1.774"))
  }

  @Test func `a vector of zeros has no angle, and the picture says so`() throws {
    var tutor = try tutor(at: "arrows", lesson: "whole-sentence")
    _ = tutor.handle(.made(try Edit(parsing: "K[dog] = 0")))
    let picture = try tutor.picture("80x24")
    #expect(picture.contains("K dog has length 0: it points nowhere and has no angle"))
    let line = try #require(picture.split(separator: "\n").first { $0.hasPrefix("dog") })
    #expect(line.contains("25°→--") && line.contains("○") && !line.contains("●"))
  }

  @Test func `while the query is changed at 60x16 its keys stay in view`() throws {
    let screen = try tutor(at: "arrows", lesson: "whole-sentence").pressing("Tab 1", size: Size("60x16"))
      .screen(60, 16)
    #expect(screen.contains("Q quickly     1*"))
    #expect(screen.contains("├─────○─●───┤"))
  }

  @Test func `a formula that is no product any more is shown as the row that it is`() throws {
    let tutor = try tutor(at: "doubled")
    var switched = tutor
    _ = switched.handle(.made(try Edit(parsing: "S = 2 * (Q · Kᵀ)")))
    let context = ViewContext(switched, glyphs: .unicode)
    let picture = AnglesView(name: "S", row: 0).pictures(in: context, width: 74)
    #expect(picture.count == 1 && picture[0]().text.contains("1.779"))
  }

  /// Sizes of numbers that no lesson begins with, in every form at every width.
  @Test(arguments: [1, 2, 3], [0, .leastNonzeroMagnitude, 1e-300, 0.01, 9.99, 1e300] as [Double])
  func `any numbers can be drawn`(dimensions: Int, scale: Double) throws {
    var random = SplitMix(state: UInt64(dimensions))
    func vector() -> [Double] {
      (0..<dimensions).map { _ in Double.random(in: -1...1, using: &random) * scale }
    }
    let context = ViewContext(try tutor(at: "arrows", lesson: "whole-sentence"), glyphs: .ascii)
    var arrows = try #require(context.arrows(of: "S", row: 3))
    for _ in 0..<20 {
      arrows.query.numbers = vector()
      for index in arrows.keys.indices {
        let numbers = vector()
        arrows.keys[index].ray.numbers = numbers
        arrows.keys[index].ray.old = index == 1 ? vector() : nil
      }
      guard dimensions == 2 else { continue }
      for rows in [1, 5, 12] {
        let block = ArrowPlane(arrows, in: context).block(rows: rows)
        #expect(block.height <= 2 * rows + 1 && block.width <= 4 * rows + 40)
      }
    }
  }
}
