import AttentionCore
import Frames
import Tutorial

/// Arrows on paper: how long each is, and how far it points away from the query.
extension HandoutWriter {
  /// The query and its keys, a line for each, with the scores that they make; of the arrows the cosine is asked for, which
  /// follows from what else is there.
  mutating func angles(_ name: String, row: Int) -> [String] {
    guard let arrows = context.arrows(of: name, row: row) else {
      return tables(of: [Shown(name: name, row: row)])
    }
    let heads = [words[.boardLength], words[.boardAngle], "cos"].map { escapedForMarkdown($0) }
    var table = [[""] + heads + [markdownCode(rowName(name, row))]]
    table.append([markdownCode(label(arrows.query)), length(of: arrows.query), "", "", ""])
    for key in arrows.keys {
      let degrees = key.arrow?.degrees.map { context.text($0, digits: context.digits(0)) + "°" }
      let cosine = key.arrow?.cosine.map { context.text($0, digits: context.digits(2)) }
      note(key.score)
      table.append([
        markdownCode(label(key.ray)), length(of: key.ray), degrees ?? context.glyphs.missing,
        cosine.map {
          computed($0, "cos, \(label(arrows.query)), \(label(key.ray))", digits: context.digits(2))
        } ?? context.glyphs.missing,
        cell(key.score),
      ])
    }
    return [markdownTable(table)]
  }

  private func length(of ray: ArrowRow.Ray) -> String {
    ray.length.map { context.text($0, digits: context.digits(2)) } ?? context.glyphs.missing
  }

  private func label(_ ray: ArrowRow.Ray) -> String { ray.label.map(\.text).joined() }
}
