import AttentionCore
import Frames

typealias NamedMatrix = (name: String, matrix: Matrix)

extension Cell {
  /// The shortest digits that read back as the same number; nil for a closed or missing cell.
  var digits: String? { number.map(shortestText) }
}

/// Each matrix as a table: its name, its columns, a line for each row.
func matrixText(_ matrices: [NamedMatrix]) -> String {
  matrices.map { name, matrix in
    let columns = 0..<matrix.columnCount
    var table = [[name] + columns.map(matrix.shape.columns.name)]
    for row in 0..<matrix.rowCount {
      let cells = columns.map { matrix[row: row, column: $0].digits ?? "-" }
      table.append([matrix.shape.rows.name(of: row)] + cells)
    }
    let widths = table[0].indices.map { column in table.map { displayWidth(of: $0[column]) }.max() ?? 0 }
    return table.map { row in
      row.enumerated().map { column, text in
        let blanks = String(repeating: " ", count: widths[column] - displayWidth(of: text))
        return column == 0 ? text + blanks : "  " + blanks + text
      }.joined() + "\n"
    }.joined()
  }.joined(separator: "\n")
}

/// One line a cell: `matrix,row,column,value`; the value of a closed or missing cell is empty.
func matrixCSV(_ matrices: [NamedMatrix]) -> String {
  var text = "matrix,row,column,value\n"
  for (name, matrix) in matrices {
    for row in 0..<matrix.rowCount {
      for column in 0..<matrix.columnCount {
        let fields = [
          name, matrix.shape.rows.name(of: row), matrix.shape.columns.name(of: column),
          matrix[row: row, column: column].digits ?? "",
        ]
        text += fields.map(csvField).joined(separator: ",") + "\n"
      }
    }
  }
  return text
}

/// RFC 4180: a field with a comma, a quote or a line end stands in quotes.
private func csvField(_ text: String) -> String {
  guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
  return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}

/// One object with every matrix; a closed or missing cell is null.
func matrixJSON(_ matrices: [NamedMatrix], lesson: String) -> String {
  let objects = matrices.map { name, matrix in
    let rows = (0..<matrix.rowCount).map { row in
      let cells = (0..<matrix.columnCount).map { matrix[row: row, column: $0].digits ?? "null" }
      return "[" + cells.joined(separator: ", ") + "]"
    }
    return """
          \(jsonString(name)): {"rows": \(jsonNames(matrix.shape.rows)), "columns": \(jsonNames(matrix.shape.columns)), \
      "cells": [\(rows.joined(separator: ", "))]}
      """
  }
  return """
    {"lesson": \(jsonString(lesson)),
      "matrices": {
    \(objects.joined(separator: ",\n"))
      }}

    """
}

private func jsonNames(_ axis: Axis) -> String {
  "[" + (0..<axis.count).map { jsonString(axis.name(of: $0)) }.joined(separator: ", ") + "]"
}
