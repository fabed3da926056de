import Glibc

/// The direction of an arrow in whole degrees counterclockwise from the right, from 0 up to but not including 360.
public func degrees(x: Double, y: Double) -> Double {
  let degrees = (atan2(y, x) * 180 / .pi).rounded()
  return degrees < 0 ? degrees + 360 : degrees == 360 ? 0 : degrees + 0
}

extension GlyphSet {
  /// The arrow that is nearest to a direction in degrees.
  public func arrow(degrees: Double) -> String {
    guard degrees.isFinite else { return unknown }
    let eighth = Int((degrees / 45).rounded()) % compass.count
    return compass[eighth < 0 ? eighth + compass.count : eighth]
  }
}
