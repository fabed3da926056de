import CPseudoTerminal
import Glibc

/// A program on a terminal of its own, and the person in front of it.
///
/// The program runs as a job of a small shell, so it can be stopped and go on. What it writes goes into an emulator. A
/// test acts (`type`, `press`, `paste`, `resize`, `signal`, `closeWindow`) and then waits for what should be seen:
///
///     let session = try TerminalSession("attend", arguments: ["two-tokens"])
///     #expect(session.wait { $0.row(0).contains("Attention") })
///     session.press(.right)
///     #expect(session.wait { $0.text.contains("softmax") })
///     session.type("qq")
///     #expect(session.waitForEnd() == .exited(0))
///     #expect(session.terminalIsRestored)
///
/// No wait lasts longer than ten seconds; that only catches what hangs.
final class TerminalSession {
  /// How a program has ended.
  enum End: Equatable {
    case exited(Int32)
    case killed(signal: Int32)
  }

  static let patience = Duration.seconds(10)

  let emulator: TerminalEmulator
  /// Everything that the program has written, byte by byte.
  private(set) var output: [UInt8] = []
  /// How the program has ended; nil while it runs or stands still.
  private(set) var end: End?
  /// How often the program has been stopped.
  private(set) var stops = 0
  /// Where the program keeps its progress.
  let state: TemporaryFolder
  /// How the terminal was set before the program began.
  let modesBefore: TerminalModes

  private let terminal: Int32
  private var job: pty_job
  private var windowIsOpen = true

  /// Starts a program that stands beside the test bundle, or one named by its whole path.
  ///
  /// The environment is exactly the given one, over a small one for a terminal in a UTF-8 locale; a value of nil takes
  /// a variable away. Progress is kept in a folder of the session's own, unless one is given.
  init(
    _ program: String, arguments: [String] = [], columns: Int = 80, rows: Int = 24,
    environment: [String: String?] = [:], state: TemporaryFolder = TemporaryFolder(),
    inBackground: Bool = false
  ) throws {
    self.state = state
    let path = Self.path(of: program)
    guard access(path, X_OK) == 0 else { throw StartFailure(program: path, reason: "cannot be run") }
    var variables: [String: String] = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/",
      "XDG_STATE_HOME": state.path, "XDG_RUNTIME_DIR": state.path,
      // A crash before the program looks after itself must not start a debugger.
      "SWIFT_BACKTRACE": "enable=no",
    ]
    // Where coverage is measured, the program's share counts too.
    if let profile = getenv("LLVM_PROFILE_FILE") { variables["LLVM_PROFILE_FILE"] = String(cString: profile) }
    for (name, value) in environment { variables[name] = value }

