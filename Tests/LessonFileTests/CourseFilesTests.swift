import Glibc
import Testing

@testable import LessonFile

/// What files may be, and where they come from.
struct CourseFilesTests {
  @Test func `the program holds the lessons as they are`() throws {
    let lessons = try #require(lessonsFolder)
    let onDisk = CourseFiles.directory(lessons)
    #expect(EmbeddedFiles.all.map(\.path) == (try paths(below: "", of: onDisk)))
    for file in EmbeddedFiles.all {
      #expect(try CourseFiles.embedded.read(file.path) == onDisk.read(file.path), "\(file.path)")
    }
  }

  @Test func `folders inside the program have names`() throws {
    #expect(try CourseFiles.embedded.names(in: "").contains("course.yaml"))
    #expect(try CourseFiles.embedded.names(in: "two-tokens") == ["en.md", "es.md", "lesson.yaml"])
    #expect(throws: FileError(path: "none", reason: .missing)) { try CourseFiles.embedded.names(in: "none") }
    #expect(throws: FileError(path: "none.yaml", reason: .missing)) {
      try CourseFiles.embedded.read("none.yaml")
    }
  }

  @Test func `only a regular file is read`() throws {
    let folder = try TemporaryFolder()
    mkfifo(folder.path("pipe"), 0o600)
    symlink("loop", folder.path("loop"))
    mkdir(folder.path("folder"), 0o700)
    symlink("/dev/zero", folder.path("zero"))
    let files = CourseFiles.directory(folder.path)
    for (name, reason) in [
      ("pipe", FileError.Reason.notAFile("a pipe")), ("folder", .notAFile("a directory")),
      ("zero", .notAFile("a device")), ("loop", .system(ELOOP)), ("none", .missing),
      ("none/deeper", .missing),
    ] {
      #expect(throws: FileError(path: folder.path(name), reason: reason)) { try files.read(name) }
    }
  }

  @Test func `a file has at most 1 MiB`() throws {
    let folder = try TemporaryFolder()
    let most = [UInt8](repeating: 0x20, count: 1 << 20)
    try folder.write(most, to: "most")
    try folder.write(most + [0x20], to: "more")
    #expect(try CourseFiles.directory(folder.path).read("most").count == 1 << 20)
    #expect(throws: FileError(path: folder.path("more"), reason: .tooLarge)) {
      try CourseFiles.directory(folder.path).read("more")
    }
  }

  @Test(
    arguments: [
      (".", "a/en.md", "a/en.md"), ("here", "en.md", "here/en.md"), ("here/", "en.md", "here/en.md"),
      ("/", "en.md", "/en.md"), ("here", "", "here"),
    ])
  func `complaints call a file as it can be opened`(_ directory: String, _ path: String, _ name: String) {
    #expect(CourseFiles.directory(directory).name(of: path) == name)
  }

  @Test func `what cannot be opened is said in a sentence`() {
    let error = FileError(path: "a/lesson.yaml", reason: .missing)
    #expect(error.description == "cannot open a/lesson.yaml: there is no such file")
    #expect(
      FileError(path: "a", reason: .notAFile("a pipe")).description
        == "cannot open a: it is a pipe, not a file")
    #expect(
      FileError(path: "a", reason: .system(EACCES)).description == "cannot open a: no permission to read it")
    #expect(FileError(path: "a", reason: .system(EIO)).description == "cannot open a: Input/output error")
  }

  /// All lesson files below a folder, sorted.
  private func paths(below folder: String, of files: CourseFiles) throws -> [String] {
    try files.names(in: folder).flatMap { name in
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      if name.hasSuffix(".yaml") || name.hasSuffix(".md") { return [path] }
      return try paths(below: path, of: files)
    }.sorted()
  }

  @Test func `of a course one lesson can be read, and the others are there by their ids`() throws {
    let whole = try #require(try CourseReader.read(.embedded).course)
    let course = try #require(try CourseReader.read(.embedded, only: whole.lessons[1].id).course)
    #expect(course.lessons.map(\.id) == whole.lessons.map(\.id))
    #expect(course.lessons.filter(\.isRead).map(\.id) == [whole.lessons[1].id])
    #expect(!course.isWhole)
    let unknown = try #require(try CourseReader.read(.embedded, only: "no-such-lesson").course)
    #expect(unknown.isWhole)
  }
}
