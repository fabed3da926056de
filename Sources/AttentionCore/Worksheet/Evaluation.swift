extension Graph {
  /// Computes the operations among some nodes, in order, in place.
  ///
  /// - Parameters:
  ///   - values: One matrix for each node; those of inputs and constants are already right.
  ///   - start: What `was(…)` reads; nil: these same values, for the start is computed itself.
  ///   - typedOver: Numbers that stand in place of computed ones.
  ///   - tape: What gradients walk back through; nil: these same values, as this graph computes them.
  func evaluate(
    _ range: Range<Int>, _ values: inout [Matrix], start: [Matrix]?, typedOver: TypedOver, tape: Tape? = nil
  ) {
    for index in range {
      guard case .operation(let operation) = nodes[index].work else { continue }
      // The result leaves the array while it is written, so that its storage is reused and not copied.
      var result = Matrix.empty
      swap(&result, &values[index])
      result.gaps = nil
      let tape =
        operation.needsTape ? tape ?? Tape(graph: self, values: values, typedOver: typedOver) : nil
      operation.compute(
        Operands(matrices: values, start: start ?? values, nodes: nodes[index].operands, tape: tape),
        into: &result)
      if !typedOver.isEmpty, let definition = nodes[index].definition {
        for (cell, number) in typedOver[definition] ?? [:] { result[cell: cell] = .number(number) }
      }
      swap(&result, &values[index])
    }
  }
}

/// The cells of computed matrices that hold typed numbers: by definition, then by index into the storage.
typealias TypedOver = [Int: [Int: Double]]

extension Operation {
  /// Evaluates, and makes missing cells of what has no value.
  fileprivate func compute(_ operands: Operands, into result: inout Matrix) {
    evaluate(operands, into: &result)
    for operand in operands.nodes.indices where operands.matrices[operands.nodes[operand]].gaps != nil {
      spreadMissing(from: operand, of: operands, into: &result)
    }
    result.markGaps { row, column in reason(row: row, column: column, of: operands) }
  }

  /// What is computed from a missing cell is missing.
  private func spreadMissing(from operand: Int, of operands: Operands, into result: inout Matrix) {
    let matrix = operands[operand]
    for row in 0..<result.rowCount {
      for column in 0..<result.columnCount {
        let index = row * result.columnCount + column
        guard case .number = result[cell: index] else { continue }
        let region = reads(operand, row: row, column: column, of: operands)
        if matrix.hasMissing(in: region) { result.leaveOut(index, .fromMissing) }
      }
    }
  }
}

extension Matrix {
  fileprivate func hasMissing(in region: Region) -> Bool {
    guard let gaps else { return false }
    return region.rows.contains { row in
      region.columns.contains { column in gaps[row * columnCount + column].isMissing }
    }
  }
}
