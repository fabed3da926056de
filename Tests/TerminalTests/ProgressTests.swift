import Glibc
import Testing

/// The real program, left and opened again.
@Suite(.serialized)
struct ProgressTests {
  private func start(
    _ arguments: String..., state: TemporaryFolder, environment: [String: String?] = [:], showing text: String
  ) throws -> TerminalSession {
    let session = try TerminalSession("attend", arguments: arguments, environment: environment, state: state)
    #expect(session.wait { $0.text.contains(text) }, "\(session.text)")
    return session
  }

  private func leave(_ session: TerminalSession, with end: TerminalSession.End = .exited(0)) {
    session.type("qq")
    #expect(session.waitForEnd() == end, "\(session.outputText)")
    #expect(session.terminalIsRestored)
  }

  @Test func `who comes back finds the step and the numbers of before`() throws {
    let state = TemporaryFolder()
    let session = try start(state: state, showing: "The KV cache")
    session.press(.enter)
    #expect(session.wait { $0.text.contains("The dog ran quickly") })
    session.press(.right, .right, .right)
    #expect(session.wait { $0.text.contains("what quickly looks for") })
    session.press(.tab)
    session.type("0.55")
    session.press(.enter, .escape)
    #expect(session.wait { $0.text.contains("0.55*") })
    leave(session)

    let again = try start(state: state, showing: "0.55*")
    #expect(again.wait { $0.row(23).contains("You stopped at step 4 of") })
    again.press(.right)
    #expect(again.wait { !$0.row(23).contains("You stopped") })
    leave(again)
    #expect(state.read("attend/progress")?.contains("step keys\n") == true)
    #expect(state.read("attend/progress.bak") != nil)
    #expect(state.read("attend/progress.new") == nil)
  }

