import AttentionCore
import Frames
import Tutorial

/// The words of the interface in the glyphs of the screen.
struct FoldedWords {
  let interface: InterfaceWords
  let glyphs: GlyphSet

  subscript(phrase: Phrase) -> String { glyphs.render(interface[phrase]) }

  func text(_ phrase: Phrase, _ values: [String: String]) -> String {
    glyphs.render(interface.text(phrase, values))
  }
}

/// What every part of the screen needs to draw itself: the state, the words and the glyphs.
///
/// A class, since every form of every picture holds it; nothing in it changes.
final class ViewContext: Sendable {
  let tutor: Tutor
  let lesson: Lesson
  let step: Step
  let glyphs: GlyphSet
  let words: FoldedWords
  /// Read once: with a number half typed it is computed anew at every look.
  let worksheet: Worksheet
  let ripple: Ripple?
  /// What the step began with.
  let start: Worksheet
  let picture: Picture
  let visibleParts: Int
  /// The computed cell that the picture is about.
  let focus: CellAddress?
  let decimal: DecimalSign
  /// The matrices of the worksheet, in its order.
  let matrices: [MatrixOnScreen]

  init(_ tutor: Tutor, glyphs: GlyphSet) {
    self.tutor = tutor
    lesson = tutor.lesson
    step = tutor.step
    self.glyphs = glyphs
    words = FoldedWords(interface: tutor.interface, glyphs: glyphs)
    let worksheet = tutor.worksheet
    let (start, ripple) = (tutor.start, tutor.ripple)
    self.worksheet = worksheet
    self.ripple = ripple
    self.start = start
    picture = tutor.picture
    visibleParts = tutor.visibleParts
    focus = tutor.focus
    matrices = zip(worksheet.names, tutor.sights(in: worksheet)).compactMap { name, sight in
      MatrixOnScreen(name, in: worksheet, since: start, ripple: ripple, sight: sight)
    }
    decimal = tutor.settings.hasDecimalComma ? .comma : .point
  }

  /// A matrix of the worksheet, ready to be drawn.
  func matrix(_ name: String) -> MatrixOnScreen? { matrices.first { $0.name == name } }

  func isVisible(_ cell: CellAddress) -> Bool {
    matrix(cell.name)?.isVisible(row: cell.row, column: cell.column) ?? true
  }

  /// Whether a cell differs from what the step began with, or a number was typed over a computed one.
  func isEdited(_ cell: CellAddress) -> Bool {
    matrix(cell.name)?.isEdited(row: cell.row, column: cell.column) ?? false
  }

  /// Whether the last edit moved something in one of some matrices.
  func hasChanges(_ names: [String]) -> Bool { names.contains { matrix($0)?.changes.isEmpty == false } }

  /// The decimals that a matrix is shown with.
  func digits(of name: String) -> Int { digits(matrix(name)?.digits ?? worksheet.digits(of: name)) }

  /// A number of decimals, with those that the learner asked for on top.
  func digits(_ lesson: Int) -> Int { min(7, lesson + tutor.settings.extraDigits) }

  /// A cell's value as text; closed cells and missing values have their own.
  func text(_ cell: Cell, digits: Int) -> String {
    switch cell {
    case .number(let value): numberText(value, digits: digits, decimal: decimal)
    case .closed: glyphs.closed
    case .missing: glyphs.missing
    }
  }

  func text(_ value: Double, digits: Int) -> String { text(.number(value), digits: digits) }

  /// `K[dog,3]`: a cell by its names, or numbers where it has none.
  func name(of cell: CellAddress) -> String {
    guard let shape = matrix(cell.name)?.values.shape else { return cell.name }
    if shape.rows.count == 1, shape.columns.count == 1 { return cell.name }
    return glyphs.render(
      "\(cell.name)[\(shape.rows.name(of: cell.row)),\(shape.columns.name(of: cell.column))]")
  }

  /// `K dog`: a row by its names.
  func rowLabel(_ name: String, row: Int) -> Line {
    let rows = matrix(name)?.values.shape.rows
    let label = rows?.names == nil && rows?.count == 1 ? "" : " " + (rows?.name(of: row) ?? "")
    return [Span(name, Style(role(of: name), bold: true)), Span(glyphs.render(label))]
  }

  /// `dog`: a row by its name, under a heading that says which matrix it is.
  func rowName(_ name: String, row: Int) -> Line {
    [Span("  " + glyphs.render(matrix(name)?.values.shape.rows.name(of: row) ?? ""), Style(.token))]
  }

  /// The name of a column over it: the axis' own, or `d1`, `d2` … where it has none.
  func columnLabel(_ name: String, column: Int) -> String {
    guard let columns = matrix(name)?.values.shape.columns else { return "" }
    return columns.names == nil ? "d\(column + 1)" : glyphs.render(columns.name(of: column))
  }

  func role(of name: String) -> Role { matrix(name)?.look ?? .text }
}

extension Role {
  /// The look of a matrix of attention.
  init(_ role: MatrixRole) {
    switch role {
    case .query: self = .query
    case .key: self = .key
    case .value: self = .value
    case .embedding: self = .embedding
    case .parameter: self = .parameter
    case .mask: self = .mask
    case .score: self = .score
    case .scaled: self = .scaled
    case .masked: self = .masked
    case .weight: self = .weight
    case .output: self = .output
    }
  }
}

extension MatrixRole {
  /// One word over the matrix.
  var heading: Phrase { Phrase.named("role.\(rawValue)") ?? .roleParameter }
  /// The word in "2 of 2 weights".
  var counted: Phrase { Phrase.named("count.\(rawValue)") ?? .countParameter }
}
