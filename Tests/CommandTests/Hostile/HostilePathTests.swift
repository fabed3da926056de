import Foundation
import Frames
import Testing

/// Paths, arguments and environments that somebody made to break things, or mistyped.
@Suite struct HostilePathTests {
  private static let longName = String(repeating: "n", count: 300)

  /// A folder with everything that a path can be besides a lesson.
  private func folder() throws -> HostileFolder {
    let folder = try HostileFolder()
    let manager = FileManager.default
    let sound = try SoundLesson()
    func url(_ name: String) -> URL { folder.url.appending(path: name) }
    for name in ["empty", "pipe", "inner", "device", "loop"] {
      try manager.createDirectory(at: url(name), withIntermediateDirectories: true)
    }
    try #require(mkfifo(url("pipe/lesson.yaml").path(), 0o600) == 0)
    try manager.createDirectory(at: url("inner/lesson.yaml"), withIntermediateDirectories: true)
    try #require(symlink("/dev/zero", url("device/lesson.yaml").path()) == 0)
    try #require(symlink("lesson.yaml", url("loop/lesson.yaml").path()) == 0)
    try #require(symlink("round", url("round").path()) == 0)
    try #require(mkfifo(url("fifo").path(), 0o600) == 0)
    try folder.write(sound.with("good", yaml: sound.yaml))
    try folder.write(sound.with("esc\u{1B}]0;x\u{7}\n\u{202E}", yaml: sound.yaml))
    try folder.write(sound.with("bad\u{1B}[2J\n\u{9B}", yaml: "format: 9\n"))
    return folder
  }

