import Glibc
import Testing

/// The speaker's notes on a second terminal beside a lesson on the first.
@Suite(.serialized)
struct NotesTests {
  @Test func `notes follow the lesson at once, start late or twice, and notice its end`() throws {
    let state = TemporaryFolder()
    let early = try TerminalSession("attend", arguments: ["notes"], state: state)
    #expect(early.wait { $0.text.contains("No lesson is running") })

    let lesson = try TerminalSession("attend", arguments: ["--fresh", "two-tokens:p1"], state: state)
    #expect(lesson.wait { $0.text.contains("It falls.") })
    #expect(early.wait { $0.text.contains("Expected answer  2  It falls.") })
    #expect(early.text.contains("A score is attention"))

    let late = try TerminalSession("attend", arguments: ["notes"], columns: 60, rows: 16, state: state)
    #expect(late.wait { $0.text.contains("Expected answer  2  It falls.") })
    // Nothing of it is on the projected screen.
    #expect(!lesson.text.contains("Expected answer"))
    #expect(!lesson.text.contains("Vote"))

    lesson.press(.right)
    for notes in [early, late] { #expect(notes.wait { $0.text.contains("Softmax 7/9") }) }
    lesson.type("L")
    #expect(late.wait { $0.text.contains("Notas") })

    lesson.type("qq")
    #expect(lesson.waitForEnd() == .exited(0))
    for notes in [early, late] {
      #expect(notes.wait { $0.text.contains("No lesson is running") })
      notes.type("q")
      #expect(notes.waitForEnd() == .exited(0))
      #expect(notes.terminalIsRestored)
    }
  }

  @Test func `a lesson that was killed is not followed any longer`() throws {
    let state = TemporaryFolder()
    let lesson = try TerminalSession("attend", arguments: ["--fresh", "two-tokens:p1"], state: state)
    #expect(lesson.wait { $0.text.contains("It falls.") })
    let notes = try TerminalSession("attend", arguments: ["notes"], state: state)
    #expect(notes.wait { $0.text.contains("Expected answer") })
    lesson.signal(SIGKILL)
    #expect(notes.wait { $0.text.contains("No lesson is running") })
    notes.type("q")
    #expect(notes.waitForEnd() == .exited(0))
  }
}
