import Glibc
import Testing

/// The real program wherever it may be started: kinds of terminal, environments, and files that are missing.
@Suite(.serialized)
struct SurroundingsTests {
  private static let program = TerminalSession.path(of: "attend")

  /// One line on the terminal, without anything that could drive it, and nothing done to it.
  private func expectRefusal(_ session: TerminalSession, with status: Int32 = 69) {
    #expect(session.waitForEnd() == .exited(status), "\(session.outputText)")
    #expect(session.output.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A || $0 == 0x0D })
    #expect(session.outputText.hasPrefix("attend: ") && session.outputText.hasSuffix("\r\n"))
    #expect(session.outputText.filter(\.isNewline).count == 1, "\(session.outputText)")
    #expect(session.modes == session.modesBefore)
  }

  /// It is there, does something and leaves.
  private func expectLesson(_ session: TerminalSession, with status: Int32 = 0, _ comment: Comment? = nil) {
    #expect(session.wait { $0.text.contains("dog") && $0.text.contains("STEP") }, comment)
    session.press(.right)
    #expect(session.wait { $0.text.contains("step 2 of") }, comment)
    session.type("qq")
    #expect(session.endLeavingNoTrace(comment) == .exited(status), comment)
  }

  // MARK: Terminals

  @Test(arguments: [
    "xterm", "xterm-256color", "xterm-mono", "xterm-r6", "vt100", "vt102", "vt220", "linux", "screen",
    "screen-256color", "tmux", "tmux-256color", "rxvt", "rxvt-unicode", "ansi", "cygwin", "Eterm",
    "xterm-kitty",
    "alacritty",
  ])
  func `a terminal of any kind is given back as it was`(name: String) throws {
    let session = try TerminalSession("attend", arguments: ["two-tokens"], environment: ["TERM": name])
    // Not every system knows them all.
    if session.wait(until: { $0.end != nil || $0.text.contains("STEP") }), session.end != nil {
      return expectRefusal(session)
    }
    expectLesson(session)
  }

  @Test func `a terminal of another family is given back as it was`() throws {
    let session = try TerminalSession("attend", arguments: ["two-tokens"], environment: ["TERM": "vt52"])
    // The emulator does not know its language; what is asked of it all the same are its modes and the end.
    #expect(session.wait { $0.outputText.contains("STEP") || $0.end != nil })
    session.type("qq")
    #expect(session.waitForEnd() != nil)
    #expect(session.modes == session.modesBefore)
    #expect(session.modesLeftOn.isEmpty && session.modesEverSet.isEmpty)
  }

  @Test(arguments: [
    "nonsense", "xterm\u{1B}]0;owned\u{7}", "../x/xterm", "xterm\n", "xtérm",
    String(repeating: "x", count: 5000),
  ])
  func `what is no terminal is refused in one line`(name: String) throws {
    expectRefusal(try TerminalSession("attend", environment: ["TERM": name]))
  }

  // MARK: Environments

  private static let environments: [[String: String?]] = [
    ["LANG": nil], ["LANG": ""], ["LANG": "C"], ["LC_ALL": "POSIX"], ["LC_ALL": "es_ES.UTF-8"],
    ["LC_ALL": "es_ES"],
    ["LC_ALL": "nonsense"], ["LC_CTYPE": "ja_JP.eucJP"], ["LANGUAGE": "xx:../..:es"], ["NO_COLOR": "1"],
    ["NO_COLOR": ""], ["COLORTERM": "truecolor"], ["ESCDELAY": "-1"], ["ESCDELAY": "x"], ["TZ": "nonsense"],
    ["LINES": "1", "COLUMNS": "1"], ["LINES": "0", "COLUMNS": "-5"], ["LINES": "99999", "COLUMNS": "99999"],
    ["TERMINFO": "/nonexistent"], ["TERMINFO_DIRS": ":::/dev/null"], ["TERMCAP": "xterm:li#1:co#1:"],
    ["NCURSES_NO_UTF8_ACS": "1"], ["XDG_RUNTIME_DIR": nil], ["XDG_RUNTIME_DIR": "/nonexistent"],
    ["XDG_CONFIG_HOME": "/dev/null"], ["XDG_CONFIG_HOME": "relative"], ["PATH": nil], ["HOME": nil],
    ["MALLOC_PERTURB_": "85"], ["POSIXLY_CORRECT": "1"],
  ]

