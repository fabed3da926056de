import Glibc
import Soak
import Testing

/// The real program in a window that is stopped, dragged and closed.
@Suite(.serialized)
struct WindowSoak {
  private func start(_ arguments: [String] = ["two-tokens:dog-sum"], showing text: String = "Add the three")
    throws
    -> TerminalSession
  {
    let session = try TerminalSession("attend", arguments: arguments)
    #expect(session.wait { $0.text.contains(text) && $0.emulator.bracketsPastes })
    return session
  }

  private func leave(_ session: TerminalSession) {
    session.type("qq")
    #expect(session.endLeavingNoTrace() == .exited(0))
  }

  @Test func `stopped and going on, with another window or the same, it shows the whole lesson`() throws {
    let session = try start()
    let count = rounds(6, soak: 100)
    let progress = Progress("stops", of: count)
    let sizes = [(80, 24), (60, 16), (120, 36), (40, 10)]
    var screens: [Int: String] = [:]
    for round in 1...count {
      if round.isMultiple(of: 2) { session.type("\u{1A}") } else { session.signal(SIGTSTP) }
      #expect(
        session.wait { $0.stops == round && $0.terminalIsRestored },
        "round \(round), stops \(session.stops): \(session.text)")
      #expect(session.modesLeftOn.isEmpty)
      let size =
        round.isMultiple(of: 3) ? (session.emulator.columns, session.emulator.rows) : sizes[round % 4]
      session.resize(columns: size.0, rows: size.1)
      session.bringToForeground()
      #expect(
        session.wait {
          $0.emulator.isOnSecondScreen && $0.emulator.bracketsPastes
            && $0.row(size.1 - 1).contains("Welcome back")
        }, "round \(round): \(session.text)")
      #expect(!session.modes.echoes && !session.modes.waitsForLines && !session.modes.stopsAtControlS)
      session.press(.right, .left)
      #expect(
        session.wait {
          let last = $0.row(size.1 - 1)
          return last.contains("STEP") && !last.contains("Welcome") && $0.text.contains("Add the three")
        }, "round \(round): \(session.text)")
      // The same window shows the same lesson each time.
      let first = screens[size.0]
      #expect(session.wait { first == nil || first == $0.text }, "round \(round): \(session.text)")
      screens[size.0] = session.text
      progress.finished(round)
    }
    leave(session)
  }

  @Test(arguments: [("\u{1A}", true), ("\u{3}", false)])
  func `a key that is a signal is heard, also when it takes back keys that were on their way`(
    key: String, isStop: Bool
  ) throws {
    // A terminal forgets what was typed before such a key, whatever it has already said about it.
    var session = try start()
    // How seldom the two meet depends on the machine; that reading does not wait for a key rules it out.
    #expect(session.modes.characters[Int(VMIN)] == 0)
    for round in 1...rounds(isStop ? 40 : 10, soak: isStop ? 1000 : 200) {
      session.press(.right, .left)
      usleep(.random(in: 0..<4000))
      session.type(key)
      if isStop {
        try #require(session.wait { $0.stops == round && $0.terminalIsRestored }, "round \(round)")
        session.bringToForeground()
        #expect(session.wait { $0.emulator.bracketsPastes })
      } else {
        try #require(session.endLeavingNoTrace() == .killed(signal: SIGINT), "round \(round)")
        session = try start()
      }
    }
    leave(session)
  }

  @Test func `while the learner thinks nothing is written and nothing runs`() throws {
    let session = try start()
    let count = rounds(5, soak: 150)
    // What the start still had to do may take a while; then a long rest has to come.
    var isQuiet = false
    for _ in 0..<5 where !isQuiet {
      let before = (session.output.count, session.wakings)
      for _ in 0..<count { session.rest() }
      isQuiet = before == (session.output.count, session.wakings)
    }
    #expect(isQuiet && session.wakings != nil)
    leave(session)
  }

  @Test func `after many sizes the window shows what it showed before`() throws {
    let session = try start()
    session.type("\t9")
    #expect(session.wait { $0.row(23).contains("= 9") })
    let before = session.text
    let count = rounds(100, soak: 2000)
    let progress = Progress("resizes", of: count)
    for round in 1...count {
      session.resize(columns: .random(in: 1...200), rows: .random(in: 1...70))
      if round.isMultiple(of: 4) { session.glance() }
      progress.finished(round)
    }
    session.resize(columns: 80, rows: 24)
    #expect(session.wait { $0.text == before }, "\(session.text)")
    session.press(.escape, .escape)
    leave(session)
  }

  @Test(arguments: [
    (1, 1), (2, 1), (1, 2), (3, 3), (1, 24), (80, 1), (80, 2), (10, 5), (20, 10), (39, 10), (40, 9), (40, 10),
    (60, 16),
    (80, 24), (80, 25), (120, 36), (132, 43), (200, 50), (300, 100),
  ])
  func `a window of any size can be started in, and left`(columns: Int, rows: Int) throws {
    let session = try TerminalSession(
      "attend", arguments: ["two-tokens:dog-sum"], columns: columns, rows: rows)
    #expect(session.wait { $0.emulator.bracketsPastes })
    if columns >= 40, rows >= 10 {
      #expect(session.text.contains("STEP"))
    } else if columns >= 20, rows >= 2 {
      #expect(session.text.contains("40"), "\(session.text)")
    }
    session.press(.right, .left)
    session.type("qq")
    // Neither the cursor nor the letters can be looked at in a window of one cell.
    #expect(session.waitForEnd() == .exited(0))
    #expect(session.terminalIsRestored && session.modesLeftOn.isEmpty)
  }
}

