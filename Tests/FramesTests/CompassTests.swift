import Frames
import Testing

struct CompassTests {
  @Test(
    arguments: [
      (1, 0, 0), (1, 1, 45), (0, 2, 90), (-1, 1, 135), (-2, 0, 180), (-1, -1, 225), (0, -1, 270),
      (1, -1, 315),
      (1, -1e-9, 0), (0, 0, 0),
    ] as [(Double, Double, Double)])
  func `angles are counted counterclockwise from the right`(x: Double, y: Double, angle: Double) {
    #expect(degrees(x: x, y: y) == angle)
  }

  @Test(
    arguments: [
      (0, "→"), (22, "→"), (30, "↗"), (90, "↑"), (180, "←"), (340, "→"), (315, "↘"), (-90, "↓"), (720, "→"),
    ]
      as [(Double, String)])
  func `the nearest of eight arrows is drawn`(angle: Double, arrow: String) {
    #expect(GlyphSet.unicode.arrow(degrees: angle) == arrow)
  }

  @Test func `what is no angle has no arrow`() {
    #expect(GlyphSet.ascii.arrow(degrees: .nan) == "?")
    #expect(Set(GlyphSet.ascii.compass).count == 8)
  }
}
