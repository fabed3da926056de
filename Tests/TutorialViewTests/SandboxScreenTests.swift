import Frames
import LessonFile
import Testing
import Tutorial

@testable import TutorialView

/// The sandbox on screen: with sentences that nobody wrote a lesson for.
@Suite struct SandboxScreenTests {
  static let sentences = [
    "a b", "El gato duerme", "ha ha ha ha ha ha ha ha", "日本 語 🐱 שלום e\u{301} 3.14 `x` **b**",
    "abcdefghijklmnopqrstuvwx zyxwvutsrqponmlkjihgfedc", "20 + 20 = 40",
  ]

  private func sandbox(_ sentence: String, _ dimensions: Int = 3) throws -> Tutor {
    var course = try shippedCourse()
    let recipe = Recipe(sentence: sentence, dimensions: dimensions, seed: 3)
    course.lessons.append(try #require(try SentenceLesson(recipe).sandbox()))
    return try #require(Tutor(course: course, lesson: course.lessons.count - 1, step: 0))
  }

  @Test(arguments: sentences)
  func `every step has a frame at every layout, in both languages`(sentence: String) throws {
    for dimensions in [1, 8] {
      var tutor = try sandbox(sentence, dimensions)
      for _ in tutor.lesson.steps {
        for (columns, rows) in [(40, 10), (60, 16), (80, 24), (130, 40)] {
          let frame = render(tutor, size: Size(columns: columns, rows: rows))
          #expect(frame.cells.count == columns * rows)
          #expect(!frame.text().contains("%"), "a place of the template is left")
        }
        tutor = try tutor.pressing("Right L")
      }
    }
  }

  @Test(arguments: sentences)
  func `a token is on screen as it is, and harmless`(sentence: String) throws {
    let tutor = try sandbox(sentence)
    for name in tutor.lesson.tokens { #expect(printable(name) == name) }
    #expect(tutor.screen(130, 40).contains(printable(tutor.lesson.tokens[0])))
  }

  @Test func `the form is on screen with what was typed, and the caret in it`() throws {
    let tutor = try sandbox("a b").pressing(#"N C-u "El niño" Tab C-u 2"#)
    for (columns, rows) in [(40, 10), (60, 16), (80, 24)] {
      let frame = render(tutor, size: Size(columns: columns, rows: rows))
      let cursor = try #require(frame.cursor)
      #expect(frame[column: cursor.column - 1, row: cursor.row].text == "2")
    }
    #expect(tutor.screen().contains("El niño"))
    let long = try sandbox("a b").pressing("N \"" + String(repeating: "日本 ", count: 60) + "\"")
    #expect(try #require(render(long, size: Size(columns: 40, rows: 10)).cursor).column < 40)
  }

  @Test func `what is pasted into the form can do no harm`() throws {
    let tutor = try sandbox("a b").pressing("N C-u Paste\"x q\u{1B}[2J\"")
    let text = tutor.screen()
    #expect(text.contains("x q^[[2J") && !text.unicodeScalars.contains("\u{1B}"))
  }

  @Test func `the keys of the sandbox are offered there alone`() throws {
    #expect(try sandbox("a b").screen(120, 30).contains("N your sentence"))
    #expect(try !tutor(at: "sentence").screen(120, 30).contains("your sentence"))
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `any keys leave a sound sandbox`(seed: UInt64) throws {
    var random = Steps(state: seed)
    var tutor = try sandbox("El gato duerme", 2)
    let keys =
      KeyMap.bindings.flatMap(\.keys).filter { $0 != .control("z") } + [.paste("ha ha"), .character("9")]
    for _ in 0..<600 {
      let size = Size(columns: 40 + random.next(below: 90), rows: 10 + random.next(below: 30))
      let key = random.next(below: 5) == 0 ? .enter : keys[random.next(below: keys.count)]
      guard let event = KeyMap.event(for: key, in: tutor, size: size) else { continue }
      for case .build(let recipe) in tutor.handle(event) {
        if let next = try? SentenceLesson(recipe).sandbox() { tutor.replaceSandbox(with: next) }
      }
      #expect(render(tutor, size: size).cells.count == size.columns * size.rows)
    }
    for name in tutor.worksheet.names { #expect(tutor.worksheet[name] != nil) }
  }
}

/// A few numbers that are the same at each run.
private struct Steps {
  var state: UInt64

  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }
}
