import Testing

@testable import AttentionCore

@Suite struct RippleTests {
  private func counts(_ ripple: Ripple, _ names: [String]) -> [Int] {
    names.map { ripple.changes(of: $0).count }
  }

  @Test func `one number of a key reaches one score and from there all weights`() throws {
    let start = try wholeSentence()
    var worksheet = start
    try worksheet.edit("K[dog,3] = 0.80")
    let ripple = worksheet.ripple(since: start)
    #expect(counts(ripple, ["Q", "K", "V", "S", "A", "heard", "O"]) == [0, 1, 0, 4, 16, 4, 12])
    #expect(ripple.changes.count == 37)
    #expect(ripple.changes(of: "S").map(\.address.column) == [1, 1, 1, 1])
  }

  static let edits: [(String, [Int])] = [
    ("X[dog,noun] = 0.90", [3, 3, 3, 7, 16, 12]),
    ("W_K[noun,1] = 0.53", [0, 3, 0, 12, 16, 12]),
    ("W_V[noun,1] = -0.03", [0, 0, 3, 0, 0, 4]),
  ]

  @Test(arguments: edits)
  func `an edit changes as many cells as in NumPy`(edit: String, expected: [Int]) throws {
    let start = try projections()
    var worksheet = start
    try worksheet.edit(edit)
    #expect(counts(worksheet.ripple(since: start), ["Q", "K", "V", "S", "A", "O"]) == expected)
  }

  @Test func `a change says what was and what is`() throws {
    let start = try twoTokens()
    var worksheet = start
    try worksheet.edit("K[dog,3] = 1.74")
    let ripple = worksheet.ripple(since: start)
    let address = CellAddress(name: "K", row: 0, column: 2)
    #expect(
      ripple.change(at: address) == CellChange(address: address, old: .number(0.74), new: .number(1.74)))
    #expect(ripple.change(at: CellAddress(name: "K", row: 0, column: 1)) == nil)
    #expect(ripple.change(at: CellAddress(name: "Q", row: 0, column: 0)) == nil)
    #expect(ripple.changes.map(\.address.name) == ["K", "S", "A", "A", "O", "O", "O"])
  }

  @Test func `no change is less than 1e-12`() throws {
    let start = try twoTokens()
    #expect(start.ripple(since: start).isEmpty)
    var worksheet = start
    try worksheet.edit("K[dog,3] = 0.7400000000001")
    #expect(worksheet.ripple(since: start).isEmpty)
    try worksheet.edit("K[dog,3] = 0.7400000001")
    #expect(!worksheet.ripple(since: start).isEmpty)
  }

  @Test func `a cell that loses its value has changed`() throws {
    let start = try Worksheet([input("x", [[1, 2]]), formula("y", "1 / x")])
    var worksheet = start
    try worksheet.edit("x[1,1] = 0")
    let change = worksheet.ripple(since: start).changes(of: "y").first
    #expect(change?.new == .missing(.divisionByZero))
  }
}
