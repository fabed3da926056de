import Testing

/// What a program may have left behind on its terminal.
extension TerminalSession {
  /// The private modes that were switched on and not off again, but for those that are on in any terminal.
  var modesLeftOn: Set<Int> {
    var modes: Set<Int> = []
    for sequence in outputText.split(separator: "\u{1B}[?", omittingEmptySubsequences: false).dropFirst() {
      let end = sequence.firstIndex { !$0.isNumber && $0 != ";" } ?? sequence.endIndex
      guard end < sequence.endIndex, "hl".contains(sequence[end]) else { continue }
      let numbers = sequence[..<end].split(separator: ";").compactMap { Int($0) }
      if sequence[end] == "h" { modes.formUnion(numbers) } else { modes.subtract(numbers) }
    }
    // Lines that wrap, and a cursor that is seen.
    return modes.subtracting([7, 25])
  }

  /// Whether what a shell prints now looks as it should: no colour, no letters that are lines.
  var printsPlainly: Bool {
    let place = emulator.cursor
    emulator.write(Array("lqk".utf8))
    return (0..<3).allSatisfy {
      emulator.cell(column: place.column + $0, row: place.row) == .plain(["l", "q", "k"][$0])
    }
  }

  /// Waits for the end and looks whether the terminal is as it was; how the program ended.
  func endLeavingNoTrace(_ comment: Comment? = nil) -> End? {
    let end = waitForEnd()
    #expect(terminalIsRestored, comment)
    #expect(modesLeftOn.isEmpty, comment)
    #expect(printsPlainly, "\(comment ?? "") \(outputText.suffix(300).debugDescription)")
    return end
  }
}