/// The terminal goes away while the program waits, is stopped, or does not listen to the signal that says so.
@Suite(.serialized)
struct HangUpTests {
  private static let programs = [["two-tokens:query"], ["sandbox"], ["notes"], ["read", "two-tokens"]]

  private func start(_ arguments: [String], state: TemporaryFolder = TemporaryFolder()) throws
    -> TerminalSession
  {
    let session = try TerminalSession("attend", arguments: arguments, state: state)
    #expect(session.wait { $0.emulator.bracketsPastes || $0.outputText.hasSuffix("> ") })
    return session
  }

  @Test(arguments: programs, [true, false])
  func `a window that is closed ends the program, whether or not it is told`(
    arguments: [String], isTold: Bool
  ) throws {
    let session = try start(arguments)
    if isTold { session.signal(SIGHUP) }
    session.closeWindow()
    let end = session.waitForEnd()
    if arguments[0] == "read" {
      #expect(end != nil)
    } else {
      #expect(end == .exited(129) || isTold && end == .killed(signal: SIGHUP), "\(String(describing: end))")
    }
  }

  @Test func `a program that is started to outlive its terminal does not outlive it`() throws {
    let program = TerminalSession.path(of: "attend")
    let session = try TerminalSession(
      "/bin/sh", arguments: ["-c", "trap '' HUP; exec \(program) two-tokens:query"])
    #expect(session.wait { $0.emulator.bracketsPastes })
    session.signal(SIGHUP)
    session.closeWindow()
    #expect(session.waitForEnd() == .exited(129))
  }

  @Test func `a stopped program whose window is gone ends when it goes on, with all that was typed`() throws {
    let state = TemporaryFolder()
    let session = try start(["two-tokens:query"], state: state)
    session.type("\t0.55\r")
    #expect(session.wait { $0.text.contains("0.55*") })
    session.signal(SIGTSTP)
    #expect(session.wait { $0.stops == 1 })
    session.closeWindow()
    session.bringToForeground()
    #expect(session.waitForEnd() == .exited(129))
    #expect(state.read("attend/progress")?.contains("= 0.55\n") == true)
  }
}
