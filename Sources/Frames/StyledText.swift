/// A piece of running text in one style.
public struct StyledText: Hashable, Sendable {
  public var text: String
  public var style: Style
  /// A number, a vector or a formula such as `a · b = c`, which no line break may take apart.
  public var isUnbreakable: Bool

  public init(_ text: String, style: Style = .text, isUnbreakable: Bool = false) {
    self.text = text
    self.style = style
    self.isUnbreakable = isUnbreakable
  }
}
