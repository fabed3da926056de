import Testing

/// Terminals that cannot be used are refused in one sentence, and nothing is done to them.
@Suite(.serialized)
struct RefusalTests {
  private func expectRefusal(_ session: TerminalSession, saying sentence: String) {
    #expect(session.waitForEnd() == .exited(69))
    #expect(session.outputText == "screen-probe: \(sentence)\r\n")
    #expect(session.modes == session.modesBefore)
  }

  @Test(arguments: [
    (nil, "TERM is not set, so the kind of terminal is unknown"),
    ("", "TERM is not set, so the kind of terminal is unknown"),
    ("dumb", "TERM is dumb: this terminal cannot show a full screen"),
    ("nonsense", "this system does not know the terminal nonsense: try TERM=xterm-256color"),
    ("xterm\u{1B}]0;owned\u{7}", "TERM is not the name of a terminal: try TERM=xterm-256color"),
    ("../xterm", "TERM is not the name of a terminal: try TERM=xterm-256color"),
    (String(repeating: "x", count: 5000), "TERM is not the name of a terminal: try TERM=xterm-256color"),
  ])
  func `a terminal of unknown kind is refused`(terminal: String?, sentence: String) throws {
    expectRefusal(try TerminalSession("screen-probe", environment: ["TERM": terminal]), saying: sentence)
  }

  @Test(arguments: ["| cat", "< /dev/null", "| cat > /dev/null; exit 69"])
  func `a file or a pipe is refused`(redirection: String) throws {
    let probe = TerminalSession.path(of: "screen-probe")
    let session = try TerminalSession(
      "/bin/bash", arguments: ["-o", "pipefail", "-c", "\(probe) \(redirection)"])
    expectRefusal(session, saying: "standard input and output must be a terminal")
  }

  @Test func `a job in the background is refused`() throws {
    let session = try TerminalSession("screen-probe", inBackground: true)
    expectRefusal(session, saying: "this needs the terminal: bring it to the foreground with fg")
  }
}
