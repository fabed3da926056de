import Foundation
import Testing

@Suite struct ValuesTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "attend-\(UUID().uuidString)")

  private func file(_ name: String, _ text: String) throws -> String {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: name)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path()
  }

  private func clean() { try? FileManager.default.removeItem(at: folder) }

  @Test(arguments: ["csv", "json"])
  func `what compute prints can be read back, and gives the same bytes`(format: String) throws {
    defer { clean() }
    let names = try String(contentsOf: packageFolder.appending(path: "Lessons/course.yaml"), encoding: .utf8)
    let list = try #require(names.firstMatch(of: #/lessons: \[(.*)\]/#)?.1)
    for lesson in list.split(separator: ", ").map(String.init) {
      let printed = try attend("compute", lesson, "--format", format).output
      let again = try attend(
        "compute", lesson, "--values", file("\(lesson).\(format)", printed), "--format", format)
      #expect(again.output == printed && again.status == 0, "\(lesson): \(again.error)")
    }
    let edits = ["--set", "K[dog,3]=3.10", "--set", "Q = Q / 3", "--format", format]
    let edited = try attend(["compute", "two-tokens"] + edits).output
    let again = try attend(
      "compute", "two-tokens", "--values", file("edited", edited), "--format", format)
    #expect(again.output == edited)
    #expect(again.error == "attend: --values: computed from the inputs, not read: S, A, O\n")
  }

  @Test func `a file for each matrix, then an edit on top`() throws {
    defer { clean() }
    let run = try attend(
      "compute", "two-tokens", "--values", "Q=" + file("q.csv", "1,0,0"), "--values",
      "K=" + file("k.txt", "1 0 0\n0 1 0\n"), "--set", "Q[1,2] = 5", "--matrix", "S")
    #expect(run.output == "S        dog  quickly\nquickly  1.0      5.0\n", "\(run.error)")
    #expect(run.error.isEmpty)
  }

  @Test func `the screen begins with the numbers of the file, which u takes back`() throws {
    defer { clean() }
    let path = try file("q.csv", "matrix,row,column,value\nQ,1,1,0\nQ,1,2,0\nQ,1,3,0\n")
    let frame = try attend("frame", "two-tokens:three-roles", "--values", path)
    #expect(frame.output.contains("The numbers of the file are in"), "\(frame.error)")
    let undone = try attend(
      "frame", "two-tokens:three-roles", "--values", path, "--keys", "u", "--lang", "es")
    #expect(undone.output.contains("los números del archivo"))
    #expect(try attend("--values", path).error.contains("--values goes with a lesson"))
  }

  @Test func `complaints have status 65, what cannot be opened 66`() throws {
    defer { clean() }
    let wrong = try file("wrong.csv", "matrix,row,column,value\nQ,cat,1,0\nQ,1,2,10\u{1B}[2J\n")
    let run = try attend("compute", "two-tokens", "--values", wrong)
    #expect(run.status == 65 && run.output.isEmpty && run.error.contains("wrong.csv:3:9: U+001B"))
    #expect(!run.error.contains("\u{1B}"))
    let places = try file("places.csv", "matrix,row,column,value\nQ,cat,1,0\nQ,1,2,10\n")
    let lines = try attend("frame", "two-tokens", "--values", places).error.split(separator: "\n")
    #expect(lines.count == 2 && lines[0].contains("places.csv:2:3: ") && lines[1].contains(":3:7: "))
    #expect(try attend("compute", "two-tokens", "--values", "/no/such/file").status == 66)
    for path in ["/dev/zero", "/"] {
      let special = try attend("compute", "two-tokens", "--values", path)
      #expect(special.status == 66 && special.error.contains("not a file"))
    }
  }

  @Test func `a file of more than 64 MiB is refused before it is read`() throws {
    defer { clean() }
    let path = try file("large.csv", "")
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.truncate(atOffset: (64 << 20) + 1)
    try handle.close()
    let run = try attend("compute", "two-tokens", "--values", path)
    #expect(run.status == 65 && run.error.contains("the file is larger than 64 MiB"))
  }
}
