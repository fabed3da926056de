import Glibc
import Testing

/// The mouse, from the emulator's own bytes to the lesson, and given back to the terminal at every end.
@Suite(.serialized)
struct MouseTests {
  // MARK: The terminal

  private func probe(_ environment: [String: String?] = [:]) throws -> TerminalSession {
    let session = try TerminalSession("screen-probe", environment: environment)
    let isReady = session.wait { $0.row(2) == "frames 1" && $0.emulator.bracketsPastes }
    #expect(isReady)
    return session
  }

  @Test func `clicks and the wheel arrive with their place, letting go and other buttons do not`() throws {
    let session = try probe()
    #expect(session.wait { $0.emulator.mouse == .clicks })
    session.click(column: 4, row: 7)
    session.turnWheel(up: true, column: 79, row: 23)
    session.turnWheel(up: false, column: 0, row: 0)
    for button in [2, 3, 6, 7] as [Int32] {
      session.send(session.emulator.encodeButton(button, column: 5, row: 5))
    }
    session.type("a")
    #expect(session.wait { $0.row(3) == "events click4,7 up79,23 down0,0 a" })
  }

  @Test func `a place beyond column 223 arrives as it is`() throws {
    let session = try probe()
    session.resize(columns: 300, rows: 60)
    #expect(session.wait { $0.row(59).hasPrefix("====") && $0.emulator.mouse == .clicks })
    session.click(column: 299, row: 59)
    #expect(session.wait { $0.row(3).hasSuffix("click299,59") })
  }

  @Test(arguments: [
    ("xterm-256color", true), ("xterm", true), ("tmux-256color", true), ("screen-256color", true),
    ("foot", true), ("xterm-kitty", true), ("linux", false), ("vt100", false), ("rxvt-unicode", false),
  ])
  func `only terminals that report places in numbers are asked to`(terminal: String, isAsked: Bool) throws {
    let session = try probe(["TERM": terminal])
    session.type("mma")
    #expect(session.wait { $0.row(3) == "events m m a" })
    #expect(session.modesEverSet.contains(1000) == isAsked)
    #expect(session.modesEverSet.contains(1006) == isAsked)
    #expect((session.emulator.mouse == .clicks) == isAsked)
    session.type("q")
    #expect(session.waitForEnd() == .exited(0))
    #expect(session.terminalIsRestored)
  }

  @Test func `the mouse is left and taken while the program runs`() throws {
    let session = try probe()
    session.type("m")
    #expect(session.wait { $0.row(3) == "events m" && $0.emulator.mouse == .nothing })
    session.signal(SIGTSTP)
    #expect(session.wait { $0.stops == 1 })
    session.bringToForeground()
    // Who has left it is not asked again by coming back.
    #expect(session.wait { $0.row(3) == "events m resumed" && $0.emulator.bracketsPastes })
    session.type("b")
    #expect(session.wait { $0.row(3) == "events m resumed b" })
    #expect(session.emulator.mouse == .nothing)
    session.type("m")
    #expect(session.wait { $0.emulator.mouse == .clicks })
    session.type("q")
    #expect(session.waitForEnd() == .exited(0))
    #expect(session.terminalIsRestored)
  }

  @Test(arguments: [true, false])
  func `a stopped program leaves the mouse and takes it again`(byKey: Bool) throws {
    let session = try probe()
    for round in 1...3 {
      #expect(session.wait { $0.emulator.mouse == .clicks })
      if byKey { session.type("\u{1A}") } else { session.signal(SIGTSTP) }
      #expect(session.wait { $0.stops == round && $0.terminalIsRestored })
      session.bringToForeground()
      #expect(session.wait { $0.row(3).contains("resumed") && $0.emulator.mouse == .clicks })
    }
  }

  @Test func `a program stopped by force takes the mouse again`() throws {
    let session = try probe()
    #expect(session.wait { $0.emulator.mouse == .clicks })
    session.signal(SIGSTOP)
    #expect(session.wait { $0.stops == 1 })
    session.emulator.write(Array("\u{1B}[?1006l\u{1B}[?1000l".utf8))
    session.bringToForeground()
    #expect(session.wait { $0.emulator.mouse == .clicks })
  }

  @Test func `old reports never act as keys`() throws {
    let session = try probe()
    session.send(Array("\u{1B}[M qq\u{1B}[M#!!a".utf8))
    #expect(session.wait { $0.row(3) == "events a" })
  }

  // MARK: The lesson

