import Glibc

/// How everything that is not a letter or a digit is drawn: with Unicode, or with ASCII alone.
public struct GlyphSet: Hashable, Sendable {
  // Lines.
  public let rule: String
  public let doubleRule: String
  public let verticalLine: String
  public let topLeft: String
  public let topRight: String
  public let bottomLeft: String
  public let bottomRight: String

  // Where the lesson stands.
  public let stagePassed: String
  public let stageHere: String
  public let stageToCome: String

  // Arithmetic, as the lesson format spells it where it has a spelling.
  public let times: String
  public let divide: String
  public let minus: String
  public let root: String
  public let transpose: String
  public let dot: String
  public let sum: String

  // Directions.
  public let left: String
  public let right: String
  public let up: String
  public let down: String
  public let leftRight: String
  /// Arrows in eighths of a turn, from the right on, counterclockwise as angles are counted.
  public let compass: [String]

  // On a scale and in a plane, each in one column.
  public let scaleLeft: String
  public let scaleRight: String
  public let tick: String
  public let point: String
  /// Where a point was before the last change.
  public let pointBefore: String
  /// The shaft of an arrow, and its tips in eighths of a turn as `compass` has them.
  public let shaft: String
  public let tips: [String]

  // Marks.
  public let ellipsis: String
  public let closed: String
  public let missing: String
  public let unknown: String
  public let winner: String
  public let edited: String
  public let marker: String
  public let passed: String
  public let failed: String
  public let focusOpen: String
  public let focusClose: String

  /// A whole cell of a bar, the parts of one from the thinnest on, and a cell of what the bar lacks.
  public let barFull: String
  public let barParts: [String]
  public let barEmpty: String
  /// A cell of the bar of a negative number.
  public let barNegative: String

  private let isASCII: Bool

  /// Behind an angle where there is little room; nothing in ASCII, where the heading says what it is.
  public var degree: String { isASCII ? "" : "°" }

  public static let unicode = GlyphSet(
    rule: "─", doubleRule: "═", verticalLine: "│",
    topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘",
    stagePassed: "●", stageHere: "◉", stageToCome: "○",
    times: "×", divide: "÷", minus: "−", root: "√", transpose: "ᵀ", dot: "·", sum: "Σ",
    left: "←", right: "→", up: "↑", down: "↓", leftRight: "↔",
    compass: ["→", "↗", "↑", "↖", "←", "↙", "↓", "↘"],
    scaleLeft: "├", scaleRight: "┤", tick: "┼", point: "●", pointBefore: "○", shaft: "∙",
    tips: ["→", "↗", "↑", "↖", "←", "↙", "↓", "↘"],
    ellipsis: "…", closed: "··", missing: "--", unknown: "?", winner: ">", edited: "*", marker: "▸",
    passed: "✓", failed: "✗", focusOpen: "[", focusClose: "]",
    barFull: "█", barParts: ["▏", "▎", "▍", "▌", "▋", "▊", "▉"], barEmpty: "░", barNegative: "▒",
    isASCII: false)

  public static let ascii = GlyphSet(
    rule: "-", doubleRule: "=", verticalLine: "|",
    topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
    stagePassed: "*", stageHere: "@", stageToCome: "o",
    times: "x", divide: "/", minus: "-", root: "sqrt ", transpose: ".T", dot: "@", sum: "sum",
    left: "<-", right: "->", up: "^", down: "v", leftRight: "<->",
    compass: ["->", "/^", "^", "^\\", "<-", "v/", "v", "\\v"],
    scaleLeft: "+", scaleRight: "+", tick: "+", point: "*", pointBefore: "o", shaft: ".",
    tips: [">", "/", "^", "\\", "<", "/", "v", "\\"],
    ellipsis: "...", closed: "..", missing: "--", unknown: "?", winner: ">", edited: "*", marker: ">",
    passed: "+", failed: "x", focusOpen: "[", focusClose: "]",
    barFull: "=", barParts: ["-"], barEmpty: ".", barNegative: "%",
    isASCII: true)

  /// A text in this set: as it is in Unicode; folded to the characters from blank to `~` in ASCII.
  ///
  /// Folding twice changes nothing more. It may change how wide the text is, so fold before measuring.
  public func render(_ text: String) -> String {
    isASCII ? foldedToASCII(text) : text
  }

  /// A horizontal bar for a share from 0 to 1 of so many columns: its filled and its empty part.
  ///
  /// Exact to an eighth of a column in Unicode and to a half in ASCII. A share outside 0…1 counts as the nearest
  /// end, one that is not a number as 0.
  public func bar(fraction: Double, width: Int) -> (filled: String, empty: String) {
    let width = max(width, 0)
    let share = fraction.isNaN ? 0 : min(max(fraction, 0), 1)
    let steps = barParts.count + 1
    let filledSteps = Int((share * Double(width * steps)).rounded())
    let whole = filledSteps / steps
    let part = filledSteps % steps
    let filled = String(repeating: barFull, count: whole) + (part > 0 ? barParts[part - 1] : "")
    return (filled, String(repeating: barEmpty, count: width - whole - (part > 0 ? 1 : 0)))
  }
}
