import AttentionCore
import Frames

/// A query and its keys as arrows of two numbers in their plane.
struct ArrowPlane {
  private struct Ray {
    var tip: (x: Double, y: Double)?
    var old: (x: Double, y: Double)?
    var label: String
    var style: Style
  }

  /// The query last, so that it can be seen where a key points the same way.
  private let rays: [Ray]
  private let bounds: Plane.Bounds
  private let radius: Double
  private let glyphs: GlyphSet

  init(_ arrows: ArrowRow, in context: ViewContext) {
    glyphs = context.glyphs
    func ray(_ ray: ArrowRow.Ray, _ label: String, _ role: Role) -> Ray {
      Ray(
        tip: ray.numbers.map { ($0[0], $0[1]) }, old: ray.old.map { ($0[0], $0[1]) }, label: label,
        style: Style(role, bold: true))
    }
    let rays =
      arrows.keys.filter { $0.ray.numbers != nil }.map { ray($0.ray, $0.ray.name, .key) }
      + [ray(arrows.query, "\(arrows.query.name) \(context.words[.boardAsks])", .query)]
    let points = rays.flatMap { [$0.tip, $0.old].compactMap(\.self) }
    radius = Self.radius(of: points)
    bounds = Self.bounds(of: points, radius: radius)
    self.rays = rays
  }

  /// - Parameter rows: How many rows the longest arrow has at most, up or down.
  func size(rows: Int) -> Size {
    Plane.size(of: bounds, unit: Double(rows) / radius, margins: margins(rows: rows))
  }

  private func margins(rows: Int) -> (left: Int, right: Int) {
    Plane.margins(
      for: rays.compactMap { ray in ray.tip.map { ($0.x, ray.label) } }, in: bounds,
      unit: Double(rows) / radius)
  }

  func block(rows: Int) -> Block {
    var plane = Plane(bounds, unit: Double(rows) / radius, margins: margins(rows: rows))
    plane.axes(glyphs)
    for case let old? in rays.map(\.old) { plane.put(glyphs.pointBefore, Style(.closed), x: old.x, y: old.y) }
    for ray in rays {
      guard let tip = ray.tip else { continue }
      plane.segment(from: (0, 0), to: tip, glyphs.shaft, ray.style)
      let glyph = tip == (0, 0) ? glyphs.point : glyphs.tip(degrees: degrees(x: tip.x, y: tip.y))
      plane.put(glyph, ray.style, x: tip.x, y: tip.y)
    }
    for ray in rays.reversed() {
      if let tip = ray.tip { plane.label(ray.label, ray.style, x: tip.x, y: tip.y) }
    }
    return plane.drawing.block
  }

  /// A round number that no arrow is longer than, so that the picture keeps its scale over small changes.
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
  private static func bounds(of points: [(x: Double, y: Double)], radius: Double) -> Plane.Bounds {
    func side(_ values: [Double]) -> ClosedRange<Double> {
      let tiny = radius * 1e-9
      let (low, high) = ((values.min() ?? 0) < -tiny, (values.max() ?? 0) > tiny)
      return (low ? -radius : 0)...(high || !low ? radius : 0)
    }
    return Plane.Bounds(x: side(points.map(\.x)), y: side(points.map(\.y)))
  }
}

extension [Block] {
  /// Those that stand beside a drawing within a width; of several that leave the whole equally tall the first.
  func fitting(beside drawing: Size, width: Int) -> [Block] {
    var heights: Set<Int> = []
    return filter { block in
      drawing.columns + Block.gapBeside + block.width <= width
        && heights.insert(Swift.max(drawing.rows, block.height)).inserted
    }
  }
}
