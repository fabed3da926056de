import Foundation
import LessonFile
import Testing
import Tutorial
import TutorialView

/// The manual pages say what the program has, and the program has what they say.
@Suite struct ManualTests {
  /// What the parser says of itself.
  private struct Dump: Decodable {
    struct Command: Decodable {
      struct Argument: Decodable {
        struct Name: Decodable { var name: String }
        var names: [Name]?
      }
      var commandName: String
      var arguments: [Argument]?
      var subcommands: [Command]?

      /// Its options, without those that every command has.
      var options: Set<String> {
        let names = (arguments ?? []).compactMap { $0.names?.last?.name }
        return Set(names).subtracting(["help", "version"])
      }
    }
    var command: Command
  }

  private static let folder = packageFolder.appending(path: "docs/man")
  private static let page =
    (try? String(contentsOf: folder.appending(path: "attend.1"), encoding: .utf8)) ?? ""

  private func section(_ name: String) throws -> Substring {
    let start = try #require(Self.page.range(of: "\n.Sh \(name)\n"))
    let rest = Self.page[start.upperBound...]
    return rest[..<(rest.range(of: "\n.Sh ")?.lowerBound ?? rest.endIndex)]
  }

  private func options(in text: some StringProtocol) -> Set<String> {
    Set(String(text).matches(of: #/Fl -([a-z-]+)/#).map { String($0.1) })
  }

  /// The words of the items of a section's outer lists, without macros and commas.
  private func items(_ name: String) throws -> [String] {
    try section(name).split(separator: "\n").filter { $0.hasPrefix(".It ") }.flatMap {
      $0.split(separator: " ").dropFirst().map(String.init)
    }.filter { $0.count > 2 || $0.allSatisfy(\.isNumber) }
  }

  private func commands() throws -> [String: Dump.Command] {
    let run = try attend("--experimental-dump-help")
    let root = try JSONDecoder().decode(Dump.self, from: Data(run.output.utf8)).command
    return Dictionary(uniqueKeysWithValues: (root.subcommands ?? []).map { ($0.commandName, $0) })
  }

  @Test func `every command stands there with exactly its options`() throws {
    let commands = try commands()
    var shown: [String: Set<String>] = [:]
    for synopsis in try section("SYNOPSIS").components(separatedBy: ".Nm\n") where !synopsis.isEmpty {
      let name = synopsis.firstMatch(of: #/^\.Cm ([a-z]+)/#).map { String($0.1) }
      shown[name ?? "open"] = options(in: synopsis)
    }
    #expect(Set(shown.keys) == Set(commands.keys))
    for (name, command) in commands { #expect(shown[name] == command.options, "\(name)") }
    let described = try section("DESCRIPTION").matches(of: #/\.It Cm ([a-z]+)/#).map { String($0.1) }
    #expect(Set(described + ["open"]) == Set(commands.keys))
  }

  @Test func `every option is described`() throws {
    let described = options(
      in: try section("OPTIONS").split(separator: "\n").filter { $0.hasPrefix(".It ") }.joined())
    let known = Set(try commands().values.flatMap(\.options))
    #expect(described == known.union(["help", "version", "generate-completion-script"]))
  }

  @Test func `every exit status of the source is described`() throws {
    let source = try String(
      contentsOf: packageFolder.appending(path: "Sources/attend/ExitStatus.swift"), encoding: .utf8)
    let statuses = Set(source.matches(of: #/ExitCode\((\d+)\)/#).map { String($0.1) })
    // Success, the parser's own, and the signals that end the program when they are not caught.
    #expect(Set(try items("EXIT STATUS")) == statuses.union(["0", "64", "130", "131", "143"]))
  }

  @Test func `every variable that the source asks for is described`() throws {
    let sources = packageFolder.appending(path: "Sources")
    var asked: Set<String> = []
    // The targets that ask the system for anything.
    for path in try FileManager.default.subpathsOfDirectory(atPath: sources.path())
    where path.contains(#/^(attend|ProgressFile|TerminalScreen|CTerminal)/.*\.(swift|c)$/#) {
      let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
      asked.formUnion(text.matches(of: #/"([A-Z]{2,}(?:_[A-Z]+)*)"/#).map { String($0.1) })
    }
    // A locale and a capability of terminals, which are written like variables.
    asked.subtract(["POSIX", "RGB"])
    let described = Set(try items("ENVIRONMENT")).filter { !$0.hasPrefix("ATTEND_") }
    #expect(described == asked, "\(described.symmetricDifference(asked))")
  }

  @Test func `every setting is described, as a variable too`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "attend-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "attend/config")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try "?=\n".write(to: file, atomically: true, encoding: .utf8)
    let error = try attend("frame", "two-tokens", environment: ["XDG_CONFIG_HOME": folder.path()]).error
    let settings = try #require(error.firstMatch(of: #/there is (lang.*)\n/#)).1.split(separator: ", ")
    #expect(Set(try items("CONFIGURATION")) == Set(settings.map(String.init)))
    let variables = settings.map { "ATTEND_" + $0.uppercased().replacing("-", with: "_") }
    #expect(Set(try items("ENVIRONMENT")).filter { $0.hasPrefix("ATTEND_") } == Set(variables))
  }

  /// `RECORD_SCREENS=1` writes the table of keys, as it does with golden screens.
  @Test func `the keys are those of the table of keys`() throws {
    let words = try #require(try CourseReader.read(.embedded).course).words(in: .english)
    let table = keyTable(words)
    let marks = (begin: ".\\\" keys\n", end: ".\\\" end of keys\n")
    let begin = try #require(Self.page.range(of: marks.begin)).upperBound
    let end = try #require(Self.page.range(of: marks.end)).lowerBound
    if ProcessInfo.processInfo.environment["RECORD_SCREENS"] != nil, Self.page[begin..<end] != table {
      let page = Self.page[..<begin] + table + Self.page[end...]
      try String(page).write(to: Self.folder.appending(path: "attend.1"), atomically: true, encoding: .utf8)
    }
    #expect(Self.page[begin..<end] == table, "RECORD_SCREENS=1 writes the keys of attend.1 anew")
  }

  @Test func `the page of the lesson format is made from the chapter`() throws {
    let awk = Process()
    awk.executableURL = URL(filePath: "/usr/bin/env")
    awk.arguments =
      ["awk", "-f"]
      + ["docs/man/lesson-page.awk", "docs/write-a-lesson.md"].map {
        packageFolder.appending(path: $0).path()
      }
    let output = Pipe()
    awk.standardOutput = output
    try awk.run()
    let made = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    awk.waitUntilExit()
    let kept = try String(contentsOf: Self.folder.appending(path: "attend-lesson.5"), encoding: .utf8)
    #expect(made == kept, "make man writes docs/man/attend-lesson.5 anew")
    let chapter = try String(
      contentsOf: packageFolder.appending(path: "docs/write-a-lesson.md"), encoding: .utf8)
    // Nothing of the tables gets lost on the way.
    let reference = try #require(chapter.range(of: "\n---\n")).upperBound
    for row in chapter[reference...].split(separator: "\n") where row.hasPrefix("| `") {
      let key = try #require(row.firstMatch(of: #/^\| `([a-z]+)`/#) ?? chapter.firstMatch(of: #/`(cells)`/#))
        .1
      #expect(made.contains("\\fB\(key)\\fR"), "\(key)")
    }
  }

  @Test(arguments: ["attend.1", "attend-lesson.5"])
  func `the pages are right for a formatter`(name: String) throws {
    let path = Self.folder.appending(path: name).path()
    let checks = [
      ("/usr/bin/mandoc", ["-T", "lint", "-W", "warning", path]),
      ("/usr/bin/man", ["--warnings", "-l", path]),
    ].filter { FileManager.default.isExecutableFile(atPath: $0.0) }
    guard !checks.isEmpty else {
      print("skipped: neither mandoc nor man is here to read \(name)")
      return
    }
    for (program, arguments) in checks {
      let check = Process()
      check.executableURL = URL(filePath: program)
      check.arguments = arguments
      check.environment = ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "MANPAGER": "cat"]
      let (output, error) = (Pipe(), Pipe())
      (check.standardOutput, check.standardError) = (output, error)
      try check.run()
      let shown = output.fileHandleForReading.readDataToEndOfFile()
      let said = error.fileHandleForReading.readDataToEndOfFile()
      check.waitUntilExit()
      #expect(check.terminationStatus == 0 && said.isEmpty, "\(String(decoding: said, as: UTF8.self))")
      #expect(shown.isEmpty == program.hasSuffix("mandoc"), "\(String(decoding: shown, as: UTF8.self))")
    }
  }
}
