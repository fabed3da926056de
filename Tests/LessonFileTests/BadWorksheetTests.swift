import Testing

@testable import LessonFile

/// What is said of worksheets that do not hold.
struct BadWorksheetTests {
  @Test(arguments: badInputs)
  func `an input that cannot be read is complained about where it stands`(_ file: BadFile) {
    #expect(file.text.lessonComplaints == file.complaints)
  }

  @Test(arguments: badFormulas)
  func `a formula that does not fit is complained about where it goes wrong`(_ file: BadFile) {
    #expect(file.text.lessonComplaints == file.complaints)
  }
}

private let badInputs = [
  BadFile(inputs("Q: {roel: query, cells: 1}"), "5:7: an input has no key roel; did you mean role?"),
  BadFile(inputs("Q: {role: quary, cells: 1}"), "5:13: there is no role called quary; did you mean query?"),
  BadFile(
    inputs("K: {role: key, rows: token, cells: [[0.54, 0.36], [0.10, 0.70]]}"),
    "5:24: there is no axis called token; did you mean tokens?"),
  BadFile(
    inputs("K: {role: key, rows: tokens, cells: [[0.54, .36], [0.10, 0.70]]}"),
    "5:47: .36 is not a number: write 0.36"),
  BadFile(
    inputs("K: {role: key, rows: tokens, cells: [[0.54, 0.36], [0.10, 0.70, 1.00]]}"),
    "5:54: row 2 of K has 3 numbers, row 1 has 2"),
  BadFile(
    inputs("K: {role: key, rows: tokens, cells: [[0,54, 0,36, 0,74], [0.10, 0.70, 1.00]]}"),
    "5:60: row 2 of K has 3 numbers, row 1 has 6: in [0,54, 0,36] every comma separates; write 0.54"),
  BadFile(
    inputs("Q: {cells: [[0,22, 0,64, 0,73]]}"),
    "5:15: row 1 of Q has 6 numbers: in [0,22, 0,64] every comma separates; write 0.22"),
  BadFile(
    inputs("K: {rows: tokens, cells: [[1, 2], [3, 4], [5, 6]]}"), "5:28: K has 3 rows, but 2 names for them"),
  BadFile(
    inputs("K: {columns: tokens, cells: [[1, 2, 3]]}"),
    "5:32: row 1 of K has 3 numbers, but its columns have 2 names"),
  BadFile(inputs("K: {rows: [a, a], cells: [[1], [2]]}"), "5:17: a is on this axis twice"),
  BadFile(inputs("K: {rows: tokens}"), "5:6: K has neither a formula nor cells"),
  BadFile(inputs("K:"), "5:5: K has neither a formula nor cells"),
  BadFile(inputs("K: [[1, 2]]"), "5:6: the cells of K stand in a map: {cells: [[…]]}"),
  BadFile(inputs("K: {cells: []}"), "5:14: K has no cells"),
  BadFile(inputs("K: {cells: [[]]}"), "5:14: K has no cells"),
  BadFile(inputs("K: {cells: [[1, 2], 3]}"), "5:23: row 2 of K has 1 number, row 1 has 2"),
  BadFile(inputs("K: {cells: [[1, [2]]]}"), "5:19: expected a number, this is a list"),
  BadFile(inputs("K: {cells: '0.5'}"), "5:14: a number stands without quotes: 0.5"),
  BadFile(
    inputs("K: {cells: [[.nan, .inf, 1e999]]}"), "5:16: .nan is not a number", "5:22: .inf is not a number",
    "5:28: 1e999 is not a number"),
  BadFile(
    inputs("K: {cells: [[12:30:45, 0o17, 0x1F, 1_000]]}"), "5:16: 12:30:45 is not a number",
    "5:26: 0o17 is not a number", "5:32: 0x1F is not a number", "5:38: 1_000 is not a number"),
  BadFile(
    inputs("K: {cells: [[+1, 5., -.5, yes, ~]]}"), "5:16: +1 is not a number: write 1",
    "5:20: 5. is not a number: write 5", "5:24: -.5 is not a number: write -0.5", "5:29: yes is not a number",
    "5:34: ~ is not a number"),
  BadFile(
    inputs("K: {cells: 2000000, range: [0, 3]}"), "5:14: 2000000 is too large: numbers go up to 1000000"),
  BadFile(inputs("K: {cells: 12}"), "5:14: 12 is outside the range of K, -9.99 to 9.99"),
  BadFile(
    inputs("K: {cells: 1, range: [2, 1]}"), "5:24: a range goes from the smaller number to the larger one"),
  BadFile(inputs("K: {cells: 1, range: 5}"), "5:24: a range is two numbers: [0.05, 100]"),
  BadFile(
    inputs("K: {cells: 1, step: 0, digits: 9, fixed: yes}"), "5:23: a step is more than 0",
    "5:34: digits is a whole number from 0 to 7, not 9", "5:44: fixed is true or false"),
  BadFile(inputs("M: {role: mask, cells: [[1, 0.5]]}"), "5:31: the cells of a mask are 0 or 1, not 0.5"),
  BadFile(inputs("T: {cells: .5}"), "5:14: .5 is not a number: write 0.5"),
]

