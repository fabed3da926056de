import Glibc

@testable import Frames

/// How an eye sees colours.
enum ColorVision: CaseIterable {
  case normal, protan, deutan, tritan

  /// Linear RGB as this eye sees it, at full severity (Machado, Oliveira and Fernandes 2009, table 1).
  fileprivate var matrix: [[Double]] {
    switch self {
    case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protan:
      [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    case .deutan:
      [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    case .tritan:
      [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    }
  }
}

/// The contrast of two palette colours, from 1 to 21 (WCAG 2.1).
func contrast(_ first: UInt8, _ second: UInt8) -> Double {
  let luminances = [first, second].map { relativeLuminance(linear(PaletteColor($0))) }
  return ((luminances.max() ?? 0) + 0.05) / ((luminances.min() ?? 0) + 0.05)
}

/// The distance of two palette colours in CIELAB (CIE76).
func colorDistance(_ first: UInt8, _ second: UInt8, _ vision: ColorVision) -> Double {
  let (left, right) = (lab(first, vision), lab(second, vision))
  return sqrt(zip(left, right).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) })
}

/// The lightness L* of a palette colour, from 0 to 100.
func lightness(_ color: UInt8, _ vision: ColorVision) -> Double { lab(color, vision)[0] }

private func linear(_ color: PaletteColor) -> [Double] {
  [color.red, color.green, color.blue].map { byte in
    let value = Double(byte) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
}

private func relativeLuminance(_ rgb: [Double]) -> Double {
  0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]
}

private func lab(_ color: UInt8, _ vision: ColorVision) -> [Double] {
  let rgb = linear(PaletteColor(color))
  let seen = vision.matrix.map { row in min(max(zip(row, rgb).reduce(0) { $0 + $1.0 * $1.1 }, 0), 1) }
  func root(_ value: Double) -> Double { value > 0.008856 ? cbrt(value) : 7.787 * value + 16.0 / 116 }
  let x = root((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.95047)
  let y = root(relativeLuminance(seen))
  let z = root((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}
