import Foundation
import Testing

/// Where the output goes, where it cannot go, and in which letters.
@Suite struct OutputTests {
  /// Runs a line of the shell; `attend` in it is the program.
  private func shell(_ line: String, environment: [String: String] = [:]) throws -> Run {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "attend() { '\(productFolder)/attend' \"$@\"; }; \(line)"]
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 }
    let (output, error) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, error)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let said = error.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Run(
      output: String(decoding: printed, as: UTF8.self), error: String(decoding: said, as: UTF8.self),
      status: process.terminationStatus)
  }

  @Test(arguments: [
    "list", "compute two-tokens", "compute two-tokens --format json", "frame two-tokens",
    "frame two-tokens --format svg", "--help", "-h", "help", "help list", "list --help", "--version",
    "list --version", "--generate-completion-script bash", "check BAD",
  ])
  func `output that cannot be written is status 74`(command: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "attend-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try "format: 1".write(to: folder.appending(path: "lesson.yaml"), atomically: true, encoding: .utf8)
    let command = command.replacing("BAD", with: folder.path())
    for place in [">/dev/full", ">&-"] {
      let run = try shell("attend \(command) \(place)")
      #expect(run.status == 74, "\(command) \(place): \(run)")
      #expect(run.error.hasPrefix("attend: cannot write the output: "))
      #expect(run.error.filter(\.isNewline).count == 1)
    }
  }

  @Test func `closed standard files are not taken for others`() throws {
    let run = try shell("attend compute two-tokens --matrix A <&- 2>&-")
    #expect(run.status == 0 && run.output.contains("0.42"))
    #expect(try shell("attend --bogus 2>&-").status == 64)
    #expect(try shell("attend <&- >&- 2>&-").status == 69)
  }

  @Test func `help goes to standard output, a mistake to standard error`() throws {
    for arguments in [["help", "frame"], ["frame", "--help"], ["frame", "-h"], ["help", "open"]] {
      let run = try attend(arguments)
      #expect(run.status == 0 && run.error.isEmpty && run.output.hasPrefix("OVERVIEW: "))
    }
    for arguments in [["--bogus"], ["frame"], ["list", "extra"], ["--generate-completion-script", "tcsh"]] {
      let run = try attend(arguments)
      #expect(run.status == 64 && run.output.isEmpty && run.error.hasPrefix("Error: "), "\(run)")
    }
  }

  @Test(arguments: [
    ("--them", "--theme"), ("--decimals", "--decimal"), ("--langs", "--lang"), ("--fesh", "--fresh"),
  ])
  func `an unknown option names the nearest`(option: String, known: String) throws {
    let run = try attend(option, "dark")
    #expect(run.status == 64 && run.error.contains("'\(option)'. Did you mean '\(known)'?"), "\(run.error)")
  }

  @Test func `help pages and lists are as wide as COLUMNS says, at most 80`() throws {
    for columns in ["40", "80", "200"] {
      let most = min(80, Int(columns) ?? 80)
      let list = try attend(["list", "--fresh"], environment: ["COLUMNS": columns]).output
      #expect(list.split(separator: "\n").allSatisfy { $0.count <= most }, "\(list)")
      #expect(list.split(separator: "\n").allSatisfy { !$0.hasSuffix(" ") })
    }
    for lang in ["en", "es"] {
      let list = try attend("list", "--fresh", "--lang", lang).output
      #expect(list.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(list)")
    }
  }

  /// The parser would end the program where COLUMNS has no room for two columns.
  @Test(arguments: ["", "0", "-5", "1", "20", "40", "60", "80", "200", "99999999999999999999", "wide"])
  func `help pages fit any COLUMNS`(columns: String) throws {
    let width = Int(columns).map { max(40, min(80, $0)) } ?? 80
    for command in [
      "compute", "frame", "read", "export", "record", "check", "new", "list", "reset", "notes", "",
    ] {
      for arguments in [["help", command], [command, "--help"]].map({ $0.filter { !$0.isEmpty } }) {
        let run = try attend(arguments, environment: ["COLUMNS": columns])
        #expect(run.status == 0 && run.error.isEmpty, "\(arguments)")
        // Commands to copy stay whole; the overview of the program is a screen of its own.
        let lines = run.output.split(separator: "\n").filter { !$0.hasPrefix("  attend ") }
        let most = command.isEmpty ? 80 : width
        #expect(lines.allSatisfy { $0.count <= most }, "\(lines.filter { $0.count > most })")
      }
    }
    let wrong = try attend(["frame"], environment: ["COLUMNS": columns])
    #expect(wrong.status == 64 && wrong.output.isEmpty)
    let usage = wrong.error.split(separator: "\n").drop { !$0.hasPrefix("Usage: ") }
    #expect(usage.count > 1 && usage.allSatisfy { $0.count <= max(width, 60) }, "\(wrong.error)")
  }

  @Test(arguments: ["C", "POSIX", "en_US.ISO-8859-1"])
  func `a locale without UTF-8 gets ASCII`(locale: String) throws {
    let environment = ["LC_ALL": locale]
    for arguments in [
      ["list", "--lang", "es"], ["--lang", "fr"], ["compute", "nonsense"], ["check", "Straße"],
    ] {
      let run = try attend(arguments, environment: environment)
      #expect((run.output + run.error).utf8.allSatisfy { $0 < 0x80 }, "\(arguments): \(run)")
      #expect(!(run.output + run.error).contains("?:"))
    }
    #expect(try attend(["list"], environment: ["LC_ALL": "C"]).output.contains("-  1  two-tokens"))
  }

  @Test func `NO_COLOR is for terminals, and always says otherwise`() throws {
    // A frame has no terminal: it is asked for with its colours.
    let ansi = ["frame", "two-tokens", "--format", "ansi"]
    #expect(try attend(ansi, environment: ["NO_COLOR": "1"]).output.contains("38;5;"))
    #expect(try !attend(ansi + ["--color", "never"]).output.contains("38;5;"))
  }
}