  @Test func `a step is saved at once and a number when the learner rests`() throws {
    let state = TemporaryFolder()
    let session = try start("two-tokens:query", state: state, showing: "looks for")
    session.press(.right)
    #expect(session.wait { _ in state.read("attend/progress")?.contains("step keys\n") == true })
    session.press(.tab)
    session.type("0.55")
    session.press(.enter)
    #expect(session.wait { _ in state.read("attend/progress")?.contains("= 0.55\n") == true })
    // Once it is saved nothing runs any more.
    session.rest()
    let wakings = session.wakings
    for _ in 0..<8 { session.rest() }
    #expect(session.wakings == wakings)
    session.signal(SIGKILL)
    #expect(session.waitForEnd() == .killed(signal: SIGKILL))
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func `a signal that ends the program does not end what was learnt`(signal: Int32) throws {
    let state = TemporaryFolder()
    let session = try start("two-tokens:query", state: state, showing: "looks for")
    session.press(.tab)
    session.type("0.55")
    session.press(.enter)
    #expect(session.wait { $0.text.contains("0.55*") })
    session.signal(signal)
    #expect(session.waitForEnd() == .killed(signal: signal))
    #expect(session.terminalIsRestored)
    #expect(state.read("attend/progress")?.contains("= 0.55\n") == true)
  }

  @Test func `a window that is closed saves too`() throws {
    let state = TemporaryFolder()
    let session = try start("two-tokens:query", state: state, showing: "looks for")
    session.press(.tab)
    session.type("0.55")
    session.press(.enter)
    #expect(session.wait { $0.text.contains("0.55*") })
    session.closeWindow()
    #expect(session.waitForEnd() != nil)
    #expect(state.read("attend/progress")?.contains("= 0.55\n") == true)
  }

  @Test func `where nothing can be saved this is said once, and the course goes on`() throws {
    let state = TemporaryFolder()
    // A file where the folder should be.
    state.write("", to: "attend")
    let session = try start("two-tokens", state: state, showing: "The dog ran quickly")
    #expect(session.wait { $0.row(23).contains("Progress is not saved: its folder cannot be written.") })
    session.press(.right)
    #expect(session.wait { $0.text.contains("step 2 of") && !$0.text.contains("not saved") })
    session.press(.right)
    #expect(session.wait { $0.text.contains("step 3 of") && !$0.text.contains("not saved") })
    leave(session, with: .exited(74))
    #expect(session.outputText.contains("attend: your progress is not saved: Not a directory"))
  }

  @Test func `without a folder to save in the course goes on`() throws {
    let session = try start(
      "two-tokens", state: TemporaryFolder(), environment: ["HOME": nil, "XDG_STATE_HOME": "relative"],
      showing: "Progress is not saved: HOME names no folder.")
    session.press(.right)
    #expect(session.wait { $0.text.contains("step 2 of") && !$0.text.contains("not saved") })
    leave(session)
  }

  @Test func `a damaged file is set aside and the last good one is used`() throws {
    let state = TemporaryFolder()
    state.write("no progress", to: "attend/progress")
    state.write(
      "attend progress 1\nlast two-tokens\nlesson two-tokens\n  step keys\n  furthest keys\nend\n",
      to: "attend/progress.bak")
    let session = try start(state: state, showing: "The progress file was damaged.")
    #expect(session.text.contains("what each token offers"))
    leave(session)
    #expect(state.read("attend/progress.bad-1") == "no progress")
    #expect(state.read("attend/progress")?.contains("step keys") == true)
  }

  @Test func `the progress of a newer version is left alone`() throws {
    let state = TemporaryFolder()
    state.write("attend progress 2\nanything\n", to: "attend/progress")
    let session = try start("two-tokens", state: state, showing: "it is from a newer attend, so upgrade")
    session.press(.right)
    #expect(session.wait { $0.text.contains("step 2 of") })
    leave(session)
    #expect(state.read("attend/progress") == "attend progress 2\nanything\n")
  }

  @Test func `fresh neither reads nor saves`() throws {
    let state = TemporaryFolder()
    let text = "attend progress 1\nlast two-tokens\nlesson two-tokens\n  step keys\n  furthest keys\nend\n"
    state.write(text, to: "attend/progress")
    let session = try start("--fresh", "two-tokens", state: state, showing: "The dog ran quickly")
    session.press(.right)
    #expect(session.wait { $0.text.contains("step 2 of") })
    leave(session)
    #expect(state.read("attend/progress") == text)
    #expect(state.read("attend/progress.lock") == nil)
  }

  @Test func `two programs at once each keep their lesson`() throws {
    let state = TemporaryFolder()
    let first = try start("two-tokens", state: state, showing: "The dog ran quickly")
    let second = try start("scaling", state: state, showing: "Why divide")
    first.press(.right)
    #expect(first.wait { $0.text.contains("step 2 of") })
    second.press(.right)
    #expect(second.wait { $0.text.contains("step 2 of") })
    leave(first)
    leave(second)
    #expect(state.read("attend/progress")?.contains("lesson two-tokens\n  step not-alone\n") == true)
    #expect(state.read("attend/progress")?.contains("lesson scaling\n") == true)
  }

  @Test func `reset asks, and forgets only after a yes`() throws {
    let state = TemporaryFolder()
    let text = "attend progress 1\n\nlesson two-tokens\n  step keys\n  furthest keys\n\nend\n"
    state.write(text, to: "attend/progress")
    let no = try start(
      "reset", "two-tokens", state: state, showing: "Forget your progress in two-tokens? y/n")
    no.type("n\r")
    #expect(no.waitForEnd() == .exited(0))
    #expect(no.outputText.contains("Nothing is forgotten."))
    #expect(state.read("attend/progress") == text)
    let yes = try start("reset", state: state, showing: "Forget all your progress")
    yes.type("what?\ry\r")
    #expect(yes.waitForEnd() == .exited(0))
    #expect(state.read("attend/progress") == "attend progress 1\n\nend\n")
    #expect(state.read("attend/progress.before-reset") == text)
  }
}
