/// The colours of xterm's palette of 256, for pictures outside a terminal and for measuring contrast.
public struct PaletteColor: Hashable, Sendable {
  public let red: UInt8
  public let green: UInt8
  public let blue: UInt8

  /// The first 16 are those of xterm as it ships, since every terminal has its own; then a cube of 6×6×6, then
  /// 24 greys.
  public init(_ number: UInt8) {
    switch number {
    case 0..<16:
      (red, green, blue) = ansiColors[Int(number)]
    case 16..<232:
      let place = Int(number) - 16
      (red, green, blue) = (cubeLevels[place / 36], cubeLevels[place / 6 % 6], cubeLevels[place % 6])
    default:
      let grey = 8 + 10 * (number - 232)
      (red, green, blue) = (grey, grey, grey)
    }
  }

  /// As HTML writes it: `#0087d7`.
  public var hex: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

private let cubeLevels: [UInt8] = [0, 95, 135, 175, 215, 255]

private let ansiColors: [(UInt8, UInt8, UInt8)] = [
  (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205),
  (229, 229, 229),
  (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
  (255, 255, 255),
]
