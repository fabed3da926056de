import Testing

@testable import Frames

struct GlyphSetTests {
  @Test(
    arguments: [
      ("Q · Kᵀ / √3", "Q @ K.T / sqrt 3"), ("¿Qué señala «él»?", "Que senala \"el\"?"),
      ("Ángel Ñu ü", "Angel Nu u"),
      ("0.22 × 0.54 − 1", "0.22 x 0.54 - 1"), ("·· here", ".. here"), ("wait… – now", "wait... - now"),
      ("日本", "??"), ("e\u{301}", "e"), ("a\u{A0}b", "a b"), ("a\nb\tc", "a b c"), ("← →", "<- ->"),
      ("weight α", "weight alpha"), ("\u{1B}[m", "?[m"), ("plain ~ text", "plain ~ text"), ("", ""),
    ])
  func `ASCII folds what it does not have`(text: String, folded: String) {
    #expect(GlyphSet.ascii.render(text) == folded)
    #expect(GlyphSet.unicode.render(text) == text)
  }

  @Test func `folding leaves nothing but printable ASCII, and folding again changes nothing`() {
    var random = SplitMix(seed: 4)
    for _ in 0..<2_000 {
      let scalars = (0..<8).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0...0x3000, using: &random)) }
      let folded = GlyphSet.ascii.render(String(String.UnicodeScalarView(scalars)))
      #expect(folded.utf8.allSatisfy { (0x20...0x7E).contains($0) })
      #expect(GlyphSet.ascii.render(folded) == folded)
    }
  }

  @Test func `a glyph of the Unicode set folds to the same glyph of the ASCII set`() {
    let ascii = Dictionary(uniqueKeysWithValues: glyphs(of: .ascii))
    for (name, glyph) in glyphs(of: .unicode) {
      #expect(GlyphSet.ascii.render(glyph) == ascii[name], "\(name)")
    }
    #expect(ascii.count > 30)
  }

  @Test func `every single glyph of the Unicode set is one column wide`() {
    for (name, glyph) in glyphs(of: .unicode) {
      #expect(displayWidth(of: glyph) == glyph.count, "\(name)")
    }
  }

  @Test(
    arguments: [
      (0.0, 4, "", "░░░░"), (1.0, 4, "████", ""), (0.5, 4, "██", "░░"), (0.53125, 4, "██▏", "░"),
      (0.4227, 10, "████▎", "░░░░░"), (-1, 3, "", "░░░"), (7, 3, "███", ""), (.nan, 2, "", "░░"),
      (0.5, 0, "", ""), (0.5, -2, "", ""), (0.01, 4, "", "░░░░"), (0.999, 4, "████", ""),
      (.infinity, 2, "██", ""),
    ] as [(Double, Int, String, String)])
  func `a bar is exact to an eighth of a column`(fraction: Double, width: Int, filled: String, empty: String)
  {
    let bar = GlyphSet.unicode.bar(fraction: fraction, width: width)
    #expect(bar.filled == filled)
    #expect(bar.empty == empty)
  }

  @Test func `a bar in ASCII is exact to half a column`() {
    #expect(GlyphSet.ascii.bar(fraction: 0.42, width: 10) == ("====", "......"))
    #expect(GlyphSet.ascii.bar(fraction: 0.45, width: 10) == ("====-", "....."))
  }

  @Test(arguments: [GlyphSet.unicode, .ascii])
  func `a bar is always as wide as asked`(glyphs: GlyphSet) {
    for step in 0...100 {
      let bar = glyphs.bar(fraction: Double(step) / 100, width: 13)
      #expect(displayWidth(of: bar.filled + bar.empty) == 13)
    }
  }

  private func glyphs(of set: GlyphSet) -> [(String, String)] {
    Mirror(reflecting: set).children.compactMap { child in
      guard let name = child.label, let glyph = child.value as? String else { return nil }
      return (name, glyph)
    }
  }
}
