import AttentionCore
import Frames
import Testing
import Tutorial

@testable import TutorialView

/// Every step of every lesson at every size: nothing is cut, and everything can be reached.
@Suite struct LessonFramesTests {
  struct Screen: CustomTestStringConvertible, Sendable {
    var size: Size
    var language = Language.english
    var glyphs = GlyphSet.unicode
    var testDescription: String { "\(size.columns)x\(size.rows) \(language.code)" }
  }

  static let screens = [
    Screen(size: Size("80x24")), Screen(size: Size("60x16")), Screen(size: Size("40x10")),
    Screen(size: Size("120x36")), Screen(size: Size("60x16"), language: Language("es")),
    Screen(size: Size("40x10"), language: Language("es"), glyphs: .ascii),
  ]

  static func lessons() -> [String] { (try? shippedCourse().lessons.map(\.id)) ?? [] }

  @Test(arguments: lessons(), screens)
  func `no number and no name is cut`(lesson: String, screen: Screen) throws {
    // The roomiest and the smallest screens meet EDIT; the golden screens see the others.
    let isEnglish = screen.language == .english
    let modes = screen.size.rows >= 24 ? ["Tab"] : isEnglish ? ["", "Tab"] : [""]
    for mode in modes {
      try eachStep(of: lesson, on: screen) { step, tutor in
        let tutor = try tutor.pressing(mode, size: screen.size)
        let layout = Layout(size: screen.size)
        let sheet = Size(columns: screen.size.columns + 60, rows: screen.size.rows)
        let frame = render(tutor, size: screen.size, glyphs: screen.glyphs, sheet: sheet)
        for row in 0..<screen.size.rows {
          let beyond = frame[row: row].dropFirst(screen.size.columns).map(\.text).joined()
          #expect(beyond.allSatisfy { $0 == " " }, "\(step) row \(row): \(beyond)")
        }
        // Neither may the board run into the panel or over the line above the strip.
        if let rule = layout.lowerRule {
          #expect(frame[row: rule].prefix(screen.size.columns).allSatisfy { $0.text == screen.glyphs.rule })
        }
        if let panel = layout.panel {
          for row in layout.content {
            let texts = frame[row: row].map(\.text)
            let gaps =
              texts[layout.columns.upperBound..<panel.lowerBound]
              + texts[(panel.lowerBound + 1)...(panel.lowerBound + 2)]
            #expect(
              Set(gaps).isSubset(of: [" ", screen.glyphs.down, screen.glyphs.up]), "\(step) row \(row)")
          }
        }
      }
    }
  }

  @Test(arguments: lessons(), screens.filter { $0.size.rows < 24 && $0.language == .english })
  func `everything the step shows can be scrolled to`(lesson: String, screen: Screen) throws {
    try eachStep(of: lesson, on: screen) { step, start in
      let layout = Layout(size: screen.size)
      var tutor = start
      _ = tutor.handle(.scrolledWords(to: 0))
      var words: Set<Int> = []
      var lines: Set<Line> = []
      var board = Board(ViewContext(tutor, glyphs: screen.glyphs), layout: layout)
      for _ in 0..<200 {
        words.formUnion(board.firstWord..<(board.firstWord + board.visibleWords))
        lines.formUnion(board.picture.lines)
        guard board.canScrollDown else { break }
        _ = tutor.handle(.scrolledWords(to: board.place + 1))
        board = Board(ViewContext(tutor, glyphs: screen.glyphs), layout: layout)
      }
      #expect(
        words.count == board.words.count, "\(step): \(words.count) of \(board.words.count) lines of words")
      let unseen = board.picture.block.lines.filter { !lines.contains($0) }
      #expect(unseen.isEmpty, "\(step): \(unseen.count) lines of the picture")
    }
  }

  /// The cell under the cursor is on screen wherever it goes.
  @Test(arguments: lessons(), [Size("40x10"), Size("120x36")])
  func `the cursor stays in view`(lesson: String, size: Size) throws {
    try eachStep(of: lesson, on: Screen(size: size)) { step, start in
      var tutor = try start.pressing("Tab", size: size)
      guard tutor.offer == nil else { return }
      for key in ["Down", "Right", "Down", "Down"] {
        tutor = try tutor.pressing(key, size: size)
        guard tutor.offer == nil, tutor.mode == .edit else { continue }
        let cursor = tutor.cursor
        #expect(render(tutor, size: size).cursor != nil, "\(step) \(cursor) after \(key)")
      }
    }
  }

  private func eachStep(
    of lesson: String, on screen: Screen, _ body: (String, Tutor) throws -> Void
  ) throws {
    var tutor = try tutor(language: screen.language, lesson: lesson)
    for _ in tutor.lesson.steps {
      try body("\(lesson):\(tutor.step.id)", tutor)
      _ = tutor.handle(.steppedForward)
    }
  }
}
