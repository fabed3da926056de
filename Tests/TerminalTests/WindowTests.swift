import Glibc
import Testing

/// What the window does while the program runs.
@Suite(.serialized)
struct WindowTests {
  private func start() throws -> TerminalSession {
    let session = try TerminalSession("screen-probe")
    #expect(session.wait { $0.row(2) == "frames 1" && $0.emulator.bracketsPastes })
    return session
  }

  @Test func `another size of the window is told and painted whole`() throws {
    let session = try start()
    for (columns, rows) in [(60, 16), (1, 1), (120, 40), (40, 10)] {
      session.resize(columns: columns, rows: rows)
      #expect(session.wait { $0.row(rows - 1) == String(repeating: "=", count: columns) })
    }
    #expect(session.row(0).hasPrefix("size 40x10"))
  }

  @Test(arguments: [true, false])
  func `a stopped program gives the terminal back and takes it again`(byKey: Bool) throws {
    let session = try start()
    for round in 1...5 {
      if byKey { session.type("\u{1A}") } else { session.signal(SIGTSTP) }
      #expect(session.wait { $0.stops == round && $0.terminalIsRestored })
      session.bringToForeground()
      #expect(session.wait { $0.row(3).contains("resumed") && $0.emulator.bracketsPastes })
      #expect(session.row(23) == String(repeating: "=", count: 80))
      #expect(!session.modes.echoes && !session.modes.waitsForLines)
      session.type("\(round)")
      #expect(session.wait { $0.row(3).hasSuffix("resumed \(round)") })
    }
    session.type("q")
    #expect(session.waitForEnd() == .exited(0))
    #expect(session.terminalIsRestored)
  }

  @Test func `a window that changed while the program was stopped is filled`() throws {
    let session = try start()
    session.type("\u{1A}")
    #expect(session.wait { $0.stops == 1 })
    session.resize(columns: 60, rows: 16)
    session.bringToForeground()
    #expect(session.wait { $0.row(15) == String(repeating: "=", count: 60) })
    #expect(session.row(0).hasPrefix("size 60x16"))
  }

  @Test func `a program stopped by force takes the terminal again`() throws {
    let session = try start()
    session.signal(SIGSTOP)
    #expect(session.wait { $0.stops == 1 })
    session.emulator.write(Array("\u{1B}[?1049l\u{1B}[?2004l\u{1B}[2Jprompt".utf8))
    session.bringToForeground()
    #expect(session.wait { $0.row(0).hasPrefix("size 80x24") && $0.emulator.bracketsPastes })
    #expect(session.emulator.isOnSecondScreen)
  }

  @Test func `a stopped program that is sent to the background leaves the terminal alone`() throws {
    let session = try start()
    session.type("\u{1A}")
    #expect(session.wait { $0.stops == 1 && $0.terminalIsRestored })
    let written = session.output.count
    session.letRunInBackground()
    #expect(session.wait { $0.stops == 2 })
    #expect(session.output.count == written)
    #expect(session.modes == session.modesBefore)
    session.bringToForeground()
    #expect(session.wait { $0.row(3).contains("resumed") && $0.row(23).hasPrefix("====") })
    session.type("q")
    #expect(session.waitForEnd() == .exited(0))
    #expect(session.terminalIsRestored)
  }

  @Test func `modes that the user has set in the meantime stay`() throws {
    let session = try start()
    session.type("\u{1A}")
    #expect(session.wait { $0.stops == 1 })
    session.setEcho(false)
    let modes = session.modes
    session.bringToForeground()
    #expect(session.wait { $0.row(3).contains("resumed") })
    session.type("q")
    #expect(session.waitForEnd() == .exited(0))
    #expect(session.modes == modes)
  }

  @Test func `a window that closes ends the program`() throws {
    let session = try start()
    session.closeWindow()
    #expect(session.waitForEnd() == .exited(129))
  }
}
