import Testing
import Tutorial

@testable import LessonFile

/// A lesson of one stage, `dot-product`, with the steps `dog-sum` and `last`.
let twoSteps = """
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
    dot-product:
      steps:
        dog-sum: {show: "S[quickly,dog]", reveal: 3}
        last: {show: [Q, K]}

  """

/// The lesson of a text that has nothing wrong in it.
func lesson(_ text: String) throws -> Lesson {
  try #require(LessonReader.read(SourceText(Array(text.utf8)), id: "lesson").reading?.lesson)
}

/// Words for a lesson of two steps, and all that is said of them.
func words(_ text: String) throws -> WordsReading {
  try WordsReader.read(SourceText(Array(text.utf8)), for: lesson(twoSteps))
}
