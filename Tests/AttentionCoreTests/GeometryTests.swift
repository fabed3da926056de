import Testing

@testable import AttentionCore

/// Arrows and hulls against `GeometryFigures`.
@Suite struct GeometryTests {
  private func lines(_ text: String) -> [[Double]] {
    text.split(separator: "\n").map { line in line.split(separator: " ").compactMap { Double($0) } }
  }

  @Test func `lengths, cosines and angles agree with NumPy`() {
    let lines = lines(GeometryFigures.arrows)
    #expect(lines.count == 180)
    for index in stride(from: 0, to: lines.count, by: 3) {
      let figures = lines[index + 2]
      let arrow = Arrow(lines[index], against: lines[index + 1])
      #expect(abs(arrow.length - figures[0]) <= 1e-14 * figures[0])
      #expect(abs((arrow.cosine ?? .nan) - figures[1]) <= 1e-14)
      #expect(abs((arrow.degrees ?? .nan) - figures[2]) <= 1e-12)
    }
  }

  /// An arc cosine would be 1e-6 degrees off here.
  @Test func `arrows that point almost the same way, or almost opposite, have an exact angle`() {
    let lines = lines(GeometryFigures.narrow)
    #expect(lines.count == 48)
    for index in stride(from: 0, to: lines.count, by: 3) {
      let degrees = Arrow(lines[index], against: lines[index + 1]).degrees ?? .nan
      #expect(abs(degrees - lines[index + 2][0]) <= 1e-13, "\(lines[index]) \(lines[index + 1])")
    }
  }

  @Test func `a vector of zeros has no direction`() {
    for (first, second) in [([0, 0, 0], [1, 2, 3]), ([1, 2, 3], [0, 0, 0]), ([0, 0], [0, 0])]
      as [([Double], [Double])]
    {
      let arrow = Arrow(first, against: second)
      #expect(arrow.cosine == nil && arrow.degrees == nil)
    }
    #expect(Arrow([0, 0], against: [1, 1]).length == 0)
  }

  @Test func `squares that would overflow or vanish do no harm`() {
    for scale in [1e-300, 1, 1e300] {
      let arrow = Arrow([3 * scale, 4 * scale], against: [scale, 0])
      #expect(abs(arrow.length / scale - 5) < 1e-12)
      #expect(abs((arrow.cosine ?? .nan) - 0.6) < 1e-15)
    }
  }

  @Test func `the corners of hulls agree with SciPy`() {
    let lines = lines(GeometryFigures.hulls)
    #expect(lines.count == 36)
    for index in stride(from: 0, to: lines.count, by: 2) {
      let numbers = lines[index]
      let points = stride(from: 0, to: numbers.count, by: 2).map { (x: numbers[$0], y: numbers[$0 + 1]) }
      let corners = hull(of: points)
      let expected = lines[index + 1].map { Int($0) }
      // Both go round counterclockwise, but may begin elsewhere.
      let start = corners.first.flatMap(expected.firstIndex) ?? 0
      #expect(corners == Array(expected[start...] + expected[..<start]))
    }
  }

  @Test(arguments: [
    ([], []), ([1, 2], [0]), ([1, 2, 1, 2], [0]), ([0, 0, 2, 2], [0, 1]),
    // On one line, and a point on an edge.
    ([0, 0, 2, 2, 1, 1], [0, 1]), ([0, 0, 2, 0, 1, 0, 0, 2], [0, 1, 3]),
  ])
  func `points that are equal or on one line are no corners`(_ numbers: [Double], _ corners: [Int]) {
    let points = stride(from: 0, to: numbers.count, by: 2).map { (x: numbers[$0], y: numbers[$0 + 1]) }
    #expect(hull(of: points) == corners)
  }

  // MARK: The row of a product

  @Test func `a row of scores is a query and its keys`() throws {
    let worksheet = try Worksheet([
      input("Q", [[1, 2], [3, 4]]), input("K", [[5, 6], [7, 8], [9, 1]]), formula("S", "Q · Kᵀ"),
    ])
    let row = try #require(worksheet.productRow("S", row: 1))
    #expect(row.left.map(\.cell.number) == [3, 4])
    #expect(row.columns.map { $0.map(\.cell.number) } == [[5, 6], [7, 8], [9, 1]])
    #expect(!row.isMixture)
  }

  @Test func `a row of an output is weights and values`() throws {
    let worksheet = try Worksheet([
      input("S", [[1, 2, 0]]), input("V", [[5, 6], [7, 8], [9, 1]]), formula("A", "softmax(S)"),
      formula("O", "A · V"), formula("half", "A / 2 · V"), formula("pull", "(2 * A - 1 / 3) · V"),
    ])
    let row = try #require(worksheet.productRow("O", row: 0))
    #expect(row.rows.map { $0.map(\.cell.number) } == [[5, 6], [7, 8], [9, 1]])
    #expect(row.isMixture)
    #expect(worksheet.productRow("half", row: 0)?.isMixture == false)
    #expect(worksheet.productRow("pull", row: 0)?.isMixture == false)
  }

  @Test func `what is no product has no such row`() throws {
    var worksheet = try Worksheet([
      input("Q", [[1, 2]]), input("K", [[5, 6], [7, 8]]), formula("S", "Q · Kᵀ"), formula("Z", "S / 2"),
    ])
    #expect(worksheet.productRow("Z", row: 0) == nil)
    #expect(worksheet.productRow("Q", row: 0) == nil)
    #expect(worksheet.productRow("S", row: 1) == nil)
    #expect(worksheet.productRow("T", row: 0) == nil)
    // A number typed over a score is made of nothing.
    try worksheet.apply(Edit(parsing: "S[1,2] = 3"))
    #expect(worksheet.productRow("S", row: 0) == nil)
  }

  @Test func `products put side by side are no row of one product`() throws {
    let worksheet = try Worksheet([
      input("P", [[1, 2]]), input("Q", [[3, 4]]), input("K", [[5, 6], [7, 8]]),
      formula("both", "concat(P · Kᵀ, Q · Kᵀ)"),
    ])
    #expect(worksheet.productRow("both", row: 0) == nil)
  }
}
