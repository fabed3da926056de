import Testing

@testable import LessonFile

/// What is said of files that are not the YAML of lessons.
struct BadYAMLTests {
  @Test(arguments: badYAML)
  func `YAML that lessons do not use is refused as it arrives`(_ file: BadFile) {
    #expect(file.text.lessonComplaints == file.complaints)
  }
}

private let badYAML = [
  BadFile("", "1:1: the file is empty"),
  BadFile("# nothing\n", "1:1: the file is empty"),
  BadFile("format: 1\n---\nformat: 1\n", "2:1: a second document begins here; a file holds one"),
  BadFile("a: &x 1\n", "1:4: anchors (&) are not used in lessons: write the value out"),
  BadFile("a: *x\n", "1:4: aliases (*) are not used in lessons: write the value out"),
  BadFile("a: !!python/name:os 1\n", "1:4: tags (!) are not used in lessons"),
  BadFile("a: !!binary aGk=\n", "1:4: tags (!) are not used in lessons"),
  BadFile("<<: {a: 1}\n", "1:1: merge keys (<<) are not used in lessons: write the keys out"),
  BadFile("? [1, 2]\n: 3\n", "1:3: a key is a word, this one is a list"),
  BadFile("? {a: b}\n: 3\n", "1:3: a key is a word, this one is a map"),
  BadFile("%YAML 1.1\n---\na: 1\n", "1:1: directives (%) are not used in lessons"),
  BadFile("a: |\n  text\n", "1:4: blocks of text (| and >) are not used in lessons: put the text in quotes"),
  BadFile("a:\n\tb: 1\n", "2:1: a tab: indent with blanks"),
  BadFile("a: [1, 2\n", "2:1: expected , or ] before the end of the line"),
  BadFile("a: {b: 1\n", "2:1: expected , or } before the end of the line"),
  BadFile("a: \"b\n", "2:1: the file ends inside a quoted text"),
  BadFile("a: b: c\n", "1:5: a second : in one value: put the value in quotes, or begin a new line"),
  BadFile("a: 1\n  b: 2\n", "2:4: a key in the middle of a value; is the line indented like its neighbours?"),
  BadFile("a: `b`\n", "1:4: a value that begins with ` stands in quotes"),
  BadFile("a: \"\\e]52;c;aGk=\\a\"\n", "1:4: U+001B cannot be seen on a screen: take it out"),
  BadFile("a: \"\\x9b2J\"\n", "1:4: U+009B cannot be seen on a screen: take it out"),
  BadFile("a: \"\\u202Eb\"\n", "1:4: U+202E cannot be seen on a screen: take it out"),
  BadFile("a: \"b\\tc\"\n", "1:4: U+0009 cannot be seen on a screen: take it out"),
  BadFile("a: b\u{200B}c\n", "1:5: U+200B cannot be seen on a screen: take it out"),
  BadFile("a: b\u{1B}c\n", "1:5: U+001B cannot be seen on a screen: take it out"),
  BadFile(
    "a: e\u{301}\u{301}\u{301}\u{301}\u{301}\n",
    "1:4: a letter with more than 4 marks on it, which no screen shows"),
  BadFile("a: C√≥mo\n", "1:4: C√≥mo is Cómo in UTF-8, read as another encoding: save the file anew"),
  BadFile("a: CÃ³mo\n", "1:4: CÃ³mo is Cómo in UTF-8, read as another encoding: save the file anew"),
]
