/// A number in an explanation, and where it comes from.
public struct Quantity: Hashable, Sendable {
  public let cell: Cell
  /// The cell whose own explanation can be asked for; nil for a constant and for an intermediate result.
  public let source: CellReference?

  public init(cell: Cell, source: CellReference?) {
    self.cell = cell
    self.source = source
  }

  var isNegative: Bool { cell.number.map { $0 < 0 } ?? false }
  var isMissing: Bool {
    if case .missing = cell { return true }
    return false
  }

  /// The quantity, in parentheses if a sign before it would meet its minus.
  var parenthesizedIfNegative: [Piece] {
    isNegative ? [.sign("("), .quantity(self), .sign(")")] : [.quantity(self)]
  }
}

/// One left × right of a dot product.
public struct ProductTerm: Hashable, Sendable {
  public let left: Quantity
  public let right: Quantity
  /// nil where a factor has no value, or the product overflows.
  public let product: Double?

  init(left: Quantity, right: Quantity) {
    self.left = left
    self.right = right
    guard let a = left.cell.number, let b = right.cell.number, (a * b).isFinite else {
      product = nil
      return
    }
    product = a * b
  }
}

/// A piece of a written line: a number, or what stands between numbers (`×`, ` + `, `e^`).
public enum Piece: Hashable, Sendable {
  case quantity(Quantity)
  case sign(String)
  /// What no sign can say; a reader sees it in their own language.
  case remark(Remark)
}

/// What an explanation says in words.
public enum Remark: Hashable, Sendable {
  /// `columns of K`
  case columns(of: String)
  /// `at the start`, before the number that was there.
  case atTheStart
  /// `closed`, after the number that a mask hides.
  case closed
  /// `not among the largest`, after the number that `topk` leaves out.
  case notAmongTheLargest
  /// `nothing to attend to`: every cell of the row is closed.
  case nothingToAttendTo
}

/// How one cell was computed.
public struct Explanation: Hashable, Sendable {
  public enum Calculation: Hashable, Sendable {
    /// Σ left × right: a product of two matrices.
    case sumOfProducts([ProductTerm])
    /// One share of a softmax: e^(this) ÷ Σ e^(all). The powers are e^(exponent − shift), 0 for a closed
    /// cell; the shift is 0 while every exponent is between -20 and 20, else the largest.
    case share(exponents: [Quantity], shift: Double, powers: [Double], sum: Double, index: Int)
    /// Anything else: numbers and signs in one line, as `0.423 − 1.00`.
    case line([Piece])
  }

  public let subject: CellReference
  public let calculation: Calculation
  public let result: Cell

  /// The line, as sides to stand between equals signs; the result is not among them.
  ///
  /// A dot product has one side, `0.22×0.54 + 0.64×0.36`; a share has two, `e^0.889 ÷ (e^0.889 + e^1.200)`
  /// and `2.434 ÷ 5.754`. Negative numbers are in parentheses where a sign stands before them.
  public var sides: [[Piece]] {
    switch calculation {
    case .line(let pieces): [pieces]
    case .sumOfProducts(let terms): [Self.sum(of: terms)]
    case .share(let exponents, let shift, let powers, let sum, let index):
      Self.share(of: index, exponents: exponents, shift: shift, powers: powers, sum: sum)
    }
  }

  /// The cells that can be asked in their turn, in order, without repetition.
  public var sources: [CellReference] {
    let quantities: [Quantity] =
      switch calculation {
      case .sumOfProducts(let terms): terms.flatMap { [$0.left, $0.right] }
      case .share(let exponents, _, _, _, _): exponents
      case .line(let pieces): pieces.compactMap(\.quantity)
      }
    var seen: Set<CellReference> = []
    return quantities.compactMap(\.source).filter { seen.insert($0).inserted }
  }

  private static func sum(of terms: [ProductTerm]) -> [Piece] {
    var pieces: [Piece] = []
    for term in terms {
      pieces += pieces.isEmpty ? [.quantity(term.left)] : [.sign(" + ")] + term.left.parenthesizedIfNegative
      pieces += [.sign("×")] + term.right.parenthesizedIfNegative
    }
    return pieces
  }

  private static func share(
    of index: Int, exponents: [Quantity], shift: Double, powers: [Double], sum: Double
  ) -> [[Piece]] {
    guard sum > 0 else { return [[.remark(.nothingToAttendTo)]] }
    let written = exponents.map { exponent -> [Piece]? in
      guard let number = exponent.cell.number else { return nil }
      let difference = max(number - shift, -Double.greatestFiniteMagnitude)
      let shifted = Quantity(cell: .number(difference), source: exponent.source)
      return [.sign("e^")] + shifted.parenthesizedIfNegative
    }
    let whole: [Piece] = [.sign(" ÷ (")] + Array(written.compactMap(\.self).joined(separator: [.sign(" + ")]))
    let closed: [Piece] = [.sign("0")]
    return [
      (written[index] ?? closed) + whole + [.sign(")")],
      (written[index] == nil ? closed : [.intermediate(powers[index])]) + [.sign(" ÷ "), .intermediate(sum)],
    ]
  }
}

extension Piece {
  var quantity: Quantity? {
    guard case .quantity(let quantity) = self else { return nil }
    return quantity
  }

  fileprivate static func intermediate(_ number: Double) -> Piece {
    .quantity(Quantity(cell: .number(number), source: nil))
  }
}

extension [Quantity] {
  /// The quantities with a sign between them.
  func joined(by sign: String) -> [Piece] {
    var pieces: [Piece] = []
    for quantity in self {
      pieces += pieces.isEmpty ? [.quantity(quantity)] : [.sign(sign)] + quantity.parenthesizedIfNegative
    }
    return pieces
  }
}
