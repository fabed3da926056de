import Foundation
import Testing

/// `--locked`: a program on a machine of everybody's that opens no file and saves nothing.
@Suite struct LockedTests {
  /// A user's folders: home, working folder and all that XDG names, with preferences, progress and a lesson in them.
  private let home = FileManager.default.temporaryDirectory.appending(path: "attend-\(UUID().uuidString)")
  private var environment: [String: String] {
    [
      "HOME": home.path(), "XDG_CONFIG_HOME": home.path(), "XDG_STATE_HOME": home.path(),
      "XDG_RUNTIME_DIR": home.path(), "TMPDIR": home.path(),
    ]
  }

  private func makeHome() throws {
    let folder = home.appending(path: "attend")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: packageFolder.appending(path: "Lessons/starter"), to: home.appending(path: "mine"))
    try "lang = es\n".write(to: folder.appending(path: "config"), atomically: true, encoding: .utf8)
    _ = try attend(["read", "scaling"], environment: environment, folder: home, input: "\n\n")
  }

  private func clean() { try? FileManager.default.removeItem(at: home) }

  /// What a run opens, makes or takes away in the user's folders, as the system tells it.
  private func touched(_ arguments: [String], input: String) throws -> (run: Run, files: [String]) {
    let watch = try FolderOpenings(home.path(), home.appending(path: "attend").path())
    let run = try attend(arguments, environment: environment, folder: home, input: input)
    return (run, watch.files())
  }

  @Test(arguments: [["read"], ["--plain"], ["list"]])
  func `it opens nothing of the user's and leaves nothing`(command: [String]) throws {
    defer { clean() }
    try makeHome()
    let input = "\n\nset Q[quickly,1] 0.5\nnext\nquit\n"
    // The same without the switch, to see that looking finds something.
    let open = try touched(command, input: input)
    #expect(open.files.contains("config") && open.files.contains("progress"), "\(open.files)")
    #expect(!open.run.output.contains("Two tokens"))

    let locked = try touched(command + ["--locked"], input: input)
    #expect(locked.run.status == 0 && locked.run.error.isEmpty)
    #expect(locked.files.isEmpty, "\(locked.files)")
    // Nothing of the preferences, and nobody has been here before.
    #expect(locked.run.output.contains("Two tokens"))
    #expect(!locked.run.output.contains("Progress: ") && !locked.run.output.contains("You stopped"))
  }

  @Test func `variables and switches still count`() throws {
    let run = try attend(["list", "--locked"], environment: ["ATTEND_LANG": "es"])
    #expect(run.status == 0 && run.output.contains("Dos tokens"))
    let switched = try attend(["list", "--locked", "--lang", "en"], environment: ["ATTEND_LANG": "es"])
    #expect(switched.output.contains("Two tokens"))
  }

  @Test(arguments: [
    (["./mine"], "“./mine”"), (["mine/"], "“mine/”"), (["/etc/passwd"], "“/etc/passwd”"),
    (["./mine:c1"], "“./mine:c1”"), (["--lessons", "."], "--lessons"),
    (["two-tokens", "--values", "numbers.csv"], "--values"),
    (["two-tokens", "--values", "Q=numbers.csv"], "--values"),
    (["--plain", "./mine"], "“./mine”"), (["--fresh", "./mine"], "“./mine”"),
    (["read", "./mine"], "“./mine”"), (["read", "--lessons", "."], "--lessons"),
    (["list", "--lessons", "."], "--lessons"), (["a/\u{1B}]0;x\u{7}\n"], "“a/^[]0;x^G^J”"),
  ])
  func `what would open a file is refused in one line`(arguments: [String], what: String) throws {
    defer { clean() }
    try makeHome()
    let (run, files) = try touched(arguments + ["--locked"], input: "")
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(run.error == "attend: --locked opens no files: leave \(what) out\n")
    #expect(files.isEmpty)
  }

  @Test func `a folder beside it is no lesson`() throws {
    defer { clean() }
    try makeHome()
    #expect(try touched(["read", "mine"], input: "").run.status == 0)
    let (run, files) = try touched(["read", "mine", "--locked"], input: "")
    #expect(run.status == 64 && run.error.contains("there is no lesson “mine”") && files.isEmpty)
  }

  @Test(arguments: [
    "compute two-tokens", "frame two-tokens", "check x", "new x", "record two-tokens x", "export two-tokens",
    "reset", "notes",
  ])
  func `commands that are there for files do not have it`(command: String) throws {
    let run = try attend(command.split(separator: " ").map(String.init) + ["--locked"])
    #expect(run.status == 64 && run.error.contains("--locked"))
  }
}

/// Hears from the system which files in some folders are opened, made, renamed or removed.
private final class FolderOpenings {
  private let events: Int32

  init(_ folders: String...) throws {
    events = inotify_init1(Int32(IN_NONBLOCK))
    for folder in folders {
      let kinds = IN_OPEN | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_MODIFY | IN_ATTRIB
      try #require(inotify_add_watch(events, folder, UInt32(kinds)) >= 0)
    }
  }

  deinit { close(events) }

  /// The names of the files since the last call, sorted; "" is a folder itself.
  func files() -> [String] {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = bytes.withUnsafeMutableBytes { read(events, $0.baseAddress, $0.count) }
    let header = MemoryLayout<inotify_event>.size
    var names: Set<String> = []
    var start = 0
    while start + header <= max(0, count) {
      let length = bytes.withUnsafeBytes {
        Int($0.loadUnaligned(fromByteOffset: start + 12, as: UInt32.self))
      }
      let name = bytes[(start + header)..<(start + header + length)].prefix { $0 != 0 }
      names.insert(String(decoding: name, as: UTF8.self))
      start += header + length
    }
    return names.sorted()
  }
}
