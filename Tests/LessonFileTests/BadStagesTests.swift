import Testing

@testable import LessonFile

/// What is said of stages and steps that cannot be shown.
struct BadStagesTests {
  @Test(arguments: badStages)
  func `a step that cannot be shown is complained about where it goes wrong`(_ file: BadFile) {
    #expect(file.text.lessonComplaints == file.complaints)
  }
}

private let badStages = [
  BadFile(
    "format: 1\nworksheet: {Q: 1}\nstages:\n", "3:8: stages is a map from ids to stages, this is nothing"),
  BadFile(stages("a:"), "11:3: the stage a has no steps"),
  BadFile(stages("a: {steps: }"), "11:3: the stage a has no steps"),
  BadFile(
    stages("A b: {steps: {c: }}"), "11:3: an id is made of a to z, digits and -, at most 64 of them, not A b"),
  BadFile(stages("a: {steps: {b: , b: }}"), "11:20: b is written twice"),
  BadFile(
    stages("a: {steps: {divide: }}\nb: {steps: {divide: }}"),
    "12:15: there are two steps called divide; the other is on line 11"),
  BadFile(stages("a: {steps: {b: {shw: K}}}"), "11:19: a step has no key shw; did you mean show?"),
  BadFile(
    stages("a: {steps: {b: {show: K, as: barz}}}"), "11:32: there is no view called barz; did you mean bars?"),
  BadFile(
    stages("a: {steps: {b: {show: K, as: compare}}}"), "11:32: compare shows two of one shape side by side"),
  BadFile(
    stages("a: {steps: {b: {show: [K, Q], as: compare}}}"),
    "11:37: compare shows two of one shape side by side"),
  BadFile(
    stages("a: {steps: {b: {show: S[quickly,dog], reveal: 1}}}"),
    #"11:26: a formula with [ ] inside { } stands in quotes: "S[quickly,dog]""#),
  BadFile(
    stages("a: {steps: {b: {show: [A[quickly], O]}}}"),
    #"11:27: a formula with [ ] inside [ ] stands in quotes: "A[quickly]""#),
  BadFile(
    stages(#"a: {steps: {b: {show: "S[quickly,cat]"}}}"#),
    "11:36: S has no column cat: its columns are dog, quickly"),
  BadFile(
    stages(#"a: {steps: {b: {show: "S[quickli]"}}}"#), "11:28: S has no row quickli; did you mean quickly?"),
  BadFile(stages("a: {steps: {b: {show: M}}}"), "11:25: nothing is called M"),
  BadFile(
    stages(#"a: {steps: {b: {show: "A[*,dog]"}}}"#),
    "11:25: A[*,dog] is neither a matrix nor a row nor a cell"),
  BadFile(
    stages(#"a: {steps: {b: {show: "K[dog..quickly]"}}}"#),
    "11:25: K[dog..quickly] is neither a matrix nor a row nor a cell"),
  BadFile(stages("a: {steps: {b: {show: Q · K}}}"), "11:27: expected an operation or the end, found ·"),
  BadFile(
    stages("a: {steps: {b: {show: K, reveal: 0}}}"), "11:36: reveal is a whole number from 1 to 999, not 0"),
  BadFile(
    stages("a: {steps: {b: {reveal: 1}}}"), "11:27: b reveals parts of an explanation, but shows nothing"),
  BadFile(stages("a: {steps: [b, c]}"), "11:14: steps is a map from ids to steps, this is a list"),
  BadFile(stages("a: {steps: {}}"), "11:3: the stage a has no steps"),
  BadFile(stages("a: [b]"), "11:6: a stage is a map of keys and values, this is a list"),
  BadFile(stages("a: {steps: {b: show}}"), "11:18: a step is a map of keys and values, this is text"),
  BadFile(
    stages("a: {steps: {b: {show: {x: y}}}}"), "11:25: expected a matrix, a row or a cell, this is a map"),
  BadFile(
    "format: 1\nworksheet: {Q: 1}\nstrip: [Q, A]\nstages: {a: {steps: {b: }}}\n", "3:12: nothing is called A"),
  BadFile(
    "format: 1\nworksheet: {Q: 1}\nstrip: [Q, Q, Q]\nstages: {a: {steps: {b: }}}\n",
    "3:8: the strip shows weights and, if there are any, an output; here it has 3"),
]

/// Lines of `stages` below a worksheet of Q, K, S, A and O; the first of them is line 11.
func stages(_ lines: String) -> String {
  let stages = lines.split(separator: "\n").map { "  \($0)\n" }.joined()
  return """
    format: 1
    axes:
      tokens: [dog, quickly]
    worksheet:
      Q: {role: query, rows: [quickly], cells: [[0.22, 0.64, 0.73]]}
      K: {role: key, rows: tokens, cells: [[0.54, 0.36, 0.74], [0.10, 0.70, 1.00]]}
      S: Q · Kᵀ
      A: softmax(S)
      O: A · K
    stages:
    \(stages)
    """
}
