import Testing

/// A configuration file, as whoever wrote it meets it on the screen.
@Suite(.serialized)
struct PreferenceTests {
  private func start(_ text: String) throws -> TerminalSession {
    let folder = TemporaryFolder()
    folder.write(text, to: "attend/config")
    let session = try TerminalSession(
      "attend", arguments: ["two-tokens:bars"], environment: ["XDG_CONFIG_HOME": folder.path])
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

  @Test func `colours and the theme come from the file`() throws {
    let session = try start("color = never\n")
    #expect(session.emulator.cell(column: 1, row: 23).background == nil)
    session.type("qq")
    #expect(session.waitForEnd() == .exited(0))
  }
}
