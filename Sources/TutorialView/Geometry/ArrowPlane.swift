import AttentionCore
import Frames

/// A query and its keys as arrows of two numbers in their plane.
struct ArrowPlane {
  let block: Block

  /// - Parameter rows: How many rows the longest arrow has at most, up or down.
  init(_ arrows: ArrowRow, in context: ViewContext, rows: Int) {
    let glyphs = context.glyphs
    let keys = arrows.keys.filter { $0.ray.numbers != nil }
    let rays = keys.map(\.ray) + [arrows.query]
    let points = rays.flatMap { [$0.numbers, $0.old].compactMap(\.self) }.map { (x: $0[0], y: $0[1]) }
    let bounds = Self.bounds(of: points)
    let asking = "\(arrows.query.name) \(context.words[.boardAsks])"
    let labels = keys.map(\.ray.name) + [asking]
    func widest(_ isAt: (Double) -> Bool) -> Int {
      zip(rays, labels).filter { ray, _ in isAt(ray.numbers?[0] ?? 0) }.map { displayWidth(of: $1) + 2 }.max()
        ?? 0
    }
    var plane = Plane(
      bounds, unit: Double(rows) / Self.radius(of: points), margins: (widest { $0 < 0 }, widest { $0 >= 0 }))
    plane.axes(glyphs)
    for ray in rays {
      guard let old = ray.old else { continue }
      plane.put(glyphs.pointBefore, Style(.closed), x: old[0], y: old[1])
    }
    // The query is drawn last, so that it can be seen where a key points the same way.
    let looks = keys.map { _ in Style(.key, bold: true) } + [Style(.query, bold: true)]
    for (ray, style) in zip(rays, looks) {
      guard let numbers = ray.numbers else { continue }
      let tip = (x: numbers[0], y: numbers[1])
      plane.segment(from: (0, 0), to: tip, glyphs.shaft, style)
      let degrees = Frames.degrees(x: tip.x, y: tip.y)
      plane.put(tip == (0, 0) ? glyphs.point : glyphs.tip(degrees: degrees), style, x: tip.x, y: tip.y)
    }
    for ((ray, style), label) in zip(zip(rays, looks), labels).reversed() {
      guard let numbers = ray.numbers else { continue }
      plane.label(label, style, x: numbers[0], y: numbers[1])
    }
    block = plane.drawing.block
  }

  /// A round number that is not less than any coordinate's reach, so that the picture keeps its scale over small changes.
  private static func radius(of points: [(x: Double, y: Double)]) -> Double {
    let longest = points.map { Arrow.length(of: [$0.x, $0.y]) }.max() ?? 0
    guard longest > 1e-300, longest.isFinite else { return 1 }
    var power = 1.0
    while power * 10 <= longest { power *= 10 }
    while power > longest { power /= 10 }
    let steps = [1, 1.5, 2, 3, 4, 5, 6, 8, 10]
    return (steps.first { $0 * power >= longest * (1 - 1e-9) } ?? 10) * power
  }

  /// The sides of the axes that some arrow points to, as far as the longest could.
  private static func bounds(of points: [(x: Double, y: Double)]) -> Plane.Bounds {
    let radius = radius(of: points)
    func side(_ values: [Double]) -> ClosedRange<Double> {
      let tiny = radius * 1e-9
      let (low, high) = ((values.min() ?? 0) < -tiny, (values.max() ?? 0) > tiny)
      return (low ? -radius : 0)...(high || !low ? radius : 0)
    }
    return Plane.Bounds(x: side(points.map(\.x)), y: side(points.map(\.y)))
  }
}
