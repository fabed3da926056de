import Glibc
import Testing

/// The course as plain text on a terminal.
@Suite(.serialized)
struct PlainTerminalTests {
  private func start(
    _ arguments: [String], terminal: String? = "dumb", columns: Int = 80,
    state: TemporaryFolder = TemporaryFolder()
  ) throws -> TerminalSession {
    let session = try TerminalSession(
      "attend", arguments: arguments, columns: columns, environment: ["TERM": terminal], state: state)
    #expect(session.wait { $0.outputText.hasSuffix("> ") }, "\(session.outputText)")
    return session
  }

  /// Only letters, blanks and line ends: what a terminal that can do nothing else understands.
  private func expectPlain(_ session: TerminalSession) {
    #expect(session.output.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A || $0 == 0x0D })
    #expect(session.modes == session.modesBefore)
  }

  @Test(arguments: ["dumb", "", nil])
  func `a terminal that can do nothing gets plain text unasked`(terminal: String?) throws {
    let session = try start(["--fresh", "two-tokens:p1"], terminal: terminal)
    let first = session.outputText.split(separator: "\r\n").first
    #expect(first?.hasPrefix("attend: TERM is") == true)
    #expect(first?.hasSuffix("so the course is plain text") == true)
    session.type("3\n")
    #expect(session.wait { $0.outputText.contains("Your answer is 3: It rises.") })
    session.type("\n")
    #expect(session.wait { $0.outputText.contains("Not quite.") && $0.outputText.hasSuffix("> ") })
    // The end of the input, as Ctrl-D gives it.
    session.send([4])
    #expect(session.waitForEnd() == .exited(0))
    #expect(session.outputText.hasSuffix("> \r\n"))
    expectPlain(session)
  }

  @Test func `lines are wrapped at the width of the window`() throws {
    let session = try start(["read", "--fresh", "two-tokens"], terminal: "xterm-256color", columns: 44)
    for line in session.outputText.split(separator: "\r\n") { #expect(line.count <= 44, "\(line)") }
    session.type("quit\n")
    #expect(session.waitForEnd() == .exited(0))
    expectPlain(session)
  }

  @Test func `what was done is kept when the terminal goes away`() throws {
    let state = TemporaryFolder()
    let session = try start(["read", "two-tokens:query"], state: state)
    session.type("Q[quickly,1] 0.55\n")
    #expect(session.wait { $0.outputText.contains("0.22 → 0.55") && $0.outputText.hasSuffix("> ") })
    session.closeWindow()
    #expect(session.waitForEnd() != nil)
    #expect(state.read("attend/progress")?.contains("= 0.55\n") == true)
  }

  @Test func `Ctrl-C ends it as any program`() throws {
    let session = try start(["read", "--fresh", "two-tokens"])
    session.send([3])
    #expect(session.waitForEnd() == .killed(signal: SIGINT))
  }
}
