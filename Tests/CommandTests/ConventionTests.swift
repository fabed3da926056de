import Foundation
import Testing

/// What people who live in terminals expect of any program: statuses, full disks, languages, folders.
@Suite struct ConventionTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "attend-\(UUID().uuidString)")

  private func clean() { try? FileManager.default.removeItem(at: folder) }

  private func write(_ text: String, to name: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  /// Runs the program in a shell, which can redirect and close what it uses; what it says on standard error.
  private func run(_ arguments: String, _ redirection: String) throws -> (status: Int32, error: String) {
    let shell = Process()
    let error = Pipe()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", "exec '\(productFolder)/attend' \(arguments) \(redirection)"]
    shell.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": folder.path()]
    shell.standardInput = FileHandle.nullDevice
    shell.standardError = error
    try shell.run()
    let said = error.fileHandleForReading.readDataToEndOfFile()
    shell.waitUntilExit()
    return (shell.terminationStatus, String(decoding: said, as: UTF8.self))
  }

  // MARK: Exit statuses

  @Test func `what went wrong is told by the status, and said on standard error alone`() throws {
    defer { clean() }
    try write("format: 9\n", to: "bad/lesson.yaml")
    try write("matrix,row,column,value\nK,dog,9,1\n", to: "values.csv")
    try write("", to: "there")
    let path = { (name: String) in self.folder.appending(path: name).path() }
    let table: [(status: Int32, arguments: [[String]])] = [
      (0, [["--help"], ["-h"], ["help"], ["help", "frame"], ["--version"], ["list"], ["reset", "--yes"]]),
      (
        64,
        [
          ["--bogus"], ["compute"], ["compute", "two-tokens", "--set", "x"],
          ["frame", "two-tokens", "--size", "x"],
          ["--lang", "xx"], ["no-such-lesson"], ["reset"], ["export", "two-tokens", "--blank", "--answers"],
        ]
      ),
      (
        65,
        [
          ["check", path("bad")], [path("bad")], ["compute", path("bad")], ["read", path("bad")],
          ["compute", "two-tokens", "--values", path("values.csv")],
        ]
      ),
      (
        66,
        [
          ["check", "/none"], ["./none"], ["compute", "./none"], ["read", "./none"],
          ["list", "--lessons", "/none"],
          ["compute", "two-tokens", "--values", "/none.csv"],
        ]
      ),
      (69, [[], ["two-tokens"], ["two-tokens:softmax", "--fresh"], ["notes"]]),
      (
        74,
        [
          ["export", "two-tokens", "-o", "/none/x"], ["export", "two-tokens", "-o", path("there")],
          ["record", "two-tokens", "/none/x"], ["new", "/proc/none"],
        ]
      ),
    ]
    for (status, lines) in table {
      for arguments in lines {
        let run = try attend(arguments, environment: ["HOME": folder.path()])
        #expect(run.status == status, "\(arguments): \(run.status) \(run.error)")
        // The complaints about a lesson are what `check` was asked for.
        let isAnswer = status == 0 || arguments.first == "check" && status == 65
        #expect(run.error.isEmpty == isAnswer && run.output.isEmpty == !isAnswer, "\(arguments): \(run)")
      }
    }
  }

  // MARK: Output that goes nowhere

  @Test(arguments: [
    "list", "compute two-tokens", "compute two-tokens --format json", "frame two-tokens",
    "frame two-tokens --format svg", "read two-tokens --fresh", "--plain two-tokens --fresh",
    "export two-tokens",
    "record two-tokens -", "--help", "help", "help compute", "compute --help", "--version",
    "--generate-completion-script zsh", "---complete two",
  ])
  func `a full disk and a closed output are errors of writing, said in one line`(arguments: String) throws {
    defer { clean() }
    for redirection in ["> /dev/full", ">&-"] {
      let run = try run(arguments, redirection)
      #expect(run.status == 74, "\(arguments) \(redirection)")
      #expect(run.error.hasPrefix("attend: cannot write the output: "), "\(run.error)")
      #expect(run.error.filter(\.isNewline).count == 1)
    }
  }

  @Test func `complaints that cannot be written are no success either`() throws {
    defer { clean() }
    try write("format: 9\n", to: "bad/lesson.yaml")
    #expect(try run("check '\(folder.path())/bad'", "> /dev/full 2>&1").status != 0)
    #expect(try run("--bogus", "2> /dev/full").status == 64)
  }

  // MARK: The language

  @Test(
    arguments: [
      ("en", ["LANG": "C.UTF-8"]), ("es", ["LANG": "es_ES.UTF-8"]),
      ("es", ["LC_ALL": "es_MX.UTF-8", "LANG": "en_US.UTF-8"]),
      ("en", ["LC_ALL": "en_US.UTF-8", "LC_MESSAGES": "es_ES.UTF-8", "LANG": "es_ES.UTF-8"]),
      ("es", ["LC_MESSAGES": "es", "LANG": "en_US.UTF-8"]),
      // Empty counts as not there.
      ("es", ["LC_ALL": "", "LC_MESSAGES": "", "LANG": "es_ES.UTF-8"]), ("en", ["LC_ALL": "", "LANG": ""]),
      // A list of wishes, but not without a locale.
      ("es", ["LANGUAGE": "pt:es:en", "LANG": "en_US.UTF-8"]), ("en", ["LANGUAGE": "es", "LANG": "C"]),
      ("en", ["LANG": "fr_FR.UTF-8"]), ("es", ["ATTEND_LANG": "es", "LC_ALL": "en_US.UTF-8"]),
    ] as [(String, [String: String])])
  func `the language is that of the first of its variables`(language: String, environment: [String: String])
    throws
  {
    let words = ["en": "Compute one attention output", "es": "Calcula a mano una salida"]
    let run = try attend(["list", "--fresh"], environment: environment)
    #expect(run.output.contains(try #require(words[language])))
    // What is said on the line comes before all of them.
    let other = language == "en" ? "es" : "en"
    let asked = try attend(["list", "--fresh", "--lang", other], environment: environment)
    #expect(asked.output.contains(try #require(words[other])))
  }

  // MARK: Folders

  @Test(arguments: ["", "relative", "./here", "~/there"])
  func `a base folder that is empty or not absolute counts as missing`(value: String) throws {
    defer { clean() }
    try write("lang = es\n", to: ".config/attend/config")
    let run = try attend(
      ["list"], environment: ["HOME": folder.path(), "XDG_STATE_HOME": value, "XDG_CONFIG_HOME": value])
    #expect(run.output.hasSuffix("\nProgreso: \(folder.path())/.local/state/attend/progress\n"))
    let homeless = try attend(["list"], environment: ["HOME": value, "XDG_STATE_HOME": value])
    #expect(homeless.status == 0 && homeless.output.contains("Progress is not kept"))
  }

  @Test func `folders that are made for progress are the user's alone`() throws {
    defer { clean() }
    let state = folder.appending(path: "deep/state").path()
    _ = try attend(["read", "two-tokens"], environment: ["XDG_STATE_HOME": state], input: "\n")
    for (path, mode) in [(state, 0o700), (state + "/attend", 0o700), (state + "/attend/progress", 0o600)] {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == mode, "\(path)")
    }
  }
}
