import Testing
import Tutorial

@testable import LessonFile

/// The words of the course itself: its title, misconceptions and glossary.
struct CourseWordsTests {
  @Test func `the course in the program has all its words in both languages`() throws {
    let course = try #require(try CourseReader.read(.embedded, proving: true).course)
    #expect(course.misconceptions == (1...16).map { "M\($0)" })
    for language in course.languages {
      let words = try #require(course.words[language])
      #expect(!words.title.isEmpty)
      #expect(words.misconceptions.keys.sorted() == course.misconceptions.sorted())
      #expect(words.misconceptions.values.allSatisfy { !$0.title.isEmpty && !$0.text.runs.isEmpty })
      #expect(words.glossary.map(\.id) == course.words[.english]?.glossary.map(\.id))
      #expect(words.glossary.count > 20)
    }
  }

  @Test func `only the words that are asked for are read, and English`() throws {
    let (course, _) = try CourseReader.read(.embedded, in: [])
    #expect(course?.words.keys.map(\.code) == ["en"])
    #expect(course?.lessons.allSatisfy { $0.words.keys.map(\.code) == ["en"] } == true)
    #expect(course?.languages.map(\.code).contains("es") == true)
  }

  @Test func `entries are a title and a paragraph`() throws {
    let folder = try course(
      english: "# The course\n\n## M1: One: first\nFirst\n*words*.\n\n## M2: Two\nSecond.\n")
    try folder.write("# Glossary\n\n## dot-product: dot product\nA sum.\n", to: "glossary/en.md")
    let (course, complaints) = try CourseReader.read(.directory(folder.path))
    #expect(complaints == [])
    let words = try #require(course?.words[.english])
    #expect(words.title == "The course")
    #expect(
      words.misconceptions["M1"]
        == Misconception(
          title: "One: first",
          text: Paragraph(
            runs: [Run(.text("First ")), Run(.text("words"), manner: .emphasis), Run(.text("."))])))
    #expect(
      words.glossary == [
        GlossaryEntry(
          id: "dot-product", term: "dot product", definition: Paragraph(runs: [Run(.text("A sum."))]))
      ])
  }

  @Test(arguments: badEntries)
  func `course words that do not fit are complained about`(_ file: BadFile) throws {
    let folder = try course(english: file.text)
    let complaints = try CourseReader.read(.directory(folder.path)).complaints.map(\.description)
    #expect(complaints.map { $0.replacing("\(folder.path)/en.md:", with: "") } == file.complaints)
  }

  @Test func `a translation of the glossary has the same terms`() throws {
    let folder = try course(english: "# T\n\n## M1: A\nW.\n\n## M2: B\nW.\n")
    try folder.write(CourseFiles.embedded.read("strings/es.yaml"), to: "strings/es.yaml")
    try folder.write("# T\n\n## M1: A\nW.\n", to: "es.md")
    try folder.write("# L\nM.\n\n## a: A\n\n### b\nP.\n", to: "one/es.md")
    try folder.write("# Glossary\n\n## key: key\nA.\n\n## value: value\nB.\n", to: "glossary/en.md")
    try folder.write("# Glosario\n\n## key: clave\nA.\n\n## valor: valor\nB.\n", to: "glossary/es.md")
    let (course, complaints) = try CourseReader.read(.directory(folder.path))
    #expect(course == nil)
    #expect(
      complaints.map { $0.description.replacing("\(folder.path)/", with: "") } == [
        "es.md:1:1: the misconception M2 has no words", "glossary/es.md:1:1: the term value has no words",
        "glossary/es.md:6:4: the English glossary has no term valor; did you mean value?",
      ])
  }

  @Test func `words that are not there are missed, English most`() throws {
    let folder = try course(english: nil)
    try folder.write("# Glosario\n\n## key: clave\nA.\n", to: "glossary/es.md")
    let complaints = try CourseReader.read(.directory(folder.path)).complaints
    #expect(
      complaints.map { $0.description.replacing("\(folder.path)/", with: "") } == [
        "en.md:1:1: there is no such file: the course has no words",
        "glossary/en.md:1:1: there is no such file: the glossary has no words",
      ])
    #expect(complaints.map(\.severity) == [.stops, .stops])
  }

  @Test(arguments: [
    ("M1, m2", "3:22: a misconception is called M and a number, such as M3, not m2"),
    ("M1, M1", "3:22: the course has the misconception M1 already"),
  ])
  func `misconceptions have ids`(_ list: String, _ complaint: String) throws {
    let text = "format: 1\nlessons: a\nmisconceptions: [\(list)]\n"
    #expect(text.complaints { CourseOutline($0).faults } == [complaint])
  }

  /// A course of one small lesson with two misconceptions, and with words in English.
  private func course(english: String?) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("format: 1\nlessons: one\nmisconceptions: [M1, M2]\n", to: "course.yaml")
    try folder.write("format: 1\nworksheet: {Q: 1}\nstages: {a: {steps: {b: }}}\n", to: "one/lesson.yaml")
    try folder.write("# L\nG.\n\n## a: A\n\n### b\nW.\n", to: "one/en.md")
    try folder.write(CourseFiles.embedded.read("strings/en.yaml"), to: "strings/en.yaml")
    if let english { try folder.write(english, to: "en.md") }
    return folder
  }
}

private let badEntries = [
  BadFile("# T\n\n## M1: A\nW.\n", "1:1: the misconception M2 has no words"),
  BadFile("# T\n\n## M1: A\nW.\n\n## M2: B\n", "6:4: M2 has no words"),
  BadFile("# T\n\n## M1: A\nW.\n\n## M2: B\nW.\n\nMore.\n", "9:1: an entry is one paragraph of words"),
  BadFile(
    "# T\n\n## M1: A\nW.\n\n## M2: B\nW.\n\n## M3: C\nW.\n",
    "9:4: course.yaml has no misconception M3; did you mean M1?"),
  BadFile("# T\n\n## M1: A\nW.\n\n## M2: B\nW.\n\n## M1: C\nW.\n", "9:4: M1 has a heading already"),
  BadFile(
    "## M1: A\nIs 0.5.\n\n## M2\nW {Q}.\n",
    "1:1: the words begin with their title: # …",
    "2:4: a number in the words is a live value: {…}, or `…` if it is only a name",
    "4:4: an entry has a title: ## M2: …",
    "5:4: a live value belongs to a step of a lesson; here is no worksheet"),
  BadFile(
    "Words.\n# *T*\n# T\n### x\n\n## M1: A\n> W.\nW.\n\n## M2: B\n- W.\nW.\n",
    "1:1: words stand under an entry: ## …", "2:3: a title is plain words, without marks",
    "3:1: a heading here is # for the title, once, or ## for an entry",
    "4:1: a heading here is # for the title, once, or ## for an entry",
    "7:1: an entry is one paragraph of words", "11:1: an entry is one paragraph of words"),
]
