import AttentionCore
import Tutorial

/// Which row of each matrix a sheet leaves to fill in: who has worked out one knows how the others come about.
struct AskedRows: Hashable {
  /// The row of each matrix that has several; a matrix that is not here is asked for whole.
  private let rows: [String: Int]

  /// All rows of all matrices.
  static let all = AskedRows(rows: [:])

  private init(rows: [String: Int]) { self.rows = rows }

  /// One row of each matrix: that of a token or, where it has none, the one that the lesson follows.
  ///
  /// - Parameter token: Nil: the row that the lesson follows, everywhere.
  init(of token: String?, in lesson: Lesson) {
    let worksheet = lesson.worksheet
    var rows: [String: Int] = [:]
    for name in worksheet.names {
      guard let axis = worksheet[name]?.shape.rows, axis.count > 1 else { continue }
      rows[name] = token.flatMap { axis.names?.firstIndex(of: $0) } ?? Self.followed(axis, by: lesson)
    }
    self.rows = rows
  }

  /// The row that most steps show by itself, of those that only explain; the last of several.
  ///
  /// Rows with the same names are rows of the same tokens, whatever the matrix.
  private static func followed(_ axis: Axis, by lesson: Lesson) -> Int {
    var counts = Array(repeating: 0, count: axis.count)
    for step in lesson.steps where step.question == nil && step.challenge == nil && step.start == nil {
      let shown = step.show.filter { lesson.worksheet[$0.name]?.shape.rows.names == axis.names }
      for row in Set(shown.compactMap(\.row)) where counts.indices.contains(row) { counts[row] += 1 }
    }
    return counts.lastIndex(of: counts.max() ?? 0) ?? 0
  }

  func contains(_ cell: CellAddress) -> Bool { rows[cell.name].map { $0 == cell.row } ?? true }

  /// Whether a formula reads rows of matrices, but none that is asked for: then what it gives is not asked for either.
  func omits(_ node: Formula.Node, in worksheet: Worksheet) -> Bool {
    let read = cells(of: node, in: worksheet)
    return !read.isEmpty && !read.contains { $0.map(contains) ?? true }
  }

  /// The first cells of the parts of computed matrices in a formula; nil for a matrix that is there whole.
  private func cells(of node: Formula.Node, in worksheet: Worksheet) -> [CellAddress?] {
    switch node.kind {
    case .number: return []
    case .name(let name): return worksheet.input(name) == nil && rows[name] != nil ? [nil] : []
    case .operation(_, let arguments): return arguments.flatMap { cells(of: $0, in: worksheet) }
    case .part(let whole, _, _):
      guard case .name(let name) = whole.kind, worksheet.input(name) == nil, rows[name] != nil,
        let target = try? Target(parsing: Formula(root: node).text),
        let region = try? worksheet.position(of: target), region.rows.count == 1
      else { return cells(of: whole, in: worksheet) }
      return [
        CellAddress(name: name, row: region.rows.lowerBound, column: region.columns.lowerBound)
      ]
    }
  }

  /// The tokens that rows of computed matrices are named after.
  static func tokens(of lesson: Lesson) -> [String] {
    var seen: Set<String> = []
    return lesson.worksheet.names.filter { lesson.worksheet.formula(of: $0) != nil }
      .compactMap { lesson.worksheet[$0]?.shape.rows }.filter { $0.count > 1 }
      .flatMap { $0.names ?? [] }.filter { seen.insert($0).inserted }
  }
}
