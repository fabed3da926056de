/// How many colours the terminal has.
public enum ColorDepth: Hashable, Sendable, CaseIterable {
  /// None, or none wanted: attributes only.
  case none
  /// The eight colours of ANSI, 0 to 7.
  case eight
  /// The 256 colours of xterm, of which only the fixed ones from 16 on are used.
  case full
}

/// How one cell is painted: colours by their number in the terminal's palette, and attributes.
public struct Paint: Hashable, Sendable {
  /// nil: the terminal's own.
  public var foreground: UInt8?
  /// nil: the terminal's own.
  public var background: UInt8?
  public var bold = false
  public var underlined = false
  public var reversed = false
  public var faint = false

  public init(
    _ foreground: UInt8? = nil, on background: UInt8? = nil, bold: Bool = false, underlined: Bool = false,
    reversed: Bool = false, faint: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    self.bold = bold
    self.underlined = underlined
    self.reversed = reversed
    self.faint = faint
  }
}

/// A way of turning meaning into colours.
public struct Theme: Hashable, Sendable, CustomStringConvertible {
  public let name: String
  private let full: Palette
  private let eight: Palette

  init(name: String, full: Palette, eight: Palette) {
    self.name = name
    self.full = full
    self.eight = eight
  }

  public var description: String { name }

  /// Every theme, in the order in which the key goes through them.
  public static let all = [terminal, dark, light, contrast, mono]

  /// The theme of a name, if there is one.
  public static func named(_ name: String) -> Theme? {
    all.first { $0.name == name }
  }

  /// The theme that comes after this one, in a ring.
  public var next: Theme {
    let position = Theme.all.firstIndex(of: self) ?? -1
    return Theme.all[(position + 1) % Theme.all.count]
  }

  /// How a cell of this meaning is painted on a terminal of this depth.
  ///
  /// Heat covers the colours of the role. Focus covers both with the page in reverse, so that the learner's place
  /// looks the same everywhere and like nothing else. The attributes of the role stay.
  public func paint(for style: Style, depth: ColorDepth) -> Paint {
    let palette = palette(at: depth)
    var paint = style.focused ? palette[.text] : palette[style.heat] ?? palette[style.role]
    if style.focused { paint.reversed = true }
    let emphasis = style.role.emphasis
    paint.bold = style.bold || emphasis.contains(.bold)
    paint.underlined = style.underlined || emphasis.contains(.underlined)
    paint.faint = emphasis.contains(.faint) && paint.foreground == nil
    return paint
  }

  private func palette(at depth: ColorDepth) -> Palette {
    switch depth {
    case .none: .colorless
    case .eight: eight
    case .full: full
    }
  }
}

/// The attributes of a role, the same in every theme, so that nothing is said by colour alone.
private struct Emphasis: OptionSet {
  let rawValue: UInt8
  static let bold = Emphasis(rawValue: 1)
  static let underlined = Emphasis(rawValue: 2)
  static let faint = Emphasis(rawValue: 4)
}

extension Role {
  fileprivate var emphasis: Emphasis {
    switch self {
    case .barStrong, .hintKey, .token, .right, .wrong, .notice: .bold
    case .changed: [.bold, .underlined]
    case .edited: .underlined
    // Lines and empty bars are told from text by their glyphs; where there is no dim, nothing is lost.
    case .rule, .barsEmpty: .faint
    default: []
    }
  }
}
