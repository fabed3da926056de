import Testing

@Suite(.serialized)
struct FirstFrameTests {
  /// Starts the probe and waits for its first frame.
  private func start(
    columns: Int = 80, rows: Int = 24, _ environment: [String: String?] = [:]
  ) throws -> TerminalSession {
    let session = try TerminalSession("screen-probe", columns: columns, rows: rows, environment: environment)
    #expect(session.wait { $0.row(2) == "frames 1" && $0.emulator.bracketsPastes })
    return session
  }

  /// Leaves the probe as a user does.
  private func leave(_ session: TerminalSession) {
    session.type("q")
    #expect(session.waitForEnd() == .exited(0))
    #expect(session.terminalIsRestored)
  }

  @Test func `the first frame is what was painted, to its last cell`() throws {
    let session = try start()
    #expect(session.row(0) == "size 80x24 full UTF-8")
    #expect(session.row(1) == "query     focus     under     aé→界z")
    #expect(session.row(23) == String(repeating: "=", count: 80))
    #expect(session.emulator.isOnSecondScreen)
    #expect(session.emulator.bracketsPastes)
    leave(session)
  }

  @Test func `a style becomes attributes and colours`() throws {
    let session = try start()
    #expect(session.emulator.cell(column: 0, row: 1).isBold)
    #expect(session.emulator.cell(column: 0, row: 1).foreground != nil)
    #expect(session.emulator.cell(column: 10, row: 1).isReversed)
    #expect(session.emulator.cell(column: 20, row: 1).isUnderlined)
    #expect(session.emulator.cell(column: 30, row: 1) == .plain("a"))
    leave(session)
  }

  @Test func `the cursor stands where the frame says, or is not seen`() throws {
    let session = try start()
    #expect(session.emulator.showsCursor)
    #expect(session.emulator.cursor == (12, 1))
    session.type("@")
    #expect(session.wait { !$0.emulator.showsCursor })
    session.type("@")
    #expect(session.wait { $0.emulator.showsCursor && $0.emulator.cursor == (12, 1) })
    leave(session)
  }

  @Test(arguments: [
    ("xterm-256color", "full"), ("tmux-256color", "full"), ("screen-256color", "full"),
    ("xterm", "eight"), ("screen", "eight"), ("linux", "eight"), ("ansi", "eight"),
    ("vt100", "none"), ("vt220", "none"),
    // Without an entry here, and yet well known.
    ("xterm-kitty", "full"), ("xterm-ghostty", "full"), ("foot", "full"), ("wezterm", "full"),
    ("alacritty", "full"),
  ])
  func `terminals of many kinds show the frame in their colours`(terminal: String, depth: String) throws {
    let session = try start(["TERM": terminal])
    #expect(session.row(0) == "size 80x24 \(depth) UTF-8")
    #expect(session.row(1).hasPrefix("query     focus"))
    #expect((session.emulator.cell(column: 0, row: 1).foreground != nil) == (depth != "none"))
    #expect(session.modesEverSet.isSubset(of: [1, 7, 25, 1000, 1006, 1049, 2004, 2026]))
    leave(session)
  }

  @Test(arguments: [("xterm-256color", false), ("linux", false), ("foot", true), ("xterm-kitty", true)])
  func `updates are bracketed only where that is known to work`(terminal: String, isKnown: Bool) throws {
    let session = try start(["TERM": terminal])
    #expect(session.modesEverSet.contains(2026) == isKnown)
    leave(session)
  }

  @Test func `nothing is sent outside of the brackets`() throws {
    let session = try start(["TERM": "foot"])
    session.type("@")
    #expect(session.wait { !$0.emulator.showsCursor })
    session.type("*")
    #expect(session.wait { $0.row(3) == "events @ *" })
    leave(session)
    let updates = session.outputText.split(separator: "\u{1B}[?2026h", omittingEmptySubsequences: false)
    #expect(updates.count == 5 && updates[0].isEmpty)
    #expect(updates.dropFirst().allSatisfy { $0.hasSuffix("\u{1B}[?2026l") })
  }

  @Test func `NO_COLOR takes the colours and leaves the attributes`() throws {
    let session = try start(["NO_COLOR": "1"])
    #expect(session.row(0) == "size 80x24 none UTF-8")
    #expect(session.emulator.cell(column: 0, row: 1).foreground == nil)
    #expect(session.emulator.cell(column: 0, row: 1).isBold)
    leave(session)
  }

  @Test func `an empty NO_COLOR says nothing`() throws {
    let session = try start(["NO_COLOR": ""])
    #expect(session.row(0) == "size 80x24 full UTF-8")
    leave(session)
  }

  @Test(arguments: ["C", "POSIX", "", "nonsense"])
  func `without a UTF-8 locale the program is told and accents still work`(locale: String) throws {
    let session = try start(["LANG": locale])
    #expect(session.row(0) == "size 80x24 full other")
    session.type("é")
    #expect(session.wait { $0.row(3) == "events é" })
    leave(session)
  }

  @Test func `the size of the window wins over LINES and COLUMNS`() throws {
    let session = try start(columns: 70, rows: 20, ["LINES": "10", "COLUMNS": "30"])
    #expect(session.row(0) == "size 70x20 full UTF-8")
    leave(session)
  }

  @Test(arguments: [
    (["LINES": "10", "COLUMNS": "30"], "30x10"), ([:], "80x24"),
    (["LINES": "-5", "COLUMNS": "99999"], "1000x24"),
  ])
  func `a window without a size has that of the environment, within reason`(
    environment: [String: String], size: String
  ) throws {
    let session = try TerminalSession("screen-probe", columns: 0, rows: 0, environment: environment)
    #expect(session.wait { $0.outputText.contains("size \(size)") })
    leave(session)
  }

  @Test(arguments: [(1, 1), (2, 1), (1, 5), (40, 10), (300, 100)])
  func `any size of window will do`(columns: Int, rows: Int) throws {
    let session = try TerminalSession("screen-probe", columns: columns, rows: rows)
    #expect(session.wait { $0.row(rows - 1).hasSuffix("=") })
    leave(session)
  }

  @Test func `an idle screen neither writes nor wakes`() throws {
    let session = try start()
    session.type("a")
    #expect(session.wait { $0.row(3) == "events a" })
    #expect(
      session.wait {
        let before = ($0.output.count, $0.wakings)
        $0.rest()
        return before == ($0.output.count, $0.wakings)
      })
    #expect(session.wakings != nil)
    leave(session)
  }

  @Test func `repainting sends everything again`() throws {
    let session = try start()
    session.emulator.write(Array("\u{1B}[2J".utf8))
    #expect(session.row(0) == "")
    session.type("*")
    #expect(session.wait { $0.row(0) == "size 80x24 full UTF-8" && $0.row(23).hasPrefix("====") })
    leave(session)
  }
}
