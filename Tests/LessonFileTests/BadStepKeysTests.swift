import Testing

@testable import LessonFile

/// What is said of questions, challenges and changes that cannot be used.
struct BadStepKeysTests {
  @Test(arguments: badChanges + badQuestions + badChallenges)
  func `a key is complained about where it goes wrong`(_ file: BadFile) {
    #expect(file.text.lessonComplaints == file.complaints)
  }

  @Test func `a choice may show only misconceptions of the course, where there is one`() throws {
    let source = try SourceText(Array(step("choices: {x: right, y: M3}").utf8))
    #expect(LessonReader.read(source, id: "a", misconceptions: nil).faults == [])
    #expect(LessonReader.read(source, id: "a", misconceptions: ["M1", "M3"]).faults == [])
    #expect(
      LessonReader.read(source, id: "a", misconceptions: ["M1"]).faults == [
        Fault(place: Place(line: 11, column: 42), sentence: "course.yaml lists no misconception M3")
      ])
  }
}

private let needsProduct =
  "angles shows one row of a product, a query with its keys, such as S[dog] where S is Q · Kᵀ"
private let needsMixture = "between shows one row of weights · values, such as O[dog] where O is A · V"

private let badChanges = [
  BadFile(step("edit: B"), "11:25: nothing is called B"),
  BadFile(step(#"edit: "K[cat]""#), "11:28: K has no row cat: its rows are dog, quickly"),
  BadFile(step("edit: [[Q]]"), "11:26: expected what may be changed, such as K[dog], this is a list"),
  BadFile(step("edit: A = softmx(S)"), "11:29: there is no operation called softmx; did you mean softmax?"),
  BadFile(step("edit: A = B"), "11:29: nothing above is called B"),
  BadFile(step("try: Q"), "11:25: expected = after Q"),
  BadFile(step("try: {Q: 1}"), "11:24: expected an edit, such as K[dog,3] = 3.10, this is a map"),
  BadFile(step(#"try: "K[dog] = K""#), "11:34: K[dog] is 1×3, the right side is 2×3"),
  BadFile(step("try: S = K"), "11:28: S is 1×2, the right side is 2×3"),
  BadFile(
    step(#"start: "A = mask(S, S)""#),
    "11:31: O would not fit any more: A may hold closed cells"
      + " (it comes from mask); they can only go into softmax"),
  BadFile(
    step("try: [" + Array(repeating: "Q = 1", count: 65).joined(separator: ", ") + "]"),
    "11:24: the list has 65 items; there can be at most 64"),
  BadFile(
    step("try: A = mask(S, S)"), "11:34: expected ) after the arguments of mask",
    "11:36: a formula with a comma inside { } stands in quotes"),
  BadFile(step("strip: B"), "11:26: nothing is called B"),
  BadFile(step("show: S, as: ranking"), "11:32: b shows no weights that could be put in order"),
  BadFile(step("show: S, as: history"), "11:32: history shows cells, one line for each"),
  // A matrix with several rows, a cell, two rows, an input, what is no product.
  BadFile(step("show: K, as: angles"), "11:32: \(needsProduct)"),
  BadFile(step(#"show: "S[quickly,dog]", as: angles"#), "11:47: \(needsProduct)"),
  BadFile(step("show: [S, O], as: angles"), "11:37: \(needsProduct)"),
  BadFile(step("show: Q, as: angles"), "11:32: \(needsProduct)"),
  BadFile(step("show: A, as: angles"), "11:32: \(needsProduct)"),
  BadFile(step("as: angles"), "11:23: \(needsProduct)"),
  BadFile(step("show: K, as: between"), "11:32: \(needsMixture)"),
  // A product whose left side is a query, not weights.
  BadFile(step("show: S, as: between"), "11:32: \(needsMixture)"),
  BadFile(step("show: [O, A], as: between"), "11:37: \(needsMixture)"),
  BadFile(
    "format: 1\nworksheet:\n  n: {cells: 3, fixed: true}\nstages:\n  a: {edit: n, steps: {b: }}\n",
    "5:13: n is fixed: it can never be changed"),
]

private let badQuestions = [
  BadFile(step("choices: {x: wrong, y: M3}"), "11:28: b has no right choice; exactly one must be right"),
  BadFile(step("choices: {x: right, y: right}"), "11:28: b has 2 right choices; exactly one must be right"),
  BadFile(step("choices: {x: right}"), "11:28: b has one choice; a question has two or more"),
  BadFile(
    step("choices: {x: rigth, y: m3}"),
    "11:32: a choice is right, wrong or a misconception such as M3, not rigth; did you mean right?",
    "11:42: a choice is right, wrong or a misconception such as M3, not m3"),
  BadFile(
    step("choices: [x, y]"),
    "11:28: choices is a map from ids to right, wrong or a misconception, this is a list"),
  BadFile(
    step("choices: {X: right, tip: wrong}"),
    "11:29: an id is made of a to z, digits and -, at most 64 of them, not X",
    "11:39: a choice cannot be called tip: every step may say > tip:"),
  BadFile(
    step("choices: {x: right, y: wrong}, answer: 5"),
    "11:50: b has choices and an answer; a question has one of them"),
  BadFile(step("proof: S > 1"), "11:19: b has a proof, but neither choices nor an answer"),
  BadFile(step("answer: S"), "11:27: an answer is one number; S is 1×2"),
  BadFile(step("answer: "), "11:27: expected an answer, such as S[quickly,dog] ± 0.005, this is nothing"),
  BadFile(step("answer: 5 ± x"), "11:31: expected a number after ±, found x"),
  BadFile(
    step("choices: {x: right, y: wrong}, proof: Q > S"), "11:59: Q > S does not fit: 1×3 against 1×2"),
]

private let badChallenges = [
  BadFile(step("goal: {x: S > 1}"), "11:19: b has a goal, but no solution"),
  BadFile(
    step("limit: cell, solution: Q = 1, wrong: Q = 0"), "11:19: b has the key limit, but no goal",
    "11:32: b has the key solution, but no goal", "11:49: b has the key wrong, but no goal"),
  BadFile(
    step("goal: S > 1, solution: Q = 1"), "11:25: goal is a map from ids to comparisons, this is text"),
  BadFile(
    step("goal: {reveal: S > 1}, solution: Q = 1"),
    "11:26: a goal cannot be called reveal: every step may say > reveal:"),
  BadFile(step("goal: {x: S}, solution: Q = 1"), "11:30: expected =, <, >, <= or >=, found the end"),
  BadFile(
    step("goal: {x: S > 1}, solution: Q = 1, limit: cel"),
    "11:61: a limit is cell or row, not cel; did you mean cell?"),
  BadFile(
    step("goal: {x: S > 1}, solution: Q = 1, choices: {y: right, z: wrong}"),
    "11:19: b is a question and a challenge; a step is one of them"),
]

/// A lesson whose only step says this; it begins at line 11, column 19.
private func step(_ keys: String) -> String { stages("a: {steps: {b: {\(keys)}}}") }
