import AttentionCore
import Frames

/// Values of two numbers as points in their plane, the region that they span, and the output in it.
struct MixturePlane {
  private typealias Place = (x: Double, y: Double)

  private let values: [(place: Place, name: String, isHeard: Bool)]
  private let outputs: (old: Place?, now: Place?)
  /// The name of the output.
  private let label: String
  private let bounds: Plane.Bounds
  private let width: Int
  private let glyphs: GlyphSet

  init(_ mixture: Mixture, label: Line, in context: ViewContext, width: Int) {
    glyphs = context.glyphs
    self.width = width
    self.label = label.map(\.text).joined()
    values = mixture.values.compactMap { value in
      value.numbers.map { (place: ($0[0], $0[1]), name: value.name, isHeard: value.share != 0) }
    }
    outputs = (mixture.old.map { ($0[0], $0[1]) }, mixture.mixed.map { ($0[0], $0[1]) })
    let points = values.map(\.place) + [outputs.old, outputs.now].compactMap(\.self)
    func side(_ values: [Double]) -> ClosedRange<Double> { (values.min() ?? 0)...(values.max() ?? 0) }
    bounds = Plane.Bounds(x: side(points.map(\.x)), y: side(points.map(\.y)))
  }

  private var middle: Double { (bounds.x.lowerBound + bounds.x.upperBound) / 2 }

  private func margins(unit: Double) -> (left: Int, right: Int) {
    let labels = values.map { (x: $0.place.x, text: $0.name) } + (outputs.now.map { [($0.x, label)] } ?? [])
    return Plane.margins(for: labels, in: bounds, unit: unit, awayFrom: middle)
  }

  /// Rows for each unit, so that it takes so many rows, and half of the width at most.
  private func unit(rows: Int) -> Double {
    let extent = (
      x: bounds.x.upperBound - bounds.x.lowerBound, y: bounds.y.upperBound - bounds.y.lowerBound
    )
    let widest = (values.map(\.name) + [label]).map { displayWidth(of: $0) }.max() ?? 0
    let room = Double(max(4, width / 2 - 2 * (widest + 2)))
    let units = [extent.y > 0 ? Double(rows - 1) / extent.y : nil, extent.x > 0 ? room / 2 / extent.x : nil]
    return units.compactMap(\.self).min() ?? 1
  }

  /// - Parameter rows: How many rows it takes at most.
  func size(rows: Int) -> Size {
    let unit = unit(rows: rows)
    return Plane.size(of: bounds, unit: unit, margins: margins(unit: unit))
  }

  func block(rows: Int) -> Block {
    let unit = unit(rows: rows)
    var plane = Plane(bounds, unit: unit, margins: margins(unit: unit))
    let heard = values.filter(\.isHeard).map(\.place)
    let corners = hull(of: heard).map { heard[$0] }
    for (index, corner) in corners.enumerated() where corners.count > 1 {
      plane.segment(from: corner, to: corners[(index + 1) % corners.count], glyphs.shaft, Style(.rule))
    }
    for value in values {
      let style = value.isHeard ? Style(.value, bold: true) : Style(.closed)
      plane.put(glyphs.tick, style, x: value.place.x, y: value.place.y)
    }
    if let old = outputs.old { plane.put(glyphs.pointBefore, Style(.closed), x: old.x, y: old.y) }
    if let now = outputs.now { plane.put(glyphs.point, Style(.output, bold: true), x: now.x, y: now.y) }
    for value in values {
      let style = value.isHeard ? Style(.token) : Style(.closed)
      plane.label(value.name, style, x: value.place.x, y: value.place.y, awayFrom: middle)
    }
    if let now = outputs.now {
      plane.label(label, Style(.output, bold: true), x: now.x, y: now.y, awayFrom: middle)
    }
    return plane.drawing.block
  }
}