  @Test(arguments: environments)
  func `in any environment it starts, works and leaves`(variables: [String: String?]) throws {
    // English words are what is waited for.
    let session = try TerminalSession(
      "attend", arguments: ["two-tokens", "--lang", "en"], environment: variables)
    expectLesson(session, "\(variables)")
    for (name, value) in variables where value == "C" || value == "POSIX" {
      #expect(session.output.allSatisfy { $0 < 0x80 }, "\(name)")
    }
  }

  @Test(
    arguments: [
      (["HOME": nil, "XDG_STATE_HOME": nil], 0), (["HOME": "/dev/null", "XDG_STATE_HOME": nil], 74),
      (["XDG_STATE_HOME": "/proc"], 74), (["XDG_STATE_HOME": "/dev/full"], 74),
      (["HOME": nil, "XDG_STATE_HOME": "relative"], 0),
    ] as [([String: String?], Int32)])
  func `where nothing can be saved it works, and says so at the end`(
    variables: [String: String?], status: Int32
  ) throws {
    let session = try TerminalSession("attend", arguments: ["two-tokens"], environment: variables)
    #expect(session.wait { $0.row(23).contains("not saved") || $0.text.contains("STEP") })
    expectLesson(session, with: status, "\(variables)")
    #expect(session.outputText.contains("attend: your progress is not saved") == (status == 74))
  }

  @Test func `the file is for the learner alone, whatever new files are made for`() throws {
    let state = TemporaryFolder()
    let session = try TerminalSession(
      "/bin/sh", arguments: ["-c", "umask 0; exec \(Self.program) two-tokens"], state: state)
    expectLesson(session)
    for (name, mode) in [("attend", 0o700), ("attend/progress", 0o600), ("attend/progress.lock", 0o600)] {
      var status = stat()
      #expect(stat("\(state.path)/\(name)", &status) == 0)
      #expect(Int(status.st_mode) & 0o777 == mode, "\(name)")
    }
  }

  // MARK: Files

  @Test(arguments: 3...14)
  func `with few files it starts, or says that it cannot`(count: Int) throws {
    let session = try TerminalSession(
      "/bin/sh", arguments: ["-c", "ulimit -n \(count); exec \(Self.program) --fresh two-tokens"])
    #expect(session.wait { $0.end != nil || $0.text.contains("STEP") }, "\(session.outputText)")
    if session.end == nil { expectLesson(session) } else if count > 3 { expectRefusal(session) }
  }

  @Test(arguments: [
    ("<&-", 69), (">&-", 69), ("<&- >&-", 69), ("< /dev/null", 69), ("< /dev/zero", 69), ("> /dev/full", 69),
  ])
  func `without a terminal at both ends it says so in one line`(redirection: String, status: Int32) throws {
    expectRefusal(
      try TerminalSession("/bin/sh", arguments: ["-c", "exec \(Self.program) two-tokens \(redirection)"]),
      with: status)
  }

  @Test func `without any open file it ends as it should`() throws {
    let session = try TerminalSession("/bin/sh", arguments: ["-c", "exec \(Self.program) <&- >&- 2>&-"])
    #expect(session.waitForEnd() == .exited(69))
    #expect(session.output.isEmpty)
  }

  @Test func `without standard error it works`() throws {
    expectLesson(try TerminalSession("/bin/sh", arguments: ["-c", "exec \(Self.program) two-tokens 2>&-"]))
  }

  @Test func `a file that may not grow is said, and not the end`() throws {
    let session = try TerminalSession(
      "/bin/sh", arguments: ["-c", "ulimit -f 0; exec \(Self.program) two-tokens"])
    #expect(session.wait { $0.text.contains("STEP") })
    session.press(.right)
    #expect(session.wait { $0.row(23).contains("not saved") })
    session.type("qq")
    #expect(session.endLeavingNoTrace() == .exited(74))
    #expect(session.outputText.contains("attend: your progress is not saved: File too large"))
  }

  @Test func `in the background it leaves the terminal alone`() throws {
    expectRefusal(try TerminalSession("attend", arguments: ["two-tokens"], inBackground: true))
  }
}
