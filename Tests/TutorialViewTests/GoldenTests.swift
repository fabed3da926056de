import Frames
import Testing
import Tutorial
import TutorialView

/// Every step of the lesson as it is seen, one file a stage, size and language.
@Suite struct GoldenTests {
  static let stages = [
    "context", "vectors", "dot-product", "softmax", "weighted-sum", "meaning", "party", "conclusion",
  ]

  @Test(arguments: stages, ["80x24", "60x16", "40x10", "120x36"])
  func `every step in English`(stage: String, size: String) throws {
    try expectStage(stage, size: size, language: .english)
  }

  @Test(arguments: stages, ["80x24", "60x16", "40x10"])
  func `every step in Spanish`(stage: String, size: String) throws {
    try expectStage(stage, size: size, language: Language("es"))
  }

  @Test(arguments: stages)
  func `every step in ASCII`(stage: String) throws {
    try expectStage(stage, size: "80x24", language: Language("es"), glyphs: .ascii, name: "ascii-es")
  }

  /// What lies over the lesson, and what an edit looks like.
  @Test(arguments: [
    ("why", "output", "w Enter"), ("why-share", "output", "w Enter Enter"), ("help", "keys", "?"),
    ("help-edit", "keys", "Tab ?"), ("go-to", "bars", "g Down"), ("quit", "keys", "q"),
    ("typing", "bars", "Tab 2 . 5"),
    ("out-of-range", "bars", "Tab 1 2 Enter"), ("edited", "bars", "Tab Down + + +"),
    ("edited-vector", "keys", "Tab + Right - -"), ("edited-sum", "output", "Tab Tab Tab +"),
    ("edited-hidden", "dog-1", "Tab +"), ("undone", "bars", "Tab + u"), ("revealed", "dog-1", "r"),
    ("digits", "output", "f f"), ("inputs", "party", "Tab Down"),
  ])
  func `overlays and edits`(name: String, step: String, keys: String) throws {
    for size in ["80x24", "60x16", "40x10"] {
      let tutor = try tutor(at: step).pressing(keys, size: Size(size))
      let frame = render(tutor, size: Size(size))
      try expectScreen(size == "80x24" ? frame.snapshot() : frame.text(), named: "overlays/\(name)-\(size)")
    }
  }

  private func expectStage(
    _ stage: String, size: String, language: Language, glyphs: GlyphSet = .unicode, name: String? = nil
  ) throws {
    var tutor = try tutor(at: stage, language: language)
    var screens = ""
    for step in tutor.stage.steps {
      screens += "── \(step.id)\n" + render(tutor, size: Size(size), glyphs: glyphs).text() + "\n"
      _ = tutor.handle(.steppedForward)
    }
    try expectScreen(screens, named: "\(size)-\(name ?? language.code)/\(stage)")
  }
}

extension Size {
  /// `80x24`
  init(_ text: String) {
    let parts = text.split(separator: "x").compactMap { Int($0) }
    self.init(columns: parts[0], rows: parts[1])
  }
}
