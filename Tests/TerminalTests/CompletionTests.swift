import Foundation
import Testing

/// Completion, as it happens when Tab is pressed: in bash, and in zsh and fish where they are there.
@Suite(.serialized)
struct CompletionTests {
  /// A shell that knows the completion of `attend`, at an empty prompt below the word `ready`.
  private func start(_ path: String, _ arguments: [String], _ prepare: String) throws -> TerminalSession {
    let folder = TerminalSession.path(of: "attend").dropLast("/attend".count)
    // A shell keeps its history at home.
    let home = TemporaryFolder()
    let session = try TerminalSession(
      path, arguments: arguments,
      environment: [
        "PATH": "\(folder):/usr/bin:/bin", "HOME": home.path, "XDG_CONFIG_HOME": home.path,
        "XDG_DATA_HOME": home.path, "fish_greeting": "",
      ], state: home)
    session.type(prepare + "\r")
    let isReady = session.wait { $0.row(0).hasPrefix("ready") && $0.row(1).hasPrefix(">") }
    #expect(isReady, "\(session.text)")
    return session
  }

  private func bash() throws -> TerminalSession {
    try start(
      "/bin/bash", ["--norc", "--noprofile", "-i"],
      "PS1='> '; eval \"$(attend --generate-completion-script bash)\"; clear; echo ready")
  }

  private func zsh() throws -> TerminalSession {
    try start(
      "/usr/bin/zsh", ["-f", "-i"],
      """
      PROMPT='> '; RPROMPT=; fpath=($(mktemp -d) $fpath); attend --generate-completion-script zsh > $fpath[1]/_attend; \
      autoload -Uz compinit; compinit -u -D; clear; echo ready
      """)
  }

  private func fish() throws -> TerminalSession {
    try start(
      "/usr/bin/fish", ["--no-config", "-i"],
      """
      set -g fish_autosuggestion_enabled 0; function fish_prompt; echo '> '; end; attend --generate-completion-script fish | source; clear; echo ready
      """)
  }

  @Test(arguments: [
    ("attend two-t", "> attend two-tokens"), ("attend two-tokens:sof", "> attend two-tokens:softmax"),
    ("attend frame order:", "> attend frame order:"), ("attend --theme con", "> attend --theme contrast"),
    ("attend --theme=con", "> attend --theme=contrast"), ("attend comp", "> attend compute"),
    ("attend --lessons /us", "> attend --lessons /usr/"),
    ("attend order --values /us", "> attend order --values /usr/"),
    ("attend --values=/us", "> attend --values=/usr/"),
    ("attend --values K=/us", "> attend --values K=/usr/"),
    ("attend export -o /us", "> attend export -o /usr/"),
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

  static let inOtherShells = [
    ("attend two-t", "> attend two-tokens"), ("attend --theme con", "> attend --theme contrast"),
    ("attend order --values /us", "> attend order --values /usr/"),
    ("attend --values=/us", "> attend --values=/usr/"),
    ("attend --values K=/us", "> attend --values K=/usr/"),
    ("attend export -o /us", "> attend export -o /usr/"),
  ]

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/zsh")), arguments: inOtherShells)
  func `Tab completes in zsh`(typed: String, line: String) throws {
    let session = try zsh()
    session.type(typed + "\t")
    let isComplete = session.wait { $0.row(1).hasPrefix(line) }
    #expect(isComplete, "\(session.text)")
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/fish")), arguments: inOtherShells)
  func `Tab completes in fish`(typed: String, line: String) throws {
    let session = try fish()
    session.type(typed + "\t")
    let isComplete = session.wait { $0.row(1).hasPrefix(line) }
    #expect(isComplete, "\(session.text)")
  }
}
