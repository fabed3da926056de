import Testing

/// A configuration file, as whoever wrote it meets it on the screen.
@Suite(.serialized)
struct PreferenceTests {
  private func start(_ text: String, environment: [String: String?] = [:]) throws -> TerminalSession {
    let folder = TemporaryFolder()
    folder.write(text, to: "attend/config")
    let session = try TerminalSession(
      "attend", arguments: ["two-tokens:bars"],
      environment: environment.merging(["XDG_CONFIG_HOME": folder.path]) { $1 })
    let isDrawn = session.wait { $0.text.contains("quickly") && !$0.row(23).isEmpty }
    #expect(isDrawn)
    return session
  }

  @Test func `without confirmation q leaves at once`() throws {
    let session = try start("confirm-quit = no\ndecimal = comma\n")
    #expect(session.text.contains("0,42"))
    session.type("q")
    #expect(session.waitForEnd() == .exited(0))
    #expect(session.terminalIsRestored)
  }

  @Test func `what is wrong with the file is said on the screen, and again in the shell`() throws {
    let session = try start("glyphs = ascii\nthem = dark\n")
    let isSaid = session.wait { $0.text.contains("there is no setting") }
    #expect(isSaid && session.text.contains("---"), "\(session.text)")
    session.type("qq")
    #expect(session.waitForEnd() == .exited(0))
    #expect(session.outputText.hasPrefix("attend: ") && session.text.contains("attend/config:2:"))
  }

  @Test(arguments: [
    ("color = never", nil, false), ("color = always", "1", true), ("", "1", false), ("", nil, true),
  ])
  func `the file decides about colours, else NO_COLOR`(text: String, noColor: String?, hasColors: Bool) throws
  {
    let session = try start(text + "\n", environment: ["NO_COLOR": noColor])
    let cells = (0..<80).map { session.emulator.cell(column: $0, row: 23) }
    #expect(cells.contains { $0.foreground != nil || $0.background != nil } == hasColors)
    session.type("qq")
    #expect(session.waitForEnd() == .exited(0))
  }
}