  private func expectHarmless(_ run: Run, _ what: String) {
    for line in (run.output + run.error).split(separator: "\n") {
      #expect(
        printable(line).unicodeScalars.elementsEqual(line.unicodeScalars), "\(what): \(line.unicodeScalars)")
    }
  }

  @Test(arguments: [
    ("empty", "empty/lesson.yaml: there is no such file"), ("none", "none: there is no such file"),
    ("none/deeper", "none/deeper: there is no such file"), ("fifo", "fifo: it is not a folder"),
    ("/dev/zero", "/dev/zero: it is not a folder"), ("good/en.md", "good/en.md: it is not a folder"),
    ("pipe", "pipe/lesson.yaml: it is a pipe, not a file"),
    ("inner", "inner/lesson.yaml: it is a directory, not a file"),
    ("device", "device/lesson.yaml: it is a device, not a file"),
    ("loop", "loop/lesson.yaml: too many symbolic links"), ("round", "round: too many symbolic links"),
    ("", "“”: there is no such file"), ("-", "-: there is no such file"),
    (".", "lesson.yaml: there is no such file"),
    (longName, "\(longName): File name too long"), ("no\u{1B}[2J\nne", "no^[[2J^Jne: there is no such file"),
  ])
  func `a path that is no lesson is said in one line`(path: String, sentence: String) throws {
    let run = try limited(["check", path], in: try folder(), seconds: 10)
    #expect(run.status == 66 && run.output.isEmpty)
    #expect(run.error == "attend: cannot open \(sentence)\n")
  }

  @Test func `a name that drives terminals is shown, and not sent`() throws {
    let folder = try folder()
    let good = "./esc\u{1B}]0;x\u{7}\n\u{202E}"
    for arguments in [
      ["frame", good], ["frame", good, "--format", "svg"], ["compute", good, "--format", "json"],
      ["export", good],
      ["export", good, "--answers"], ["read", good], ["read", good + ":c1"],
      ["record", good, "-", "--keys", "Right"],
    ] {
      let run = try limited(arguments, in: folder, seconds: 10)
      #expect(run.status == 0 && run.error.isEmpty, "\(arguments): \(run.error)")
      expectHarmless(run, arguments[0])
    }
    let bad = "./bad\u{1B}[2J\n\u{9B}"
    let place = "./bad^[[2J^J\u{FFFD}/lesson.yaml:1:9: "
    let check = try limited(["check", bad], in: folder, seconds: 10)
    #expect(
      check.status == 65 && check.output.hasPrefix(place) && check.output.count(where: \.isNewline) == 1)
    for command in ["frame", "compute", "export", "read"] {
      let run = try limited([command, bad], in: folder, seconds: 10)
      #expect(run.status == 65 && run.output.isEmpty)
      #expect(
        run.error.hasPrefix("attend: " + place) && run.error.count(where: \.isNewline) == 1, "\(run.error)")
    }
    for arguments in [
      ["new", bad], ["export", "two-tokens", "-o", good], ["two-tokens", "--values", good, "--plain"],
    ] {
      let run = try limited(arguments, in: folder, seconds: 10)
      #expect([66, 74].contains(run.status) && run.output.isEmpty)
      #expect(run.error.count(where: \.isNewline) == 1, "\(run.error)")
      expectHarmless(run, arguments[0])
    }
  }

  @Test(arguments: [
    (["frame", ""], "there is no lesson “”"), (["frame", "--lessons", "", "two-tokens"], "“”"),
    (["--lang", ""], "there is no language “”"),
    (["--lang", "e\u{1B}[2Jn"], "there is no language “e^[[2Jn”"),
    (["frame", "two-tokens:\u{9B}2J"], "has no stage or step “\u{FFFD}2J”"),
    (["frame", "two-tokens:" + longName], "has no stage or step"),
    (["frame", "two-tokens:99999999999999999999"], "has no stage or step"),
    (["export", "two-tokens", "--seed", "99999999999999999999"], "'99999999999999999999' is invalid"),
    (["new", "x", "--tokens", "a b", "--dimensions", "99999999999999999999"], "is invalid"),
    (["new", "x", "--tokens", "a b", "--dimensions", "-1"], "Missing value for '--dimensions"),
    (["new", "x", "--tokens", "a \u{1B}[2J\nb"], "U+001B cannot be seen"),
    (["new", "x", "--tokens", longName], "has 1"),
    (["frame", "two-tokens", "--size", "99999999999x2"], "is invalid"),
    (["frame", "two-tokens", "--keys", "\u{1B}[2J"], "--keys"),
    (["frame", "two-tokens", "--theme", "a\nb"], "'a^Jb'"),
    (["compute", "two-tokens", "--set", "K[\u{1B}[2J,1]=1"], "“K[^[[2J,1]=1”"),
    (["compute", "two-tokens", "--set", "K[dog,1]=1e999"], "--set"),
    (["compute", "two-tokens", "--set", "K[dog,1]=" + String(repeating: "9", count: 190)], "--set"),
    (["compute", "two-tokens", "--matrix", "\u{202E}"], "“\u{FFFD}”"),
    (["--x\u{1B}]0;y\u{7}\nz"], "'--x^[]0;y^G^Jz'"),
    (["notes", "--session", "99999999999999999999"], "is invalid"),
    (["reset", "\u{1B}[2J", "--yes"], "“^[[2J”"),
    (["frame"], "Missing expected argument"), (["check", "--"], "Missing expected argument"),
  ])
  func `an argument that cannot be is said, and not sent`(arguments: [String], sentence: String) throws {
    let folder = try folder()
    let run = try limited(arguments, in: folder, seconds: 10)
    let status: Int32 = arguments.contains("--lessons") ? 66 : 64
    #expect(run.status == status && run.output.isEmpty, "\(run)")
    expectHarmless(run, arguments.joined(separator: " "))
    let first = run.error.split(separator: "\n").first ?? ""
    #expect(first.contains(sentence), "\(run.error)")
    // What follows is at most the usage.
    #expect(
      run.error.split(separator: "\n").dropFirst().allSatisfy {
        $0.hasPrefix("  ") || $0.contains(": ") || $0.contains("[--")
      })
  }

  /// Progress is kept where it can be, and nothing of this ends a command in another way than it should.
  @Test(arguments: [
    ["HOME": "/dev/null"], ["HOME": "/nowhere"], ["HOME": ""], ["HOME": "relative"],
    ["XDG_STATE_HOME": "relative"],
    ["XDG_STATE_HOME": "/dev/null"], ["XDG_CONFIG_HOME": "/dev/zero"], ["XDG_CONFIG_HOME": "\u{1B}[2J"],
    ["COLUMNS": "-5"], ["COLUMNS": "0"], ["COLUMNS": "99999999999999999999"], ["COLUMNS": "\u{1B}"],
    ["LINES": "-1", "COLUMNS": "1"], ["LC_ALL": "nonsense"], ["LC_ALL": "\u{1B}[2J.UTF-8"],
    ["LC_ALL": String(repeating: "x", count: 5_000)], ["LANG": ""], ["LANGUAGE": ":::\u{1B}:es:"],
    ["TZ": "nonsense"],
    ["ESCDELAY": "-1"], ["TERM": "\u{1B}]0;x\u{7}"], ["TERMINFO": "/dev/zero"], ["TMPDIR": "../.."],
    ["ATTEND_THEME": "\u{1B}[2J"], ["ATTEND_LANG": String(repeating: "e", count: 5_000)],
    ["ATTEND_DIGITS": "-1"],
    ["NO_COLOR": "\u{1B}"],
  ])
  func `a strange environment breaks no command`(environment: [String: String]) throws {
    let folder = try folder()
    for (arguments, status) in [
      (["list"], 0), (["read", "two-tokens"], 0), (["check", "bad\u{1B}[2J\n\u{9B}"], 65),
    ] {
      let run = try limited(arguments, environment: environment, in: folder, seconds: 10)
      let isUnkept = environment["XDG_STATE_HOME"] == "/dev/null" && arguments[0] == "read"
      #expect(run.status == (isUnkept ? 74 : Int32(status)), "\(arguments): \(run)")
      #expect(!run.output.isEmpty)
      expectHarmless(run, arguments[0])
    }
  }

  @Test func `with an open umask progress is the user's alone all the same`() throws {
    let folder = try folder()
    let state = folder.url.appending(path: "state")
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = [
      "-c", "umask 000; printf 'next\\nset Q[quickly,1] 0.5\\n' | '\(productFolder)/attend' read two-tokens",
    ]
    shell.environment = ["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "XDG_STATE_HOME": state.path()]
    shell.standardOutput = FileHandle.nullDevice
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 0)
    func rights(_ name: String) throws -> Int {
      try #require(
        FileManager.default.attributesOfItem(atPath: state.appending(path: name).path())[.posixPermissions]
          as? Int)
    }
    #expect(try rights("") == 0o700 && rights("attend") == 0o700)
    for name in ["progress", "progress.lock"] { #expect(try rights("attend/\(name)") == 0o600, "\(name)") }
  }

  @Test(arguments: [
    ("ulimit -n 4; ATTEND list --fresh", 0), ("ATTEND list <&- 2>&-", 0), ("ATTEND read < /", 66),
  ])
  func `few open files and closed ones end nothing`(line: String, status: Int32) throws {
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", line.replacing("ATTEND", with: "'\(productFolder)/attend'")]
    shell.environment = ["LANG": "C.UTF-8", "XDG_STATE_HOME": try folder().url.path()]
    (shell.standardOutput, shell.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == status)
  }
}
