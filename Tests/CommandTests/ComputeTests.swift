import Foundation
import Testing

@Suite struct ComputeTests {
  struct Case: Decodable {
    var edits: [String]
    var scores: [[Double]]
    var weights: [[Double]]
    var output: [[Double]]
  }

  struct Answer: Decodable {
    struct Matrix: Decodable {
      var rows: [String]
      var columns: [String]
      var cells: [[Double?]]
    }
    var lesson: String
    var matrices: [String: Matrix]
  }

  @Test func `after random edits every number is that of NumPy`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/edited.json")
    let cases = try JSONDecoder().decode([Case].self, from: Data(contentsOf: file))
    #expect(cases.count == 40)
    for example in cases {
      let run = try attend(
        ["compute", "two-tokens", "--format", "json"] + example.edits.flatMap { ["--set", $0] })
      let answer = try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8))
      for (name, expected) in [("S", example.scores), ("A", example.weights), ("O", example.output)] {
        let cells = try #require(answer.matrices[name]).cells
        for (row, numbers) in expected.enumerated() {
          for (column, number) in numbers.enumerated() {
            let computed = try #require(cells[row][column])
            #expect(abs(computed - number) <= 1e-12 * max(1, abs(number)), "\(name) after \(example.edits)")
          }
        }
      }
    }
  }

  @Test func `the JSON names every matrix, row and column`() throws {
    let run = try attend("compute", "two-tokens", "--format", "json")
    let answer = try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8))
    #expect(answer.lesson == "two-tokens")
    #expect(Set(answer.matrices.keys) == ["Q", "K", "V", "S", "A", "O"])
    #expect(answer.matrices["A"]?.rows == ["quickly"])
    #expect(answer.matrices["A"]?.columns == ["dog", "quickly"])
    #expect(answer.matrices["V"]?.columns == ["1", "2", "3"])
    #expect(run.status == 0)
  }

  @Test func `CSV has a line for each cell`() throws {
    let run = try attend("compute", "two-tokens", "--format", "csv", "--matrix", "K")
    #expect(
      run.output == """
        matrix,row,column,value
        K,dog,1,0.54
        K,dog,2,0.36
        K,dog,3,0.74
        K,quickly,1,0.1
        K,quickly,2,0.7
        K,quickly,3,1.0

        """)
  }

  @Test func `text is a table for each matrix`() throws {
    let run = try attend("compute", "two-tokens", "--matrix", "S", "--set", "Q = 0")
    #expect(run.output == "S        dog  quickly\nquickly  0.0      0.0\n")
  }

  /// What is wrong, and what is said of it.
  @Test(arguments: [
    (["compute", "two-tokens", "--set", "K[cat,3]=1"], "K has no row cat"),
    (["compute", "two-tokens", "--set", "K[dog,3]=30"], "from -9.99 to 9.99"),
    (["compute", "two-tokens", "--set", "K[dog,3]="], "--set"),
    (["compute", "two-tokens", "--set", "K[dog,3]=1e5"], "--set"),
    (["compute", "two-tokens", "--matrix", "X"], "there is no matrix “X”"),
    (["compute", "two-token"], "did you mean two-tokens?"),
    (["lst"], "there is no lesson and no command “lst”; did you mean the command list?"),
    (["lst", "--lang", "es"], "did you mean the command list?"), (["hlep"], "did you mean the command help?"),
    (["exprot", "two-tokens"], "there is no command “exprot”; did you mean export?"),
    (["twotokens"], "there is no lesson “twotokens”; did you mean two-tokens?"),
    // A lesson stands there, so no command is meant.
    (["compute", "lst"], "there is no lesson “lst”: there is two-tokens"),
    (["two-tokens", "bars"], "Unexpected argument 'bars'"),
    (["frame", "two-tokens:softmx"], "did you mean softmax?"),
    (["frame", "two-tokens", "--size", "80"], "--size"),
    (["frame", "two-tokens", "--keys", "Rihgt"], "did you mean Right?"),
    (["--lang", "fr"], "there is no language “fr”"),
    (["--theme", "pink"], "--theme"),
    (["compute", "two-tokens", "--set", "\u{1B}]0;x\u{7}"], "--set"),
  ])
  func `wrong usage is said, with status 64 and no raw control`(arguments: [String], sentence: String) throws
  {
    let run = try attend(arguments)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.error.contains(sentence), "\(run.error)")
    #expect(!run.error.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }
}
