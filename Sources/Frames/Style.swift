/// What a cell of the frame means; the theme turns the meaning into colours.
public enum Role: UInt8, Hashable, Sendable, CaseIterable {
  /// Running text, and text that steps back.
  case text, faint
  /// The bar at the top and the bar at the bottom, and a key named in them.
  case bar, barStrong, barFaint, hintKey
  /// Lines between the parts of the screen.
  case rule
  /// The matrices of attention, each with its colour everywhere.
  case query, key, value, embedding, parameter, mask, score, scaled, masked, weight, output
  /// A token of the sentence named in running text; `code` in running text.
  case token, code
  /// A value that an edit has just changed; a value that the learner has typed; what is closed or unknown.
  case changed, edited, closed
  /// The bar of a heat bar (its filled part) and its empty part.
  case bars, barsEmpty
  /// Something is right; something is wrong; a remark of the program.
  case right, wrong, notice
}

/// The background that shows how large a number is.
public enum Heat: Hashable, Sendable {
  case none
  /// A share from 0 to 1, in steps 0...5.
  case share(UInt8)
  /// A signed number in steps -3...3.
  case signed(Int8)
}

/// How one cell of the frame is to look, by meaning.
///
/// A frame has thousands of them and they are compared one by one, so each is a few bytes.
public struct Style: Hashable, Sendable {
  public var role: Role
  public var bold = false
  public var underlined = false
  /// Where the learner is: drawn in reverse in every theme.
  public var focused = false
  /// 0: no heat; from 1 on a share, from 16 on a signed number.
  private var heatCode: UInt8 = 0

  public init(
    _ role: Role, bold: Bool = false, underlined: Bool = false, focused: Bool = false, heat: Heat = .none
  ) {
    self.role = role
    self.bold = bold
    self.underlined = underlined
    self.focused = focused
    self.heat = heat
  }

  public var heat: Heat {
    get {
      switch heatCode {
      case 0: .none
      case 1..<16: .share(heatCode - 1)
      default: .signed(Int8(bitPattern: heatCode &- 16 &- 64))
      }
    }
    set {
      heatCode =
        switch newValue {
        case .none: 0
        case .share(let step): 1 + min(step, 14)
        case .signed(let step): UInt8(bitPattern: max(-64, step)) &+ 64 &+ 16
        }
    }
  }

  public static let text = Style(.text)
}
