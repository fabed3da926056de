import Testing

@testable import AttentionCore

/// Random figures against `NumPyWitness`.
@Suite struct WitnessTests {
  private func lines(_ text: String) -> [[Double]] {
    text.split(separator: "\n").map { line in line.split(separator: " ").compactMap { Double($0) } }
  }

  @Test func `softmax agrees with NumPy to 4 units in the last place`() throws {
    let lines = lines(NumPyWitness.softmaxRows)
    #expect(lines.count == 400)
    for index in stride(from: 0, to: lines.count, by: 2) {
      let (scores, shares) = (lines[index], lines[index + 1])
      let worksheet = try Worksheet([input("S", [scores]), formula("A", "softmax(S)")])
      for (ours, theirs) in zip(numbers(worksheet["A"]), shares) {
        #expect(abs(ours - theirs) <= 4 * theirs.ulp, "softmax of \(scores)")
      }
    }
  }

  @Test func `attention agrees with NumPy to 1e-12`() throws {
    var lines = lines(NumPyWitness.attentions)[...]
    var count = 0
    while let size = lines.popFirst() {
      let (tokens, dimensions) = (Int(size[0]), Int(size[1]))
      func take() -> [[Double]] {
        defer { lines.removeFirst(tokens) }
        return Array(lines.prefix(tokens))
      }
      let worksheet = try Worksheet([
        input("Q", take()), input("K", take()), input("V", take()),
        formula("O", "softmax(Q · Kᵀ / √columns(K)) · V"),
      ])
      #expect(worksheet["O"]?.columnCount == dimensions)
      #expect(isNear(numbers(worksheet["O"]), take().flatMap(\.self)))
      count += 1
    }
    #expect(count == 20)
  }
}
