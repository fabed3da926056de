import AttentionCore
import Frames
import Tutorial

/// Arrows on paper: how long each is, and how far it points away from the query.
extension HandoutWriter {
  /// The query and its keys, a line for each, with the scores that they make.
  mutating func angles(_ name: String, row: Int) -> [String] {
    guard let arrows = context.arrows(of: name, row: row) else {
      return tables(of: [Shown(name: name, row: row)])
    }
    let heads = [words[.boardLength], words[.boardAngle], "cos"].map { escapedForMarkdown($0) }
    var table = [[""] + heads + [markdownCode(rowName(name, row))]]
    table.append([code(arrows.query), length(of: arrows.query), "", "", ""])
    for key in arrows.keys {
      let pair = "\(label(arrows.query)), \(label(key.ray))"
      let degrees = key.arrow?.degrees.map { context.text($0, digits: context.digits(0)) }
      let cosine = key.arrow?.cosine.map { context.text($0, digits: context.digits(2)) }
      note(key.score)
      table.append([
        code(key.ray), length(of: key.ray),
        degrees.map { computed($0, "\(words[.boardAngle]), \(pair)", digits: context.digits(0)) + "°" }
          ?? context.glyphs.missing,
        cosine.map { computed($0, "cos, \(pair)", digits: context.digits(2)) } ?? context.glyphs.missing,
        cell(key.score),
      ])
    }
    return [markdownTable(table)]
  }

  private mutating func length(of ray: ArrowRow.Ray) -> String {
    guard let length = ray.length else { return context.glyphs.missing }
    return computed(
      context.text(length, digits: context.digits(2)), "\(words[.boardLength]), \(label(ray))",
      digits: context.digits(2))
  }

  private func label(_ ray: ArrowRow.Ray) -> String { ray.label.map(\.text).joined() }
  private func code(_ ray: ArrowRow.Ray) -> String { markdownCode(label(ray)) }
}
