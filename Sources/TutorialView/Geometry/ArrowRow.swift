import AttentionCore
import Frames
import Tutorial

/// A row of scores as the arrows that it is made of: a query, and the keys that it meets.
struct ArrowRow {
  /// An arrow, or what is known of it.
  struct Ray {
    /// `Q quickly`, `K dog`: in full, and the name alone.
    var label: Line
    var name: String
    /// nil while one of the numbers has no value, or is not reached.
    var numbers: [Double]?
    /// What it was before the last change; nil where that left it as it was.
    var old: [Double]?

    var length: Double? { numbers.map(Arrow.length) }
  }

  struct Key {
    var ray: Ray
    /// The score of the query with it.
    var score: CellAddress
    /// Against the query; nil where one of the two is not known, or the score is not reached.
    var arrow: Arrow?
    /// What it was before the last change of either.
    var old: Arrow?
  }

  var query: Ray
  var keys: [Key]

  /// How many numbers each arrow has.
  var dimensions: Int { query.numbers?.count ?? keys.first?.ray.numbers?.count ?? 0 }
}

extension ViewContext {
  /// The arrows behind a row of a product; nil where it is no product.
  func arrows(of name: String, row: Int) -> ArrowRow? {
    guard let product = worksheet.productRow(name, row: row) else { return nil }
    let query = ray(product.left, name: worksheet[name]?.shape.rows.name(of: row) ?? "")
    let keys = product.columns.enumerated().map { column, quantities in
      let score = CellAddress(name: name, row: row, column: column)
      var key = ArrowRow.Key(
        ray: ray(quantities, name: columnLabel(name, column: column)), score: score)
      guard tutor.isVisible(score), let numbers = key.ray.numbers, let asking = query.numbers else {
        return key
      }
      key.arrow = Arrow(numbers, against: asking)
      if key.ray.old != nil || query.old != nil {
        key.old = Arrow(key.ray.old ?? numbers, against: query.old ?? asking)
      }
      return key
    }
    return ArrowRow(query: query, keys: keys)
  }

  /// The arrow of a row or a column of factors.
  private func ray(_ quantities: [Quantity], name: String) -> ArrowRow.Ray {
    let known = numbers(quantities)
    let own = quantities.first.flatMap { namedCell(of: $0) }
    // A key is a row of K; where the right side is not turned it is a column, which has the name of its column.
    let isRow = own.map { cell in quantities.allSatisfy { namedCell(of: $0)?.row == cell.row } } ?? false
    let label = own.map { cell in
      isRow
        ? rowLabel(cell.name, row: cell.row)
        : [Span(cell.name, Style(role(of: cell.name), bold: true)), Span(" " + glyphs.render(name))]
    }
    return ArrowRow.Ray(
      label: label ?? [Span(glyphs.render(name), Style(.token))], name: glyphs.render(name),
      numbers: known?.new, old: known?.old)
  }

  /// Some factors as numbers, and as they were before the last change if that moved one of them.
  ///
  /// - Returns: nil where one of them has no value or is not reached.
  func numbers(_ quantities: [Quantity]) -> (new: [Double], old: [Double]?)? {
    var new: [Double] = []
    var old: [Double] = []
    var hasChanged = false
    for quantity in quantities {
      let cell = namedCell(of: quantity)
      guard let number = quantity.cell.number, cell.map(tutor.isVisible) ?? true else { return nil }
      new.append(number)
      let change = cell.flatMap { ripple?.change(at: $0) }
      if change != nil { hasChanged = true }
      old.append(change?.old.number ?? number)
    }
    return (new, hasChanged ? old : nil)
  }

  /// `25°`, and after a change `25°→31°`; blank where there is no angle.
  func angleText(_ key: ArrowRow.Key, old: Old) -> String {
    guard tutor.isVisible(key.score) else { return glyphs.unknown }
    guard let arrow = key.arrow else { return glyphs.missing }
    let now = angleText(arrow)
    guard old == .shown, let before = key.old.map(angleText), before != now else { return now }
    return before + glyphs.right + now
  }

  private func angleText(_ arrow: Arrow) -> String {
    arrow.degrees.map { text($0, digits: digits(0)) + glyphs.degree } ?? glyphs.missing
  }
}
