import Glibc
import Testing

/// The full screen on a machine of everybody's.
@Suite(.serialized)
struct LockedTests {
  @Test func `a session of --locked leaves nothing, and says so where a lesson would be saved`() throws {
    let state = TemporaryFolder()
    let session = try TerminalSession(
      "attend", arguments: ["sandbox", "--locked"],
      environment: ["XDG_CONFIG_HOME": state.path, "HOME": state.path, "TMPDIR": state.path], state: state)
    #expect(session.wait { $0.text.contains("The, cat, drinks, milk") })
    #expect(!session.text.contains("save as a lesson"))
    session.type("S")
    #expect(session.wait { $0.row(23).contains("Nothing can be saved on this machine.") })
    // Another sentence is typed, built and changed as ever.
    session.type("N")
    #expect(session.wait { $0.text.contains("A sentence of your own") })
    session.type("\u{15}solo dos")
    session.press(.enter)
    #expect(session.wait { $0.text.contains("solo, dos") })
    session.press(.right, .tab, .down)
    session.type("9")
    session.press(.enter, .escape)
    #expect(session.wait { $0.text.contains("9.00*") })
    session.type("L")
    #expect(session.wait { $0.text.contains("PASO") })
    session.rest()
    session.type("qq")
    #expect(session.waitForEnd() == .exited(0))
    #expect(session.terminalIsRestored)
    #expect(state.names.isEmpty, "\(state.names)")
  }

  @Test func `a folder is refused before the terminal is touched`() throws {
    let session = try TerminalSession("attend", arguments: ["--locked", "./lesson"])
    #expect(session.waitForEnd() == .exited(64))
    #expect(session.outputText == "attend: --locked opens no files: leave “./lesson” out\r\n")
  }
}

extension TemporaryFolder {
  /// The names of what lies in the folder.
  fileprivate var names: [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) {
          String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names.filter { $0 != "." && $0 != ".." }
  }
}
