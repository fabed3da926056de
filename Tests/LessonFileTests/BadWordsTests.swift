import Testing

@testable import LessonFile

/// What is said of words that cannot be shown, or that do not belong to their lesson.
struct BadWordsTests {
  @Test(arguments: badParagraphs)
  func `a paragraph is complained about where it goes wrong`(_ file: BadFile) throws {
    let lesson = try lesson(twoSteps)
    #expect(file.text.complaints { WordsReader.read($0, for: lesson).faults } == file.complaints)
  }

  @Test(arguments: badHeadings)
  func `headings are held against the lesson`(_ file: BadFile) throws {
    let lesson = try lesson(twoSteps)
    #expect(file.text.complaints { WordsReader.read($0, for: lesson).faults } == file.complaints)
  }

  @Test func `only missing words leave the lesson usable`() throws {
    let faults = try words("# T\nG.\n\n## dot-product: D\n\n### dog-sum\nWords.\n").faults
    #expect(faults == [Fault(place: .start, sentence: "step last has no words", severity: .reports)])
  }
}

private let badParagraphs = [
  BadFile(paragraph("The score is 0.89 now."), "7:14: \(liveValue)"),
  BadFile(paragraph("Son 0,42 y 12.5."), "7:5: \(liveValue)"),
  BadFile(paragraph("Version 10.2*.*"), "7:9: \(liveValue)"),
  BadFile(paragraph("A **strong word"), "7:3: ** is not closed"),
  BadFile(paragraph("An *odd word\nover two lines"), "7:4: * is not closed"),
  BadFile(paragraph("Two * three"), #"7:5: * marks nothing; write \* for the sign"#),
  BadFile(
    paragraph("**a *b* c**"), "7:5: * inside **: a word has one mark at a time",
    "7:7: * inside **: a word has one mark at a time"),
  BadFile(paragraph("Code `A[dog"), "7:6: ` is not closed"),
  BadFile(paragraph("Value {A[quickly"), #"7:7: { is not closed; write \{ for the sign"#),
  BadFile(paragraph("{A[quickly,cat]}"), "7:12: A has no column cat: its columns are dog, quickly"),
  BadFile(paragraph("{softmx(A)}"), "7:2: there is no operation called softmx; did you mean softmax?"),
  BadFile(paragraph("é {B}"), "7:4: nothing is called B"),
  BadFile(paragraph("{K}"), "7:2: a live value is a number or a row; K is 2×3"),
  BadFile(
    paragraph("{Q · K}"), "7:4: Q · K does not fit: 1×3 · 2×3, 3 columns against 2 rows; did you mean Q · Kᵀ?"
  ),
  BadFile(paragraph("{}"), "7:2: expected a matrix, a number or an operation, found the end"),
  BadFile(paragraph("{Q:9}"), "7:4: the decimals of a live value are a digit from 0 to 7"),
  BadFile(paragraph("{Q:}"), "7:4: the decimals of a live value are a digit from 0 to 7"),
  BadFile(paragraph("[here](http://example.org)"), "7:6: links and pictures are not used in lessons"),
  BadFile(paragraph("<b>bold</b>"), "7:1: HTML is not used in lessons"),
  BadFile(paragraph("Words.\n| a | b |"), "8:1: tables are not used in lessons"),
  BadFile(
    paragraph(String(repeating: "a", count: 2001)),
    "7:1: a line of words has at most 2000 characters, this one has 2001"),
  BadFile(paragraph("Right\u{202E}left"), "7:6: U+202E cannot be seen on a screen: take it out"),
  BadFile(paragraph("Red \u{1B}[31m"), "7:5: U+001B cannot be seen on a screen: take it out"),
  BadFile(
    paragraph("¬øC√≥mo?"), "7:1: ¬øC√≥mo? is ¿Cómo? in UTF-8, read as another encoding: save the file anew"),
]

private let badHeadings = [
  BadFile(
    "## dot-product: D\n### dog-sum\nW.\n### last\nW.\n",
    "1:1: after the title stands the goal of the lesson, in one line",
    "1:1: the words begin with the title of the lesson: # …"),
  BadFile(
    "", "1:1: after the title stands the goal of the lesson, in one line",
    "1:1: stage dot-product has no title",
    "1:1: step dog-sum has no words", "1:1: step last has no words",
    "1:1: the words begin with the title of the lesson: # …"),
  BadFile(
    "# T\nG.\n\n## dot-product: D\n### dog-some\nW.\n### last\nW.\n",
    "1:1: step dog-sum has no words", "5:5: lesson.yaml has no step dog-some; did you mean dog-sum?"),
  BadFile(
    "# T\nG.\n\n## dot-produkt: D\n### dog-sum\nW.\n### last\nW.\n",
    "1:1: stage dot-product has no title",
    "4:4: lesson.yaml has no stage dot-produkt; did you mean dot-product?",
    "5:5: the step dog-sum belongs to the stage dot-product",
    "7:5: the step last belongs to the stage dot-product"),
  BadFile(
    "# T\nG.\n\n## dot-product\n### dog-sum\n### last\nW.\n",
    "4:4: a stage has a title: ## dot-product: …", "5:5: step dog-sum has no words"),
  BadFile(
    "# T\nG.\n\n## dot-product: D\n### dog-sum\nW.\n### last\nW.\n### last\nW.\n",
    "9:5: the step last has a heading already, on line 7"),
  BadFile(
    "# T\nG.\nMore.\n\n## dot-product: D\nWords.\n### dog-sum\nW.\n### last\nW.\n# T\n",
    "3:1: words stand under a step: ### …", "6:1: words stand under a step: ### …",
    "11:1: a lesson has one title"),
  BadFile(
    "# *T*\nG is 1.5.\n\n## dot-product: D {Q}\n### dog-sum: 0.5\nW.\n#### last\n###last\n",
    "1:1: step last has no words",
    "1:3: a title and the goal are plain words, without marks and values", "2:6: \(liveValue)",
    "4:17: a title and the goal are plain words, without marks and values", "5:14: \(liveValue)",
    "7:1: a heading is #, ## or ###, a blank and words", "8:1: a heading is #, ## or ###, a blank and words"),
]

private let liveValue = "a number in the words is a live value: {…}, or `…` if it is only a name"

/// Words in which a paragraph of `dog-sum` begins on line 7.
private func paragraph(_ text: String) -> String {
  "# Title\nGoal.\n\n## dot-product: Dot product\n\n### dog-sum\n\(text)\n\n### last\nWords.\n"
}
