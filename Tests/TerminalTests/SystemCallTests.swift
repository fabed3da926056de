import Glibc
import Testing

/// A whole session, watched from outside by `strace`.
@Suite(.serialized)
struct SystemCallTests {
  private static let isSoak = getenv("SOAK") != nil

  @Test(.enabled(if: isSoak, "make soak watches it with strace"))
  func `a session starts no program and calls no network`() throws {
    let folder = TemporaryFolder()
    let trace = folder.path + "/trace"
    let session = try TerminalSession(
      "/usr/bin/strace",
      arguments: [
        "-f", "-o", trace, "-e", "trace=network,execve,execveat,fork,vfork,clone,clone3",
        TerminalSession.path(of: "attend"), "sandbox",
      ])
    #expect(session.wait { $0.text.contains("The, cat, drinks, milk") })
    for keys in [
      "L", "L", "N\u{15}uno dos\r", "\t9\r", "g/dog", "d", "?", "S\u{15}\(folder.path)/mine\r", "P", "z", "a",
    ] {
      session.type(keys)
      session.rest()
      session.press(.escape, .escape)
    }
    session.resize(columns: 100, rows: 30)
    session.rest()
    // Time for what is done while the learner rests, such as saving.
    for _ in 0..<10 { session.rest() }
    session.type("qqy")
    #expect(session.waitForEnd() == .exited(0), "\(session.text)")
    #expect(folder.read("mine/lesson.yaml") != nil)
    let calls = try #require(folder.read("trace")).split(separator: "\n")
    #expect(calls.count { !$0.contains("+++") && !$0.contains("---") } == 1, "\(calls)")
    #expect(calls.first?.contains("execve(") == true)
  }
}
