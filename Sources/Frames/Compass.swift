import Glibc

/// The direction of an arrow in whole degrees counterclockwise from the right, from 0 up to but not including 360.
public func degrees(x: Double, y: Double) -> Double {
  let degrees = (atan2(y, x) * 180 / .pi).rounded()
  return degrees < 0 ? degrees + 360 : degrees == 360 ? 0 : degrees + 0
}

extension GlyphSet {
  /// The arrow that is nearest to a direction in degrees.
  public func arrow(degrees: Double) -> String { eighth(degrees).map { compass[$0] } ?? unknown }

  /// The tip of an arrow that points there, one column wide.
  public func tip(degrees: Double) -> String { eighth(degrees).map { tips[$0] } ?? unknown }

  private func eighth(_ degrees: Double) -> Int? {
    guard degrees.isFinite else { return nil }
    let eighth = Int((degrees / 45).rounded()) % compass.count
    return eighth < 0 ? eighth + compass.count : eighth
  }
}
