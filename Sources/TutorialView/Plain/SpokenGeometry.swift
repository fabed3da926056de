import AttentionCore
import Frames
import Tutorial

/// Arrows and points, said in numbers: how far apart, how long, between what.
extension ViewContext {
  /// A line for each key: `Q quickly, K dog: 25 degrees apart, lengths 1.00 and 0.98, cosine 0.91, S[quickly,dog] 0.889`.
  func spokenAngles(_ name: String, row: Int) -> [PlainLine] {
    guard let arrows = arrows(of: name, row: row) else { return spokenMatrix(Shown(name: name, row: row)) }
    return arrows.keys.map { spokenPair(arrows.query, $0) }
  }

  private func spokenPair(_ query: ArrowRow.Ray, _ key: ArrowRow.Key, hasScore: Bool = true) -> PlainLine {
    let (first, second) = (spoken(query), spoken(key.ray))
    let lengths = [query, key.ray].map { ray in
      ray.length.map { text($0, digits: digits(2)) } ?? words[.plainHidden]
    }
    var items: [String] = []
    if let arrow = key.arrow, let degrees = arrow.degrees, let cosine = arrow.cosine {
      items.append(words.text(.plainApart, ["angle": spokenAngle(degrees, since: key.old?.degrees)]))
      items.append(words.text(.plainLengths, ["first": lengths[0], "second": lengths[1]]))
      items.append(words.text(.plainCosine, ["number": text(cosine, digits: digits(2))]))
    } else {
      items.append(words.text(.plainLengths, ["first": lengths[0], "second": lengths[1]]))
    }
    items += [query, key.ray].filter { $0.length == 0 }.map { ray in
      words.text(.boardNoDirection, ["row": spoken(ray)])
    }
    if hasScore { items.append("\(name(of: key.score)) \(spokenValue(key.score))") }
    return numberLine("\(first), \(second)", items: items)
  }

  /// What a change did to the arrows or the mixture that the step is about, one line for each that moved.
  var spokenMoves: [PlainLine] {
    switch picture {
    case .angles(let name, let row):
      let arrows = arrows(of: name, row: row)
      return arrows?.keys.filter { $0.old != nil }.map {
        spokenPair(arrows?.query ?? $0.ray, $0, hasScore: false)
      } ?? []
    case .between(let name, let row):
      return mixture(of: name, row: row).flatMap { $0.old == nil ? nil : spokenWay($0, name, row: row) }.map {
        [$0]
      } ?? []
    default: return []
    }
  }

  /// `25`, or `25 → 31` after a change.
  private func spokenAngle(_ degrees: Double, since old: Double?) -> String {
    let now = text(degrees, digits: digits(0))
    guard let before = old.map({ text($0, digits: digits(0)) }), before != now else { return now }
    return "\(before) \(glyphs.right) \(now)"
  }

  private func spoken(_ ray: ArrowRow.Ray) -> String { ray.label.map(\.text).joined() }

  /// Where an output lies between its values: of two the share of the way, then each number between its ends.
  func spokenMixture(_ name: String, row: Int) -> [PlainLine] {
    guard let mixture = mixture(of: name, row: row) else { return spokenMatrix(Shown(name: name, row: row)) }
    let values = mixture.values.map { value in
      numberLine(
        spokenQuantity(value.weight, digits: digits(3)) + " \(glyphs.times) "
          + value.label.map(\.text).joined(),
        items: (value.cells ?? []).map { spokenEntry($0) })
    }
    var lines = [PlainLine(words.text(.plainValues, ["row": spokenRow(name, row: row)]))] + values
    if let way = spokenWay(mixture, name, row: row) { lines.append(way) }
    lines += mixture.output.map { cell in
      let lead =
        "\(spokenRow(name, row: row)), \(spokenLabel(name, column: cell.column)) \(markedValue(cell))"
      guard mixture.isWhole, mixture.mixed != nil, let (low, high) = mixture.range(of: cell.column) else {
        return PlainLine(lead)
      }
      let digits = digits(2)
      return PlainLine(
        lead,
        items: [
          words.text(
            .plainBetween,
            [
              "low": text(low.number(cell.column), digits: digits), "first": low.name,
              "high": text(high.number(cell.column), digits: digits), "second": high.name,
            ])
        ])
    }
    if !mixture.isWhole { lines.append(PlainLine(words[.boardNotBetween])) }
    return lines
  }

  /// `O quickly: 0.58 of the way from V dog to V quickly`; nil where there are not two values, or nothing to say yet.
  private func spokenWay(_ mixture: Mixture, _ name: String, row: Int) -> PlainLine? {
    guard mixture.values.count == 2, mixture.isWhole, mixture.mixed != nil,
      let share = mixture.values[1].share
    else { return nil }
    let ends = mixture.values.map { $0.label.map(\.text).joined() }
    let values = ["share": text(share, digits: digits(2)), "first": ends[0], "second": ends[1]]
    return PlainLine(spokenRow(name, row: row), items: [words.text(.plainOnTheWay, values)])
  }
}
