import AttentionCore
import Frames
import Tutorial

/// What there is to do on a step: choices, goals, offers, and a hint at the words that do it.
extension ViewContext {
  /// The goals of the challenge, each with its state and the numbers that decide it.
  var spokenGoals: [PlainLine] {
    guard let challenge = tutor.challenge else { return [] }
    var lines = challenge.goals.map { goal in
      PlainLine(
        words.text(
          goal.holds ? .plainGoalReached : .plainGoalOpen,
          ["goal": "\(goal.goal.comparison.left.text): \(spokenReason(goal))"]))
    }
    if !challenge.keepsLimit {
      let rule = words[challenge.limit == .row ? .taskOneRow : .taskOneCell]
      lines.append(PlainLine(words.text(.plainLimitBroken, ["rule": rule])))
    }
    return lines
  }

  /// `0.42, needs ≥ 0.80`: both sides in the cell that misses by most.
  private func spokenReason(_ goal: ChallengeStatus.Goal) -> String {
    let comparison = goal.goal.comparison
    guard let verdict = goal.verdict else { return words[.whyNoValue] }
    let digits = digits(telling: verdict, of: goal)
    var needed = comparison.sign.rawValue + " " + spoken(verdict.right, digits: digits)
    if comparison.tolerance >= 1e-6 { needed += " ± " + text(comparison.tolerance, digits: max(digits, 3)) }
    return words.text(.taskNeeds, ["value": spoken(verdict.left, digits: digits), "goal": needed])
  }

  /// The edits that the step offers, numbered.
  var spokenOffers: [PlainLine] {
    tutor.offers.enumerated().map { index, edit in
      let text = tutor.isCurrent(edit) ? words.text(.plainIsSo, ["edit": edit.text]) : edit.text
      return PlainLine([StyledText("\(index + 1): "), StyledText(text, isUnbreakable: true)])
    }
  }

  /// What may be changed on this step, by the targets of the lesson or by the names of the inputs.
  var spokenPermission: PlainLine {
    let cells =
      tutor.step.permission?.targets.map(\.text)
      ?? worksheet.names.filter { worksheet.input($0)?.isFixed == false }
    guard !cells.isEmpty else { return PlainLine(words[.plainMayChangeNothing]) }
    return PlainLine(words.text(.plainMayChange, ["cells": cells.joined(separator: ", ")]))
  }

  /// A change as a line that can be typed on this step: `set K[dog,1] 3.1`.
  var exampleOfChange: String {
    "\(word(.set)) \(name(of: exampleCell)) \(decimal == .comma ? "3,1" : "3.1")"
  }

  /// A cell that may be changed here, else one that is shown.
  var exampleCell: CellAddress {
    let inputs = worksheet.names.filter { worksheet.isInput($0) }
    let cells = (tutor.step.show.map(\.name) + inputs).lazy.flatMap { name -> [CellAddress] in
      guard let matrix = self.worksheet[name] else { return [] }
      return (0..<matrix.rowCount).flatMap { row in
        (0..<matrix.columnCount).map { CellAddress(name: name, row: row, column: $0) }
      }
    }
    return cells.first(where: tutor.permits) ?? CellAddress(name: inputs.first ?? "", row: 0, column: 0)
  }

  /// The words that do what this step waits for.
  var spokenHints: [PlainLine] {
    var hints: [String] = []
    if let question = tutor.question {
      if !question.isRevealed {
        if question.vote != nil {
          hints.append(words[.hintAnswered])
        } else if case .choices(let choices) = question.question.kind {
          hints.append(words.text(.hintAnswer, ["count": "\(choices.count)"]))
        } else {
          hints.append(words[.hintNumber])
        }
      }
    } else if tutor.experiment == nil, !tutor.step.experiment.isEmpty {
      hints.append(words.text(.hintTry, ["word": word(.attempt)]))
    }
    if let challenge = tutor.challenge, !challenge.isMet, tutor.experiment == nil {
      hints.append(words.text(.hintChallenge, ["example": exampleOfChange, "word": word(.tip)]))
    }
    return hints.map { PlainLine($0) }
  }

  /// What is being tried, or the solution that is shown, and how to end it.
  var spokenExperiment: String? {
    guard let experiment = tutor.experiment else { return nil }
    let phrase: Phrase =
      tutor.question != nil
      ? .plainProof : experiment.kind == .solution ? .plainSolution : .plainTried
    let edits = experiment.edits.map(\.text).joined(separator: ", ")
    return words.text(phrase, ["edits": edits, "word": word(.takeBack)])
  }
}

extension Formula {
  /// The decimals that a plain number is written with; nil for anything else.
  var literalDecimals: Int? {
    if case .number(let literal) = root.kind { literal.decimals } else { nil }
  }
}
