import Frames
import Testing
import Tutorial
import TutorialView

/// Every step of the course as it is heard.
@Suite struct PlainReadingTests {
  static let lessons: [String] = ((try? shippedCourse())?.lessons ?? []).map(\.id)

  @Test(arguments: lessons, ["en", "es"])
  func `every step says its words and its picture, without a missing value`(lesson: String, language: String)
    throws
  {
    var reader = try plainReader(language: language, lesson: lesson)
    let noValue = reader.tutor.interface[.whyNoValue]
    var text = reader.open().text
    for number in 0..<reader.tutor.lesson.steps.count {
      let id = "\(lesson):\(reader.tutor.step.id)"
      expectClean(text, id)
      #expect(!text.contains(noValue), "\(id): \(text)")
      let picture = reader.read("show").text
      #expect(!picture.isEmpty, "\(id) has no picture")
      expectClean(picture, id)
      for command in ["r", "changes", "r", "tip", "where", "why"] {
        expectClean(reader.read(command).text, id)
      }
      if number + 1 < reader.tutor.lesson.steps.count { text = reader.read("next").text }
    }
  }

  /// Lines of text, each with its end; one empty line between paragraphs.
  private func expectClean(_ text: String, _ id: String) {
    #expect(text.isEmpty || text.hasSuffix("\n"), "\(id)")
    #expect(!text.contains("\n\n\n"), "\(id): \(text)")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines {
      #expect(printable(line) == line, "\(id): \(line)")
      #expect(!line.contains("{") && !line.contains("}"), "\(id): \(line)")
      #expect(line == "" || (line.first != " " && line.last != " "), "\(id): \(line)")
    }
  }

  @Test(arguments: lessons)
  func `in ASCII every line is ASCII`(lesson: String) throws {
    var reader = try plainReader(language: "es", lesson: lesson, glyphs: .ascii)
    for _ in reader.tutor.lesson.steps {
      #expect(
        reader.hearing("say again", "r", "next").utf8.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) })
    }
  }

  @Test(arguments: [40, 80])
  func `wrapped lines fit, and no number or vector is taken apart`(width: Int) throws {
    for lesson in try shippedCourse().lessons where ["two-tokens", "order", "next-token"].contains(lesson.id)
    {
      var reader = try plainReader(lesson: lesson.id)
      var wide = reader
      reader.width = width
      for _ in lesson.steps {
        let (narrow, whole) = (reader.hearing("say again"), wide.hearing("say again"))
        for line in narrow.split(separator: "\n") {
          #expect(displayWidth(of: line) <= width || !line.contains(" "), "\(lesson.id): \(line)")
        }
        let words = { (text: String) in text.split { $0 == " " || $0 == "\n" } }
        #expect(words(narrow) == words(whole))
        _ = (reader.read("next"), wide.read("next"))
      }
    }
  }

  @Test func `what the lesson has not reached is said to be hidden`() throws {
    var reader = try plainReader(at: "dog-1")
    #expect(reader.hearing("show A") == "A = softmax(S), weights:\nA quickly: dog hidden, quickly hidden\n")
    #expect(reader.hearing("why A[quickly,dog]") == "The lesson has not got there yet. reveal shows it.\n")
    let changed = reader.hearing("set Q[quickly,1] 0.5")
    #expect(changed.contains("Q[quickly,1] 0.22 → 0.50"))
    #expect(changed.contains("Also changed, but still hidden: S, A, O."))
    #expect(!changed.contains("A[quickly,dog]"))
    #expect(reader.hearing("reveal").contains("Output, O quickly: d1 0."))
    #expect(reader.hearing("hide", "show A").contains("dog hidden"))
  }

  @Test func `many changes are counted, and said on request`() throws {
    var reader = try plainReader(at: "edit-one", lesson: "projections")
    let few = reader.hearing("try")
    #expect(few.split(separator: "\n").count { $0.contains("→") } == 10)
    let more = try #require(few.split(separator: "\n").first { $0.hasPrefix("and ") })
    let all = reader.hearing("changes")
    #expect(more == "and \(all.split(separator: "\n").count { $0.contains("→") } - 10) more; say changes")
  }

  @Test func `a text from a lesson cannot drive the terminal`() throws {
    var reader = try plainReader()
    #expect(reader.hearing("\u{1B}[2J\u{7}").contains("^[[2J^G"))
    #expect(!reader.hearing("go \u{1B}]0;x\u{9C}").contains("\u{1B}"))
    #expect(reader.hearing(String(repeating: "x", count: 100_000)) == "That line is too long.\n")
  }
}
