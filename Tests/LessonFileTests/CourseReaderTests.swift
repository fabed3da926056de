import Testing
import Tutorial

@testable import LessonFile

/// Whole courses and whole lessons.
struct CourseReaderTests {
  @Test func `the course in the program has nothing to complain about`() throws {
    let (course, complaints) = try CourseReader.read(.embedded, proving: true)
    #expect(complaints.map(\.description) == [])
    #expect(course?.languages.map(\.code).starts(with: ["en", "es"]) == true)
    let lesson = try #require(course?.lessons.first)
    #expect(lesson.id == "two-tokens")
    #expect(lesson.tokens.contains("dog"))
    #expect(lesson.words[.english]?.title == "Two tokens")
    #expect(lesson.words[Language("es")]?.title == "Dos tokens")
  }

  @Test func `a lesson is read from its folder, in the languages that are there`() throws {
    let folder = try lessonFolder()
    let (lesson, complaints) = try CourseReader.readLesson(at: folder.path)
    #expect(complaints == [])
    #expect(lesson?.id == folder.path.split(separator: "/").last.map(String.init))
    #expect(lesson?.words.keys.map(\.code) == ["en"])
  }

  @Test func `a translation that lacks a step is complained about, but does not stop the lesson`() throws {
    let folder = try lessonFolder()
    try folder.write("# T\nM.\n\n## dot-product: P\n\n### last\nFin.\n", to: "es.md")
    let (lesson, complaints) = try CourseReader.readLesson(at: folder.path)
    #expect(lesson?.words[Language("es")]?.title == "T")
    #expect(complaints.map(\.description) == ["\(folder.path)/es.md:1:1: step dog-sum has no words"])
    #expect(complaints.map(\.severity) == [.reports])
  }

  @Test func `complaints about all languages come together`() throws {
    let folder = try lessonFolder()
    try folder.write(
      "# T\nM.\n\n## dot-product: P\n\n### dog-sum\nEs 0,5.\n\n### last\n**Fin.\n", to: "es.md")
    try folder.write("# T\nG.\n\n## dot-product: D\n\n### dog-sum\n{B}\n\n### last\nW.\n", to: "en.md")
    let (lesson, complaints) = try CourseReader.readLesson(at: folder.path)
    #expect(lesson == nil)
    #expect(
      complaints.map(\.description) == [
        "\(folder.path)/en.md:7:2: nothing is called B",
        "\(folder.path)/es.md:7:4: a number in the words is a live value: {…}, or `…` if it is only a name",
        "\(folder.path)/es.md:10:1: ** is not closed",
      ])
  }

  @Test func `a lesson without English words is stopped`() throws {
    let folder = try TemporaryFolder()
    try folder.write(twoSteps, to: "lesson.yaml")
    let (lesson, complaints) = try CourseReader.readLesson(at: folder.path)
    #expect(lesson == nil)
    #expect(complaints.map(\.place) == [.start])
    #expect(complaints.first?.file == "\(folder.path)/en.md")
  }

  @Test func `a folder without a lesson cannot be opened`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: FileError(path: folder.path("lesson.yaml"), reason: .missing)) {
      try CourseReader.readLesson(at: folder.path)
    }
  }

  @Test func `a file that is too large is a complaint`() throws {
    let folder = try lessonFolder()
    try folder.write([UInt8](repeating: 0x20, count: (1 << 20) + 1), to: "lesson.yaml")
    let (lesson, complaints) = try CourseReader.readLesson(at: folder.path)
    #expect(lesson == nil)
    #expect(
      complaints.map(\.description) == ["\(folder.path)/lesson.yaml:1:1: the file is larger than 1 MiB"])
  }

  @Test(arguments: badCourses)
  func `a course that does not hold is complained about`(_ file: BadFile) throws {
    let folder = try courseFolder(file.text)
    let (course, complaints) = try CourseReader.read(.directory(folder.path))
    #expect(course == nil)
    let prefix = "\(folder.path)/"
    #expect(
      complaints.map { String($0.description.dropFirst(prefix.count)).replacing(prefix, with: "") }
        == file.complaints)
  }

  @Test func `a course complains about a lesson that lacks one of its languages`() throws {
    let folder = try courseFolder("format: 1\nlessons: one\n")
    try folder.write(strings(in: "es"), to: "strings/es.yaml")
    let (course, complaints) = try CourseReader.read(.directory(folder.path))
    #expect(course?.lessons.map(\.id) == ["one"])
    #expect(
      complaints.map(\.description) == [
        "\(folder.path)/one/es.md:1:1: there is no such file: one has no words"
      ])
  }

  private func lessonFolder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(twoSteps, to: "lesson.yaml")
    try folder.write(twoStepsInEnglish, to: "en.md")
    return folder
  }

  /// A course with one lesson, `one`, and the words of the interface in English.
  private func courseFolder(_ course: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(course, to: "course.yaml")
    try folder.write(twoSteps, to: "one/lesson.yaml")
    try folder.write(twoStepsInEnglish, to: "one/en.md")
    try folder.write(strings(in: "en"), to: "strings/en.yaml")
    return folder
  }

  private func strings(in language: String) throws -> [UInt8] {
    try CourseFiles.embedded.read("strings/\(language).yaml")
  }
}

private let twoStepsInEnglish = """
  # Two steps
  Add three products.

  ## dot-product: Dot product

  ### dog-sum
  The sum is {S[quickly,dog]:4}.

  ### last
  The end.

  """

private let badCourses = [
  BadFile(
    "format: 7\nlessons: [one]\n",
    "course.yaml:1:9: this course has format 7; this attend knows format 1: upgrade attend"),
  BadFile(
    "format: 1\nlesons: [one]\n",
    "course.yaml:1:1: the course has no lessons",
    "course.yaml:2:1: a course has no key lesons; did you mean lessons?"),
  BadFile("format: 1\n", "course.yaml:1:1: the course has no lessons"),
  BadFile(
    "format: 1\nlessons: [../../etc/passwd]\n",
    "course.yaml:2:11: an id is made of a to z, digits and -, at most 64 of them, not ../../etc/passwd"),
  BadFile(
    "format: 1\nlessons: [one, two]\n",
    "course.yaml:2:16: cannot open two/lesson.yaml: there is no such file"),
  BadFile("format: 1\nlessons: [one, one]\n", "course.yaml:2:16: the course has the lesson one already"),
]
