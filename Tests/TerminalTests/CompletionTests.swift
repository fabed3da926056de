import Testing

/// The completion of bash, as it happens when Tab is pressed.
@Suite(.serialized)
struct CompletionTests {
  private func bash() throws -> TerminalSession {
    let folder = TerminalSession.path(of: "attend").dropLast("/attend".count)
    let session = try TerminalSession(
      "/bin/bash", arguments: ["--norc", "--noprofile", "-i"],
      environment: ["PATH": "\(folder):/usr/bin:/bin"])
    session.type("PS1='> '; eval \"$(attend --generate-completion-script bash)\"; clear; echo ready\r")
    let isReady = session.wait { $0.row(0).hasPrefix("ready") && $0.row(1).hasPrefix(">") }
    #expect(isReady, "\(session.text)")
    return session
  }

  @Test(arguments: [
    ("attend two-t", "> attend two-tokens"), ("attend two-tokens:sof", "> attend two-tokens:softmax"),
    ("attend frame order:", "> attend frame order:"), ("attend --theme con", "> attend --theme contrast"),
    ("attend --theme=con", "> attend --theme=contrast"), ("attend comp", "> attend compute"),
    ("attend --lessons /us", "> attend --lessons /usr/"),
    ("attend frame 'two-t", "> attend frame 'two-tokens'"),
  ])
  func `Tab completes commands, lessons, places, options and files`(typed: String, line: String) throws {
    let session = try bash()
    session.type(typed + "\t")
    let isComplete = session.wait { $0.row(1).hasPrefix(line) }
    #expect(isComplete, "\(session.text)")
  }

  @Test func `a second Tab lists the steps of a lesson`() throws {
    let session = try bash()
    session.type("attend two-tokens:c\t\t")
    let isListed = session.wait { $0.text.contains("challenges") && $0.text.contains("c3") }
    #expect(isListed, "\(session.text)")
  }
}
