/// The smallest region without dents that holds some points of the plane, by the places of its corners, counterclockwise.
///
/// Points that are equal, or lie on an edge, are no corners; points on one line have two (Andrew's monotone chain, 1979).
public func hull(of points: [(x: Double, y: Double)]) -> [Int] {
  let order = points.indices.sorted { (points[$0].x, points[$0].y, $0) < (points[$1].x, points[$1].y, $1) }
    .reduce(into: [Int]()) { kept, next in
      if let last = kept.last, points[last] == points[next] { return }
      kept.append(next)
    }
  guard order.count > 2 else { return order }
  func chain(_ order: [Int]) -> [Int] {
    var chain: [Int] = []
    for next in order {
      while chain.count >= 2, turn(chain[chain.count - 2], chain[chain.count - 1], next) <= 0 {
        chain.removeLast()
      }
      chain.append(next)
    }
    return chain.dropLast()
  }
  /// Positive where the way over three points turns to the left.
  func turn(_ a: Int, _ b: Int, _ c: Int) -> Double {
    (points[b].x - points[a].x) * (points[c].y - points[a].y)
      - (points[b].y - points[a].y) * (points[c].x - points[a].x)
  }
  return chain(order) + chain(order.reversed())
}
