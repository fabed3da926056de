import Foundation
import Testing

/// Preferences from the configuration file, the environment and the switches, and what counts more.
@Suite struct PreferenceTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "attend-\(UUID().uuidString)")

  /// Runs with a configuration file that holds a text.
  private func run(
    _ text: String, _ arguments: [String] = ["frame", "two-tokens:output"], _ more: [String: String] = [:]
  ) throws -> Run {
    let file = folder.appending(path: "attend/config")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return try attend(arguments, environment: ["XDG_CONFIG_HOME": folder.path()].merging(more) { $1 })
  }

  private func clean() { try? FileManager.default.removeItem(at: folder) }

  @Test func `every setting of the file counts`() throws {
    defer { clean() }
    let text = """
      # A projector in Madrid.
      lang = es        # Spanish
      decimal=comma
        glyphs =  ascii\r
      digits = 2

      theme = light
      """
    let run = try run(text)
    #expect(run.error.isEmpty && run.status == 0)
    #expect(run.output.contains("PASO") && run.output.contains("0,4085"), "\(run.output)")
    #expect(run.output.utf8.allSatisfy { $0 < 0x80 })
    let dark = try self.run("theme = dark", ["frame", "two-tokens", "--format", "svg"]).output
    let light = try self.run(text, ["frame", "two-tokens", "--format", "svg"]).output
    #expect(dark.contains("#121212") != light.contains("#121212"))
    #expect(
      try self.run("color = never", ["frame", "two-tokens", "--format", "ansi"]).output.contains("38;")
        == false)
    #expect(try self.run("lang = es", ["list"]).output.contains("Dos tokens"))
  }

  @Test func `a switch counts before a variable, that before the file, that before the locale`() throws {
    defer { clean() }
    let locale = ["LANG": "en_US.UTF-8"]
    #expect(try run("lang = es", ["frame", "two-tokens"], locale).output.contains("PASO"))
    let variable = locale.merging(["ATTEND_LANG": "en"]) { $1 }
    #expect(try run("lang = es", ["frame", "two-tokens"], variable).output.contains("STEP"))
    #expect(try run("lang = es", ["frame", "two-tokens", "--lang", "es"], variable).output.contains("PASO"))
    let switched = ["frame", "two-tokens:output", "--decimal", "point"]
    #expect(try run("decimal = comma", switched, ["ATTEND_DECIMAL": "comma"]).output.contains("0.41"))
    #expect(try run("", ["frame", "two-tokens:output"], ["ATTEND_DECIMAL": "comma"]).output.contains("0,41"))
    // A language that the course does not have leaves the choice to what comes next.
    let french = try run("lang = fr", ["frame", "two-tokens"], ["LANG": "es_ES.UTF-8"])
    #expect(french.output.contains("PASO") && french.error.isEmpty)
  }

  @Test(arguments: [
    ("them = dark", ":1: there is no setting “them”; did you mean theme?"),
    ("\n\ntheme = pink", ":3: theme cannot be “pink”: it is terminal, dark, light, contrast, mono"),
    ("digits = 3", ":1: digits cannot be “3”: it is 0, 1, 2"), ("lang = Spanish", "such as es"),
    ("theme", ":1: a setting is written as theme = light"),
    ("volume = 11", "there is lang, theme, color, glyphs, decimal, digits, mouse, confirm-quit"),
    ("theme = \u{1B}]0;x", "theme cannot be “^[]0;x”"), ("a = 1\nb\nc = 2\n", "(and 2 more like this)"),
  ])
  func `what cannot be understood is one line, and the rest counts`(text: String, sentence: String) throws {
    defer { clean() }
    let run = try run(text + "\ndecimal = comma\n")
    #expect(run.status == 0 && run.output.contains("0,41"))
    #expect(run.error.hasPrefix("attend: ") && run.error.contains(sentence), "\(run.error)")
    #expect(run.error.filter(\.isNewline).count == 1)
    #expect(!run.error.contains("\u{1B}"))
  }

  @Test func `a variable that cannot be understood is said by its name`() throws {
    let run = try attend(["frame", "two-tokens"], environment: ["ATTEND_CONFIRM_QUIT": "perhaps"])
    #expect(run.status == 0)
    #expect(run.error == "attend: ATTEND_CONFIRM_QUIT: confirm-quit cannot be “perhaps”: it is yes, no\n")
  }

  @Test func `a file that is none, or no text, is one line too`() throws {
    defer { clean() }
    let file = folder.appending(path: "attend/config")
    try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
    let environment = ["XDG_CONFIG_HOME": folder.path()]
    let run = try attend(["frame", "two-tokens"], environment: environment)
    #expect(run.status == 0 && run.error.contains("it is a directory") && !run.output.isEmpty)
    try FileManager.default.removeItem(at: file)
    #expect(mkfifo(file.path(), 0o600) == 0)
    #expect(try attend(["frame", "two-tokens"], environment: environment).error.contains("it is a pipe"))
    try FileManager.default.removeItem(at: file)
    try Data([0xFF, 0xFE, 0x00, 0x0A] + "decimal = comma".utf8).write(to: file)
    let bytes = try attend(["frame", "two-tokens:output"], environment: environment)
    #expect(bytes.output.contains("0,41") && bytes.error.filter(\.isNewline).count == 1)
  }

  @Test func `the file stands in HOME where nothing else is said`() throws {
    defer { clean() }
    let file = folder.appending(path: ".config/attend/config")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try "decimal = comma".write(to: file, atomically: true, encoding: .utf8)
    let home = ["HOME": folder.path(), "XDG_CONFIG_HOME": "relative"]
    #expect(try attend(["frame", "two-tokens:output"], environment: home).output.contains("0,41"))
  }

  @Test func `compute and its numbers know no preferences`() throws {
    defer { clean() }
    let run = try run("decimal = comma\nnonsense", ["compute", "two-tokens", "--matrix", "A"])
    #expect(run.output.contains("0.42") && run.error.isEmpty)
  }
}
