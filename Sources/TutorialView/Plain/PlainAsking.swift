import AttentionCore
import Tutorial

/// Asking where a number came from, and following its sources by their numbers.
extension PlainReader {
  /// The focus of the picture, a cell by its name, a source by its number, or back to the one before.
  mutating func explain(_ rest: String) {
    if let number = Int(rest) { return follow(number) }
    if vocabulary.command(of: [rest])?.command == .back {
      if trail.count > 1 { trail.removeLast() }
      return explainLast()
    }
    let cell: CellAddress?
    if rest.isEmpty {
      cell = tutor.focus
    } else {
      do { cell = try tutor.worksheet.shown(named: rest).cell } catch { return say(error) }
    }
    guard let cell else { return rest.isEmpty ? say(context.words[.sayNothingToExplain]) : sayWhichCell() }
    guard tutor.isVisible(cell) else {
      return say(context.words.text(.plainNotReached, ["word": context.word(.reveal)]))
    }
    let reference = tutor.worksheet.reference(cell.name, row: cell.row, column: cell.column)
    guard tutor.worksheet.explanation(of: reference) != nil else {
      return say(context.words.text(.sayIsInput, ["cell": context.name(of: cell)]))
    }
    trail = [reference]
    explainLast()
  }

  private mutating func follow(_ number: Int) {
    let sources = trail.last.flatMap { tutor.worksheet.explanation(of: $0)?.sources } ?? []
    guard !sources.isEmpty else { return sayWhichCell(.plainNoSource) }
    guard sources.indices.contains(number - 1) else {
      return say(context.words.text(.plainNoSuchNumber, ["count": "\(sources.count)"]))
    }
    let source = sources[number - 1]
    guard tutor.worksheet.explanation(of: source) != nil else {
      return say(context.words.text(.sayIsInput, ["cell": context.spokenName(of: source)]))
    }
    trail.append(source)
    explainLast()
  }

  private mutating func explainLast() {
    guard let last = trail.last, let text = context.spokenWhy(last, word: context.word(.why)) else {
      return sayWhichCell(.plainNoSource)
    }
    page.add(text)
  }

  private mutating func sayWhichCell(_ phrase: Phrase = .plainWhichCell) {
    let cell = tutor.focus ?? CellAddress(name: tutor.worksheet.names.last ?? "", row: 0, column: 0)
    say(context.words.text(phrase, ["example": "\(context.word(.why)) \(context.name(of: cell))"]))
  }
}
