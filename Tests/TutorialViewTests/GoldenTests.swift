import Frames
import Testing
import Tutorial
import TutorialView

/// Every step of every lesson as it is seen, one file a stage, size and language.
@Suite struct GoldenTests {
  /// One file of screens: those of a stage.
  struct Sheet: CustomTestStringConvertible, Sendable {
    var lesson: String
    var stage: String
    var size: String
    var language: Language
    var isASCII = false

    var name: String { "\(lesson)/\(size)-\(language.code)\(isASCII ? "-ascii" : "")/\(stage)" }
    var testDescription: String { name }
  }

  /// The first lesson at every layout, the others where they are learned and projected.
  static let sheets: [Sheet] = ((try? shippedCourse())?.lessons ?? []).flatMap { lesson -> [Sheet] in
    let isFirst = lesson.id == "two-tokens"
    let both = ["80x24", "60x16"] + (isFirst ? ["40x10"] : [])
    return lesson.stages.map(\.id).flatMap { stage -> [Sheet] in
      let spoken = both.flatMap { size in
        ["en", "es"].map { Sheet(lesson: lesson.id, stage: stage, size: size, language: Language($0)) }
      }
      let wide = [isFirst ? "120x36" : "40x10"].map {
        Sheet(lesson: lesson.id, stage: stage, size: $0, language: .english)
      }
      let ascii = Sheet(
        lesson: lesson.id, stage: stage, size: "80x24", language: Language("es"), isASCII: true)
      return spoken + wide + (isFirst ? [ascii] : [])
    }
  }

  @Test func `there are screens of all ten lessons`() {
    #expect(Set(Self.sheets.map(\.lesson)).count == 10)
  }

  @Test(arguments: sheets)
  func `every step, and what r shows of it`(sheet: Sheet) throws {
    var tutor = try tutor(at: sheet.stage, language: sheet.language, lesson: sheet.lesson)
    let size = Size(sheet.size)
    let glyphs: GlyphSet = sheet.isASCII ? .ascii : .unicode
    var screens = ""
    for step in tutor.stage.steps {
      screens += "── \(step.id)\n" + render(tutor, size: size, glyphs: glyphs).text() + "\n"
      if step.question != nil || !step.experiment.isEmpty {
        let played = try tutor.pressing("r", size: size)
        screens += "── \(step.id), r\n" + render(played, size: size, glyphs: glyphs).text() + "\n"
      }
      _ = tutor.handle(.steppedForward)
    }
    try expectScreen(screens, named: sheet.name)
  }

  /// What lies over the lesson, and what an edit, an answer and a challenge look like.
  @Test(arguments: [
    ("why", "output", "w Enter"), ("why-share", "output", "w Enter Enter"), ("help", "keys", "?"),
    ("help-edit", "keys", "Tab ?"), ("go-to", "bars", "g Down"), ("quit", "keys", "q"),
    ("typing", "bars", "Tab 2 . 5"),
    ("out-of-range", "bars", "Tab 1 2 Enter"), ("edited", "bars", "Tab Down + + +"),
    ("edited-vector", "keys", "Tab + Right - -"), ("edited-sum", "output", "Tab Tab Tab +"),
    ("edited-hidden", "dog-1", "Tab +"), ("undone", "bars", "Tab + u"), ("revealed", "dog-1", "r"),
    ("digits", "output", "f f"), ("inputs", "party", "Tab Down"),
    ("course", "bars", "c Down Down"), ("search", "bars", "g / m a s k"), ("glossary", "bars", "d"),
    ("answered", "p1", "3"), ("answered-wrong", "p1", "3 r"), ("answered-right", "p1", "2 Enter"),
    ("played", "doubled", "Tab Enter"), ("tip", "c1", "t t"), ("solution", "c1", "t t t t"),
    ("missed", "c1", "Tab +"), ("met", "c1", "Tab Right Right \"3.1\" Enter"),
    ("refused", "c1", "Tab Down +"), ("discovered", "c3", "Tab 0 Tab 0 Tab 0 Enter"),
  ])
  func `overlays and edits`(name: String, step: String, keys: String) throws {
    for size in ["80x24", "60x16", "40x10"] {
      let tutor = try tutor(at: step).pressing(keys, size: Size(size))
      let frame = render(tutor, size: Size(size))
      try expectScreen(size == "80x24" ? frame.snapshot() : frame.text(), named: "overlays/\(name)-\(size)")
    }
  }
}

extension Size {
  /// `80x24`
  init(_ text: String) {
    let parts = text.split(separator: "x").compactMap { Int($0) }
    self.init(columns: parts[0], rows: parts[1])
  }
}