private let badFormulas = [
  BadFile(
    formulas("S: Q · K"), "7:8: Q · K does not fit: 1×3 · 2×3, 3 columns against 2 rows; did you mean Q · Kᵀ?"
  ),
  BadFile(formulas("S: Q · Kᵀ · L"), "7:15: nothing above is called L"),
  BadFile(formulas("A: softmx(Q)"), "7:6: there is no operation called softmx; did you mean softmax?"),
  BadFile(formulas("A: softmax(Q, K)"), "7:6: softmax takes 1 argument, here it has 2"),
  BadFile(formulas("A: softmax(Q"), "7:15: expected ) after the arguments of softmax"),
  BadFile(
    formulas("A: softmax(O)\nO: Q"), "7:14: O is defined below, on line 8; a formula uses only names above it"
  ),
  BadFile(formulas("A: A"), "7:6: A is used in its own formula; a formula uses only names above it"),
  BadFile(
    formulas("B: K + Kᵀ"),
    "7:8: K + Kᵀ does not fit: 2×3 against 3×2; cell by cell needs equal shapes, the matrix product is ·"),
  BadFile(
    "format: 1\nworksheet:\n  Q: 1\n  A: Q\n  A: Q\nstages: {a: {steps: {b: }}}\n", "5:3: A is written twice"),
  BadFile(formulas("softmax: 1"), "7:3: softmax is an operation; a matrix needs another name"),
  BadFile(formulas("1Q: 1"), "7:3: 1Q cannot name a matrix: a name is a letter, then letters, digits and _"),
  BadFile(
    formulas("M: {role: mask, cells: [[1, 0]]}\nP: mask(Q · Kᵀ, M)\nB: P + 1"),
    "9:6: P may hold closed cells (it comes from mask); they can only go into softmax"),
  BadFile(
    formulas("E: {cells: [[1, 2]], columns: [noun, verb]}\nF: {cells: [[1], [2]], rows: tokens}\nG: E · F"),
    "9:8: the columns of E (noun, verb) do not meet the rows of F (dog, quickly)"),
  BadFile(
    formulas("A: {formula: softmax(Q), digts: 3}"), "7:28: a formula has no key digts; did you mean digits?"),
  BadFile(formulas("A: {formula: softmax(Q), digits: 3, role: wait}"), "7:45: there is no role called wait"),
  BadFile(formulas("A: {formula: [softmax]}"), "7:16: a formula is text, this is a list"),
  BadFile(formulas("A: 'softmx(Q)'"), "7:7: there is no operation called softmx; did you mean softmax?"),
  BadFile(formulas("A: .5 * Q"), "7:6: .5 is not a number: write 0.5"),
  BadFile(formulas("A: 1 / (Q - Q)"), "7:6: A[quickly,1] has no value at the start: division by 0"),
  BadFile(formulas("A: K[cat]"), "7:8: K has no row cat: its rows are dog, quickly"),
  BadFile(
    formulas("X: Q · K\nY: X + 1"),
    "7:8: Q · K does not fit: 1×3 · 2×3, 3 columns against 2 rows; did you mean Q · Kᵀ?"),
]

/// Lines of a worksheet, the first of which is line 5.
private func inputs(_ lines: String) -> String { lesson(worksheet: lines) }

/// Lines of a worksheet below Q on line 5 and K on line 6.
private func formulas(_ lines: String) -> String {
  lesson(
    worksheet: """
      Q: {role: query, rows: [quickly], cells: [[0.22, 0.64, 0.73]]}
      K: {role: key, rows: tokens, cells: [[0.54, 0.36, 0.74], [0.10, 0.70, 1.00]]}
      \(lines)
      """)
}

private func lesson(worksheet: String) -> String {
  let lines = worksheet.split(separator: "\n").map { "  \($0)\n" }.joined()
  return "format: 1\naxes:\n  tokens: [dog, quickly]\nworksheet:\n\(lines)stages: {a: {steps: {b: }}}\n"
}
