import Frames
import Testing
import Tutorial
import TutorialView

@Suite struct NotesViewTests {
  private func notes(_ tutor: Tutor, _ size: String = "80x24") -> String {
    renderNotes(tutor, minutes: 12, interface: tutor.interface, size: Size(size)).text()
  }

  @Test func `a question has its answer, its beliefs and the clock`() throws {
    let page = notes(try tutor(at: "p1"))
    #expect(page.contains("Expected answer  2  It falls."))
    #expect(page.contains("Listen for 1: A score is attention"))
    #expect(page.contains("12 min so far"))
    #expect(page.contains("Next, Softmax"))
  }

  @Test func `every step of every lesson has a page in both languages at every size`() throws {
    for lesson in try shippedCourse().lessons {
      for language in ["en", "es"] {
        var tutor = try tutor(language: Language(language), lesson: lesson.id)
        for _ in lesson.steps {
          for size in ["80x24", "40x10", "20x4", "5x2"] { #expect(!notes(tutor, size).contains("notes.")) }
          _ = tutor.handle(.steppedForward)
        }
      }
    }
  }

  @Test func `the plan grows with each step and is a lesson's length`() throws {
    for lesson in try shippedCourse().lessons {
      let minutes = lesson.steps.indices.map { lesson.plannedMinutes(throughStep: $0, in: .english) }
      #expect(minutes == minutes.sorted())
      #expect((5...60).contains(try #require(minutes.last)), "\(lesson.id)")
    }
  }
}
