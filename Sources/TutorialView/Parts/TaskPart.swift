import AttentionCore
import Frames
import Tutorial

/// What stands between the words and the picture: the edits that the step offers, and the goals of its challenge.
extension ViewContext {
  /// - Parameter isCompact: One line for the offers, where not all of them fit into it.
  func task(width: Int, isCompact: Bool) -> Block {
    offers(width: width, isCompact: isCompact).above(goals(width: width))
  }

  // MARK: Offers

  private func offers(width: Int, isCompact: Bool) -> Block {
    guard !tutor.offers.isEmpty else { return Block() }
    let lines = tutor.offers.indices.map { offer($0) }
    // In one line where all fit beside each other; on a small screen only the one that Enter would play.
    let beside = lines.dropFirst().reduce(lines[0]) { $0 + [Span("   ")] + $1 }
    if beside.width <= width { return Block([beside]) }
    guard isCompact, let here = tutor.offer ?? tutor.offers.firstIndex(where: tutor.isCurrent) else {
      return Block(lines)
    }
    return Block([lines[here] + [Span("  \(here + 1)/\(lines.count)", Style(.faint))]])
  }

  /// `▸ S = 2 * (Q · Kᵀ)`; the one that holds now is marked.
  private func offer(_ index: Int) -> Line {
    let edit = tutor.offers[index]
    let isHere = tutor.mode == .edit && tutor.offer == index
    let isCurrent = tutor.isCurrent(edit)
    return [
      Span(
        isCurrent ? glyphs.stageHere : glyphs.stageToCome, Style(isCurrent ? .text : .faint),
        target: .offer(index)),
      Span(
        " " + glyphs.render(edit.text) + " ",
        Style(isCurrent ? .text : .faint, bold: isCurrent || isHere, focused: isHere), target: .offer(index)),
    ]
  }

  // MARK: Goals

  private func goals(width: Int) -> Block {
    guard let challenge = tutor.challenge else { return Block() }
    var lines = challenge.goals.flatMap { goal($0, width: width) }
    if !challenge.keepsLimit {
      let phrase: Phrase = challenge.limit == .row ? .taskOneRow : .taskOneCell
      lines.append([Span("\(glyphs.failed) ", Style(.wrong, bold: true)), Span(words[phrase])])
    }
    return Block(lines)
  }

  /// `✗ A[quickly,dog]: 0.42, needs ≥ 0.80`, on two lines where one is too narrow.
  private func goal(_ goal: ChallengeStatus.Goal, width: Int) -> [Line] {
    let comparison = goal.goal.comparison
    let mark: Span =
      goal.holds
      ? Span("\(glyphs.passed) ", Style(.right, bold: true))
      : Span("\(glyphs.failed) ", Style(.wrong, bold: true))
    let subject = Span(glyphs.render(comparison.left.text))
    let reason = Span(reason(goal), Style(goal.holds ? .right : .wrong, bold: true))
    let line: Line = [mark, subject, Span(": ", Style(.faint)), reason]
    return line.width <= width ? [line] : [[mark, subject], [Span("  "), reason]]
  }

  /// `0.42, needs ≥ 0.80`: both sides in the cell that misses by most.
  func reason(_ goal: ChallengeStatus.Goal) -> String {
    let comparison = goal.goal.comparison
    guard let verdict = goal.verdict else { return glyphs.missing }
    let digits = digits(telling: verdict, of: goal)
    var needed = glyphs.render(comparison.sign.rawValue) + " " + text(verdict.right, digits: digits)
    if comparison.tolerance >= 1e-6 {
      needed += glyphs.render(" ± ") + text(comparison.tolerance, digits: max(digits, 3))
    }
    return words.text(.taskNeeds, ["value": text(verdict.left, digits: digits), "goal": needed])
  }

  /// So many decimals that both sides of a goal look different where that matters: else a goal that is missed would seem
  /// to be met, or the other way round.
  func digits(telling verdict: Verdict, of goal: ChallengeStatus.Goal) -> Int {
    let comparison = goal.goal.comparison
    var digits = digits(max(worksheet.digits(of: comparison.left), comparison.right.decimals))
    let mayBeEqual = goal.holds && comparison.sign != .less && comparison.sign != .greater
    while !mayBeEqual, digits < 7, text(verdict.left, digits: digits) == text(verdict.right, digits: digits) {
      digits += 1
    }
    return digits
  }
}

extension Formula {
  /// The decimals that a plain number is written with; none for anything else.
  fileprivate var decimals: Int {
    if case .number(let literal) = root.kind { literal.decimals } else { 0 }
  }
}