    let terminal = pty_open(Int32(columns), Int32(rows))
    modesBefore = TerminalModes(of: terminal)
    var job = pty_job()
    let started = withCStrings([path] + arguments) { arguments in
      withCStrings(variables.map { "\($0)=\($1)" }) { environment in
        pty_start(
          &job, terminal, path, arguments, environment, inBackground ? PTY_BACKGROUND : PTY_FOREGROUND)
      }
    }
    guard started == 0 else { throw StartFailure(program: path, reason: String(cString: strerror(errno))) }
    self.terminal = terminal
    self.job = job
    emulator = TerminalEmulator(columns: columns, rows: rows)
  }

  struct StartFailure: Error {
    var program: String
    var reason: String
  }

  deinit {
    closeWindow()
    if end == nil { kill(-job.program, SIGKILL) }
    close(job.shell)
    waitpid(job.shell_process, nil, 0)
  }

  // MARK: What the person does

  /// Types text, as fast as it goes.
  func type(_ text: String) {
    send(Array(text.utf8))
  }

  /// Presses keys of the keyboard, one after the other.
  ///
  /// After Escape comes a pause: without one, Escape and a letter are that letter with Alt.
  func press(_ keys: KeyboardKey...) {
    for key in keys {
      send(emulator.encode(key))
      if case .escape = key { rest() }
    }
  }

  /// Clicks on a cell of the screen, counted from 0.
  func click(column: Int, row: Int) {
    send(emulator.encodeButton(1, column: column, row: row))
  }

  /// Clicks on the last place where a text stands; false where it is not on the screen.
  @discardableResult
  func click(on text: String) -> Bool {
    guard let place = lastPlace(of: text) else { return false }
    click(column: place.column, row: place.row)
    return true
  }

  /// Turns the wheel by one notch over a cell of the screen.
  func turnWheel(up: Bool, column: Int, row: Int) {
    send(emulator.encodeButton(up ? 4 : 5, column: column, row: row))
  }

  /// The last place where a text stands on the screen.
  func lastPlace(of text: String) -> (column: Int, row: Int)? {
    for row in (0..<emulator.rows).reversed() {
      // Every character here is one column wide.
      if let range = self.row(row).firstRange(of: text) {
        return (self.row(row)[..<range.lowerBound].count, row)
      }
    }
    return nil
  }

  /// Pastes text, in brackets as a terminal does that was asked to.
  func paste(_ text: String) {
    type("\u{1B}[200~" + text + "\u{1B}[201~")
  }

  func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty, windowIsOpen {
      let count = rest.withUnsafeBytes { Glibc.write(terminal, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else { look(for: 10) }
    }
  }

  /// Lets the stopped program go on behind the shell, as `bg` does.
  func letRunInBackground() {
    pty_continue(&job, PTY_BACKGROUND)
  }

  /// Gives the window another size.
  func resize(columns: Int, rows: Int) {
    emulator.resize(columns: columns, rows: rows)
    pty_resize(terminal, Int32(columns), Int32(rows))
  }

  /// Sends a signal to the program alone.
  func signal(_ number: Int32) {
    kill(job.program, number)
  }

  /// Lets the stopped program go on, as `fg` does.
  func bringToForeground() {
    pty_continue(&job, PTY_FOREGROUND)
  }

  /// Switches the echo of the terminal, as `stty` does.
  func setEcho(_ isOn: Bool) {
    var modes = termios()
    tcgetattr(terminal, &modes)
    modes.c_lflag = isOn ? modes.c_lflag | UInt32(ECHO) : modes.c_lflag & ~UInt32(ECHO)
    tcsetattr(terminal, TCSANOW, &modes)
  }

  /// Does nothing for a moment and takes what comes.
  func rest() {
    let end = ContinuousClock.now + .milliseconds(200)
    while ContinuousClock.now < end, look(for: 20) {}
  }

  /// Takes what has come by now.
  func glance() { look(for: 1) }

  /// Closes the window without a word.
  func closeWindow() {
    if windowIsOpen { close(terminal) }
    windowIsOpen = false
  }

  // MARK: What the person sees

  func row(_ row: Int) -> String { emulator.row(row) }

  /// The whole screen, row by row.
  var text: String { (0..<emulator.rows).map(row).joined(separator: "\n") }

  /// How the terminal is set now.
  var modes: TerminalModes { TerminalModes(of: terminal) }

  /// How often the program has begun to run since it was started, as the system counts it.
  var wakings: String? {
    guard let file = fopen("/proc/\(job.program)/status", "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      if text.hasPrefix("voluntary_ctxt_switches") { return text }
    }
    return nil
  }

  /// Everything written, as text.
  var outputText: String { String(decoding: output, as: UTF8.self) }

  /// The numbers of all private modes that were ever switched on.
  var modesEverSet: Set<Int> {
    var modes: Set<Int> = []
    for sequence in outputText.split(separator: "\u{1B}[?", omittingEmptySubsequences: false).dropFirst() {
      let end = sequence.firstIndex { !$0.isNumber && $0 != ";" } ?? sequence.endIndex
      guard end < sequence.endIndex, sequence[end] == "h" else { continue }
      modes.formUnion(sequence[..<end].split(separator: ";").compactMap { Int($0) })
    }
    return modes
  }

  /// Whether the terminal is as it was before the program began.
  var terminalIsRestored: Bool {
    modes == modesBefore && !emulator.isOnSecondScreen && emulator.showsCursor && !emulator.bracketsPastes
      && !emulator.sendsApplicationKeys && emulator.mouse == .nothing
  }

  // MARK: Waiting

  /// Lets the program run until the screen is as expected; false where that did not happen in time.
  func wait(until isSeen: (TerminalSession) -> Bool) -> Bool {
    let deadline = ContinuousClock.now + Self.patience
    while !isSeen(self) {
      guard ContinuousClock.now < deadline, look(for: 100) else { return isSeen(self) }
    }
    return true
  }

  /// How the program ends; nil where it does not.
  func waitForEnd() -> End? {
    guard wait(until: { $0.end != nil }) else { return nil }
    // What was written last may still be on its way.
    while end != nil, windowIsOpen, look(for: 1000) {}
    return end
  }

  /// How the program ends while nobody takes what it writes; nil where it does not.
  func waitForEndUnread(patience: Duration) -> End? {
    let deadline = ContinuousClock.now + patience
    while end == nil, ContinuousClock.now < deadline {
      var source = pollfd(fd: job.shell, events: Int16(POLLIN), revents: 0)
      if poll(&source, 1, 100) > 0 { readShell() }
    }
    return end
  }

  /// Takes what comes within so many milliseconds; false where nothing can come any more.
  @discardableResult
  private func look(for milliseconds: Int32) -> Bool {
    var sources = [
      pollfd(fd: job.shell, events: Int16(POLLIN), revents: 0),
      pollfd(fd: windowIsOpen ? terminal : -1, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&sources, 2, milliseconds) > 0 else { return end == nil }
    if sources[1].revents != 0 { readTerminal() }
    if sources[0].revents != 0 { readShell() }
    return sources[1].revents & Int16(POLLIN) != 0 || end == nil
  }

  private func readTerminal() {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(terminal, &bytes, bytes.count)
    guard count > 0 else { return }
    output += bytes.prefix(count)
    emulator.write(Array(bytes.prefix(count)))
  }

  private func readShell() {
    var status: Int32 = 0
    guard read(job.shell, &status, MemoryLayout.size(ofValue: status)) == MemoryLayout.size(ofValue: status)
    else { return }
    if status & 0xFF == 0x7F {
      stops += 1
    } else if status & 0x7F == 0 {
      end = .exited(status >> 8 & 0xFF)
    } else {
      end = .killed(signal: status & 0x7F)
    }
  }

  /// The whole path of a program that stands beside the test bundle.
  static func path(of program: String) -> String {
    program.hasPrefix("/") ? program : folderOfProducts + "/" + program
  }

  /// The folder in which the test bundle lies, and the programs beside it.
  private static let folderOfProducts: String = {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    return bundle.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
  }()
}

/// Lends an array of strings to C, ended by a null pointer.
private func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var pointers = strings.map { strdup($0) }
  defer { for pointer in pointers { free(pointer) } }
  pointers.append(nil)
  return body(pointers)
}
