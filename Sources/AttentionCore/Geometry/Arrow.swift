import Glibc

/// A vector as an arrow: how long it is, and how far it points away from another one.
public struct Arrow: Hashable, Sendable {
  /// √Σx²
  public let length: Double
  /// The cosine of the angle between the two, −1…1; nil where one of them has no length and so no direction.
  public let cosine: Double?
  /// The angle between the two in degrees, 0…180; nil where there is none.
  public let degrees: Double?

  /// - Parameters:
  ///   - vector: Its numbers, as many as those of the other one.
  ///   - other: The arrow that it is held against.
  public init(_ vector: [Double], against other: [Double]) {
    length = Self.length(of: vector)
    guard let u = Self.direction(of: vector), let v = Self.direction(of: other) else {
      (cosine, degrees) = (nil, nil)
      return
    }
    cosine = min(1, max(-1, zip(u, v).reduce(0) { $0 + $1.0 * $1.1 }))
    // An arc cosine loses half of the digits near 0° and 180°; half the angle of two unit vectors does not (Kahan,
    // "How futile are mindless assessments of roundoff", section 12).
    let apart = Self.length(of: zip(u, v).map { $0 - $1 })
    let together = Self.length(of: zip(u, v).map { $0 + $1 })
    degrees = 2 * atan2(apart, together) * 180 / .pi
  }

  /// √Σx², also where the squares would overflow or vanish.
  public static func length(of vector: [Double]) -> Double {
    let largest = vector.reduce(0) { max($0, abs($1)) }
    guard largest > 0, largest.isFinite else { return largest }
    return largest * vector.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot()
  }

  /// The vector of length 1 that points the same way; nil where there is none.
  private static func direction(of vector: [Double]) -> [Double]? {
    let largest = vector.reduce(0) { max($0, abs($1)) }
    guard largest > 0, largest.isFinite else { return nil }
    let scaled = vector.map { $0 / largest }
    let length = scaled.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return scaled.map { $0 / length }
  }
}
