import Frames
import Testing
import Tutorial

@testable import TutorialView

/// What a class sees.
@Suite struct PresentingViewTests {
  @Test func `a blank screen is empty until any key`() throws {
    let tutor = try tutor(at: "bars").pressing("P b")
    #expect(tutor.screen().allSatisfy { $0.isWhitespace })
    #expect(render(tutor, size: Size("80x24")).cursor == nil)
    for key in ["b", ".", "Right", "q", "F7", "Z"] {
      let seen = try tutor.pressing(key)
      #expect(!seen.presentation.isBlank && seen.step.id == "bars", "\(key)")
    }
  }

  @Test func `clickers blank with b or with a point, which elsewhere begins a number`() throws {
    for key in ["b", "."] {
      #expect(try tutor(at: "bars").pressing("P \(key)").presentation.isBlank)
      #expect(try tutor(at: "bars").pressing("P \(key) \(key)").presentation.isBlank == false)
    }
    // In EDIT, and where a number is asked for.
    #expect(try tutor(at: "bars").pressing("P Tab .").prompt?.text == ".")
    let asked = try tutor(at: "p3", lesson: "learning").pressing("P .")
    #expect(asked.prompt?.text == "." && !asked.presentation.isBlank)
    // Who does not present meant a number.
    #expect(try tutor(at: "bars").pressing(".").notice == .pressTabToEdit)
  }

  @Test func `the words of a presentation have two rows, what is asked has all it needs`() throws {
    let size = Size("60x16")
    for tutor in [try tutor(at: "mixed", lesson: "whole-sentence"), try tutor(at: "bars")] {
      let presented = try tutor.pressing("P")
      let board = Board(ViewContext(presented, glyphs: .unicode), layout: Layout(size: size, of: presented))
      #expect(board.visibleWords <= 2)
    }
    let question = try tutor(at: "p1").pressing("P").screen(60, 16)
    #expect(question.contains("1  It stays") && question.contains("3  It rises"))
  }

  @Test(arguments: ["80x24", "60x16", "40x10", "120x36"])
  func `a zoomed picture fills the screen and nothing is cut`(size: String) throws {
    for lesson in try shippedCourse().lessons {
      var tutor = try tutor(lesson: lesson.id)
      _ = tutor.handle(.toggledZoom)
      for _ in lesson.steps {
        let size = Size(size)
        let sheet = Size(columns: size.columns + 40, rows: size.rows)
        let frame = render(tutor, size: size, glyphs: .unicode, sheet: sheet)
        for row in 0..<size.rows {
          let beyond = frame[row: row].dropFirst(size.columns).map(\.text).joined()
          #expect(beyond.allSatisfy { $0 == " " }, "\(lesson.id):\(tutor.step.id), row \(row)")
        }
        _ = tutor.handle(.steppedForward)
      }
    }
  }

  @Test func `the names of the cursor's row and column are in reverse`() throws {
    let tutor = try tutor(at: "all-weights", lesson: "whole-sentence").pressing("P Tab Down Right")
    let frame = render(tutor, size: Size("60x16"))
    let focused = (0..<16).flatMap { row in frame[row: row].filter(\.style.focused).map(\.text) }.joined()
    #expect(tutor.cursor == .init(name: "Q", row: 1, column: 1))
    #expect(focused.contains("dog") && focused.contains("0.44"))
  }
}
