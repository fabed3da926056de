import AttentionCore
import Frames
import Testing
import Tutorial

@testable import TutorialView

/// An output between its values: on the line of two, in the region of more.
@Suite struct BetweenViewTests {
  /// The step of the first lesson after some changes, which go along from the step before it: in it only K is changed.
  private func between(after edits: String...) throws -> Tutor {
    var tutor = try tutor(at: "output")
    for edit in edits { _ = tutor.handle(.made(try Edit(parsing: edit))) }
    _ = tutor.handle(.steppedForward)
    #expect(tutor.step.id == "between")
    return tutor
  }

  @Test func `between two values the output stands at its weight, in every column`() throws {
    #expect(
      try tutor(at: "between").picture("60x16") == """
                V dog                  V quickly  O quickly
        weight   0.42                       0.58
        d1       0.12  ├───────●─────┤      0.62       0.41
        d2       0.84  ├───────●─────┤      0.24       0.49
        d3       0.51  ├───────●─────┤      0.33       0.41
        """)
  }

  /// The weights of the first lesson with another query: softmax by NumPy.
  @Test(arguments: [
    ("Q[quickly,1] = 5", 0.857246), ("Q[quickly,1] = -5", 0.068664), ("Q = 0", 0.5),
    ("Q = 9", 0.191545),
  ])
  func `the mark moves with the weights`(edit: String, dog: Double) throws {
    let tutor = try between(after: edit)
    let mixture = try #require(ViewContext(tutor, glyphs: .unicode).mixture(of: "O", row: 0))
    #expect(abs((mixture.values[0].share ?? .nan) - dog) < 1e-4)
    let lines = try tutor.picture("80x24").split(separator: "\n").filter { $0.contains("●") }
    #expect(lines.count == 3)
    for line in lines {
      let scale = Array(line).drop { !"├●○".contains($0) }
      let end = try #require(scale.lastIndex { "┤●○".contains($0) })
      let place = try #require(scale.firstIndex(of: "●"))
      let share = Double(place - scale.startIndex) / Double(end - scale.startIndex)
      #expect(abs(share - (1 - dog)) <= 0.5 / Double(end - scale.startIndex) + 1e-4, "\(line)")
    }
  }

  @Test func `the output before the change is marked while it lies on the line`() throws {
    let moved = try between(after: "V[quickly,1] = 2.50")
    #expect(try moved.picture("80x24").contains("├───○────────────●────────────┤"))
    // Beyond its ends there is no place for it.
    let away = try between(after: "V[quickly,1] = 2.50", "V[dog,1] = 2.00", "V[dog,1] = 9.00")
    #expect(try away.picture("80x24").contains("9.00*"))
    #expect(try !away.picture("80x24").contains("○"))
  }

  @Test func `values that are equal leave the output in the middle`() throws {
    let tutor = try between(after: "V[quickly] = V[dog]")
    let lines = try tutor.picture("60x16").split(separator: "\n").filter { $0.contains("●") }
    #expect(
      lines.count == 3 && lines.allSatisfy { $0.contains("├──────●──────┤") || $0.contains("├─────●─────┤") })
  }

  @Test func `weights that are no shares of one whole are said to be none`() throws {
    // Divided by their sum, scores below 0 become weights below 0.
    let tutor = try tutor(at: "negative", lesson: "whole-sentence").pressing("r")
    let context = ViewContext(tutor, glyphs: .unicode)
    let mixture = try #require(context.mixture(of: "O", row: 1))
    #expect(!mixture.isWhole)
    #expect(abs(try #require(mixture.sum) - 1) < 1e-9)
    let text = BetweenView(name: "O", row: 1).pictures(in: context, width: 40)[8]().text
    #expect(text.hasSuffix("these weights are no shares of one\nwhole, so the output may lie outside"))
  }

  @Test func `more values of two numbers span a region in their plane`() throws {
    let tutor = try tutor(at: "point-a", lesson: "two-heads")
    #expect(
      try tutor.picture("80x24") == """
                ran ┼∙                            weight     A1     A2
                   ∙  ∙∙∙                  The      0.00  -0.04   0.00
                   ∙     ∙∙∙               dog      0.95   1.00   0.54
                  ∙         ∙∙∙  O_A ran   ran      0.03   0.20   1.02
                 ∙            ∙∙● dog      quickly  0.02  -0.02   0.30
                 ∙        ∙∙∙∙             O_A ran         0.95   0.54
        quickly ┼     ∙∙∙∙
                ∙ ∙∙∙∙
            The ┼∙
        """)
  }

  @Test func `where a plane does not fit, each number has a line from the smallest value to the largest`()
    throws
  {
    #expect(
      try tutor(at: "point-a", lesson: "two-heads").pressing("z", size: Size("40x10")).screen(40, 10)
        .contains("A1 The -0.04 ┼─┼───────● 1.00 dog  0.95"))
  }

  @Test func `a closed token draws the output nowhere`() throws {
    let context = ViewContext(try tutor(at: "all-outputs", lesson: "causal-mask"), glyphs: .unicode)
    let mixture = try #require(context.mixture(of: "O", row: 1))
    #expect(mixture.heard.map(\.name) == ["The", "dog"])
    #expect(mixture.isWhole)
    for column in mixture.output.indices {
      let (low, high) = try #require(mixture.range(of: column))
      let mixed = try #require(mixture.mixed)[column]
      #expect((low.number(column)...high.number(column)).contains(mixed))
    }
  }

  @Test func `a row with nothing to attend to is no mixture`() throws {
    var tutor = try tutor(at: "no-one-left", lesson: "causal-mask")
    _ = tutor.handle(.made(try Edit(parsing: "M[The,The] = 0")))
    let context = ViewContext(tutor, glyphs: .unicode)
    let mixture = try #require(context.mixture(of: "O", row: 0))
    #expect(!mixture.isWhole && mixture.heard.count == 4)
    for picture in BetweenView(name: "O", row: 0).pictures(in: context, width: 56) { _ = picture() }
  }

  @Test func `what is not reached is neither on the line nor beside it`() throws {
    let context = ViewContext(try tutor(at: "dog-1"), glyphs: .unicode)
    let mixture = try #require(context.mixture(of: "O", row: 0))
    #expect(mixture.mixed == nil && mixture.sum == nil)
    let text = BetweenView(name: "O", row: 0).pictures(in: context, width: 74)[1]().text
    #expect(!text.contains("●") && text.contains("0.84"))
    #expect(text.filter { $0 == "?" }.count == 5)
  }

  /// Whatever the weights, as long as they are shares: the region holds the output.
  @Test func `the point of the output lies within the drawn region`() throws {
    var tutor = try tutor(at: "point-a", lesson: "two-heads")
    var random = SplitMix(state: 5)
    for _ in 0..<30 {
      let (row, column) = (Int.random(in: 1...4, using: &random), Int.random(in: 1...4, using: &random))
      let number = (Double.random(in: -3...3, using: &random) * 100).rounded() / 100
      _ = tutor.handle(.made(try Edit(parsing: "X[\(row),\(column)] = \(number)")))
      let mixture = try #require(ViewContext(tutor, glyphs: .unicode).mixture(of: "O_A", row: 2))
      let points = mixture.values.map { (x: $0.number(0), y: $0.number(1)) }
      let corners = hull(of: points).map { points[$0] }
      let mixed = try #require(mixture.mixed)
      for (index, corner) in corners.enumerated() {
        let next = corners[(index + 1) % corners.count]
        let turn = (next.x - corner.x) * (mixed[1] - corner.y) - (next.y - corner.y) * (mixed[0] - corner.x)
        #expect(turn >= -1e-12)
      }
    }
  }
}
