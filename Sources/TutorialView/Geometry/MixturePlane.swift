import AttentionCore
import Frames

/// Values of two numbers as points in their plane, the region that they span, and the output in it.
struct MixturePlane {
  let block: Block

  /// - Parameters:
  ///   - label: The name of the output.
  ///   - rows: How many rows it takes at most.
  init(_ mixture: Mixture, label: Line, in context: ViewContext, rows: Int, width: Int) {
    let glyphs = context.glyphs
    let values = mixture.values.compactMap { value in
      value.numbers.map { (x: $0[0], y: $0[1], name: value.name, isHeard: value.share != 0) }
    }
    let outputs = [mixture.old, mixture.mixed].map { $0.map { (x: $0[0], y: $0[1]) } }
    let points = values.map { (x: $0.x, y: $0.y) } + outputs.compactMap(\.self)
    let bounds = Self.bounds(of: points)
    let own = label.map(\.text).joined()
    let widest = (values.map(\.name) + [own]).map { displayWidth(of: $0) }.max() ?? 0
    let extent = (
      x: bounds.x.upperBound - bounds.x.lowerBound, y: bounds.y.upperBound - bounds.y.lowerBound
    )
    let room = Double(max(4, width / 2 - 2 * (widest + 2)))
    let units = [extent.y > 0 ? Double(rows - 1) / extent.y : nil, extent.x > 0 ? room / 2 / extent.x : nil]
    var plane = Plane(
      bounds, unit: units.compactMap(\.self).min() ?? 1, margins: (widest + 1, widest + 2))
    let middle = (bounds.x.lowerBound + bounds.x.upperBound) / 2

    let heard = values.filter(\.isHeard).map { (x: $0.x, y: $0.y) }
    let corners = hull(of: heard).map { heard[$0] }
    for (index, corner) in corners.enumerated() where corners.count > 1 {
      plane.segment(from: corner, to: corners[(index + 1) % corners.count], glyphs.shaft, Style(.rule))
    }
    for value in values {
      let style = value.isHeard ? Style(.value, bold: true) : Style(.closed)
      plane.put(glyphs.tick, style, x: value.x, y: value.y)
    }
    let looks = [(glyphs.pointBefore, Style(.closed)), (glyphs.point, Style(.output, bold: true))]
    for (output, look) in zip(outputs, looks) {
      if let output { plane.put(look.0, look.1, x: output.x, y: output.y) }
    }
    for value in values {
      plane.label(
        value.name, value.isHeard ? Style(.token) : Style(.closed), x: value.x, y: value.y, awayFrom: middle)
    }
    if let output = outputs[1] {
      plane.label(own, Style(.output, bold: true), x: output.x, y: output.y, awayFrom: middle)
    }
    block = plane.drawing.block
  }

  private static func bounds(of points: [(x: Double, y: Double)]) -> Plane.Bounds {
    func side(_ values: [Double]) -> ClosedRange<Double> { (values.min() ?? 0)...(values.max() ?? 0) }
    return Plane.Bounds(x: side(points.map(\.x)), y: side(points.map(\.y)))
  }
}