  private func lesson(_ arguments: [String], _ environment: [String: String?] = [:]) throws -> TerminalSession
  {
    let session = try TerminalSession("attend", arguments: arguments, environment: environment)
    let isReady = session.wait { $0.row(23).contains("?") && $0.emulator.bracketsPastes }
    #expect(isReady)
    return session
  }

  @Test func `a number is selected, typed over and nudged with the mouse`() throws {
    let session = try lesson(["two-tokens:keys"])
    #expect(session.wait { $0.emulator.mouse == .clicks })
    let place = try #require(session.lastPlace(of: "0.36"))
    session.click(column: place.column, row: place.row)
    #expect(session.wait { $0.row(23).contains("EDIT") && !$0.row(23).contains("K[dog,2]") })
    session.turnWheel(up: true, column: place.column, row: place.row)
    #expect(session.wait { $0.text.contains("0.46") })
    session.type("u")
    #expect(session.wait { $0.text.contains("Undone") && !$0.text.contains("0.46") })
    session.click(column: place.column, row: place.row)
    #expect(session.wait { $0.row(23).contains("K[dog,2]") })
    session.type("0.9")
    session.click(on: "0.70")
    #expect(session.wait { $0.text.contains("0.90*") && !$0.row(23).contains("K[dog,2]") })
    #expect(session.click(on: "Esc"))
    #expect(session.wait { $0.row(23).contains("STEP") })
    session.type("qq")
    #expect(session.waitForEnd() == .exited(0))
    #expect(session.terminalIsRestored)
  }

  @Test func `the footer is pressed, down to the way out`() throws {
    let session = try lesson(["two-tokens:bars"], ["ATTEND_CONFIRM_QUIT": "no"])
    session.click(on: "? help")
    #expect(session.wait { $0.text.contains("change the colours") || $0.row(23).contains("Esc") })
    session.click(on: "Esc")
    #expect(session.wait { $0.row(23).contains("STEP") })
    session.click(on: "q quit")
    #expect(session.waitForEnd() == .exited(0))
    #expect(session.terminalIsRestored)
  }

  @Test func `m leaves the mouse to the terminal and takes it back`() throws {
    let session = try lesson(["two-tokens:bars", "--lang", "es"])
    #expect(session.wait { $0.emulator.mouse == .clicks })
    session.type("m")
    #expect(session.wait { $0.row(23).contains("Sin ratón") && $0.emulator.mouse == .nothing })
    session.type("m")
    #expect(session.wait { $0.row(23).contains("Con ratón") && $0.emulator.mouse == .clicks })
    session.signal(SIGTERM)
    #expect(session.waitForEnd() == .killed(signal: SIGTERM))
    #expect(session.terminalIsRestored)
  }

  @Test func `a terminal without reports says so`() throws {
    for switches in [[], ["--no-mouse"]] {
      let session = try lesson(["two-tokens:bars"] + switches, ["TERM": "vt100"])
      session.type("m")
      #expect(session.wait { $0.row(23).contains("does not report its mouse") })
      #expect(!session.modesEverSet.contains(1000))
    }
  }

  @Test(
    arguments: [
      (["--no-mouse"], [:], false), ([], ["ATTEND_MOUSE": "no"], false),
      (["--mouse"], ["ATTEND_MOUSE": "no"], true), ([], ["ATTEND_MOUSE": "yes"], true), ([], [:], true),
    ] as [([String], [String: String?], Bool)])
  func `whoever does not want it is not asked`(
    switches: [String], environment: [String: String?], isWanted: Bool
  ) throws {
    let session = try lesson(["two-tokens:bars"] + switches, environment)
    session.type("f")
    #expect(session.wait { $0.row(23).contains("Decimals") })
    #expect(session.modesEverSet.contains(1000) == isWanted)
    #expect((session.emulator.mouse == .clicks) == isWanted)
  }

  @Test func `the configuration file leaves the mouse to the terminal`() throws {
    let folder = TemporaryFolder()
    folder.write("mouse = no\n", to: "attend/config")
    let session = try lesson(["two-tokens:bars"], ["XDG_CONFIG_HOME": folder.path])
    session.type("f")
    #expect(session.wait { $0.row(23).contains("Decimals") })
    #expect(!session.modesEverSet.contains(1000))
  }

  @Test func `the speaker's notes leave the mouse alone`() throws {
    let session = try TerminalSession("attend", arguments: ["notes"])
    #expect(session.wait { $0.emulator.bracketsPastes })
    session.type("q")
    #expect(session.waitForEnd() == .exited(0))
    #expect(!session.modesEverSet.contains(1000))
  }
}
