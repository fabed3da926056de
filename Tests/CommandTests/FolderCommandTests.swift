import Foundation
import Testing

/// Lessons in folders: making one, and naming one where a lesson is expected.
@Suite struct FolderCommandTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "attend-\(UUID().uuidString)")

  private func clean() { try? FileManager.default.removeItem(at: folder) }

  @Test func `the help begins with examples and fits one screen`() throws {
    let lines = try attend("--help").output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 24)
    #expect(lines.allSatisfy { $0.count <= 80 && $0.allSatisfy(\.isASCII) })
    #expect(lines[2].hasPrefix("  attend  "))
  }

  @Test func `a new lesson is right, and can be played and computed`() throws {
    defer { clean() }
    let path = folder.path()
    let run = try attend("new", path)
    #expect(run.status == 0)
    #expect(run.output.contains("  attend \(path) ") && run.output.contains("  attend check \(path) "))
    let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    #expect(names == ["en.md", "es.md", "lesson.yaml"])
    let check = try attend("check", path)
    #expect(check.status == 0 && check.output.isEmpty)
    #expect(try attend("frame", path + ":c1").output.contains("Make sleep listen to cats"))
    #expect(try attend("frame", path, "--lang", "es").output.contains("Los gatos duermen"))
    #expect(try attend("compute", path, "--matrix", "A").output.contains("0.6224593312018546"))
  }

  @Test func `new overwrites nothing`() throws {
    defer { clean() }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try "mine".write(to: folder.appending(path: "es.md"), atomically: true, encoding: .utf8)
    let run = try attend("new", folder.path())
    #expect(run.status == 74 && run.error.contains("es.md is already in"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()) == ["es.md"])
    #expect(try attend("new", folder.path() + "/es.md").status == 74)
    #expect(try attend("new", folder.path() + "/not/there").status == 74)
  }

  @Test func `the folder of a course is a course`() throws {
    let lessons = packageFolder.appending(path: "Lessons").path()
    #expect(try attend("frame", lessons + ":two-tokens:softmax").output.contains("Softmax"))
    let run = try attend("frame", lessons, "--lessons", lessons)
    #expect(run.status == 64 && run.error.contains("leave one of them out"))
  }

  @Test(arguments: ["./no-such-folder", "/", "no/such:place"])
  func `what looks like a folder and holds no lesson cannot be opened`(path: String) throws {
    let run = try attend("frame", path)
    #expect(run.status == 66 && run.error.contains("there is no lesson.yaml"))
  }

  /// Lessons in the data folders are opened by name, wherever one is.
  @Test func `a lesson in the user's data folder is opened by its name, before one of the program`() throws {
    defer { clean() }
    let starter = packageFolder.appending(path: "Lessons/starter")
    let home = folder.appending(path: "home/attend/lessons")
    let shared = folder.appending(path: "shared/attend/lessons")
    for (place, name, title) in [
      (home, "mine", "Mine"), (shared, "mine", "Shared"), (shared, "scaling", "Other"),
    ] {
      let copy = place.appending(path: name)
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: starter, to: copy)
      for language in ["en", "es"] {
        let words = copy.appending(path: "\(language).md")
        let text = try String(contentsOf: words, encoding: .utf8).split(separator: "\n", maxSplits: 1)
        try "# \(title)\n\(text[1])".write(to: words, atomically: true, encoding: .utf8)
      }
    }
    try FileManager.default.createDirectory(
      at: home.appending(path: "no lesson"), withIntermediateDirectories: true)
    let environment = [
      "XDG_DATA_HOME": folder.appending(path: "home").path(),
      "XDG_DATA_DIRS": "relative:\(folder.appending(path: "shared").path())",
    ]
    func title(_ place: String, _ environment: [String: String]) throws -> String {
      let run = try attend(["frame", place], environment: environment)
      return run.status == 0 ? String(run.output.prefix { $0 != "\n" }) : "status \(run.status)"
    }
    #expect(try title("mine:practice", environment).contains("Mine"))
    #expect(try title("scaling", environment).contains("Other"))
    #expect(try title("scaling", [:]).contains("Why divide"))
    #expect(try title("mine", [:]) == "status 64")
    #expect(
      try title("mine", ["HOME": folder.path(), "XDG_DATA_HOME": "home", "XDG_DATA_DIRS": ":"]) == "status 64"
    )
    let list = try attend(["list", "--fresh"], environment: environment).output
    #expect(list.contains("mine ") && list.contains("Mine:") && !list.contains("Shared"))
    #expect(list.contains("Other:") && list.contains("Why divide"))
    let names = try attend(["---complete", "mi"], environment: environment).output
    #expect(names == "mine\n")
    #expect(try attend(["compute", "mine"], environment: environment).status == 0)
  }
}
