import AttentionCore
import Frames
import Tutorial

/// Questions and challenges: for the learner without what is right, for the teacher with it.
extension HandoutWriter {
  private static let room = String(repeating: "_", count: 40)

  // MARK: Questions

  mutating func writeQuestion(to section: inout Section) {
    guard let question = tutor.step.question else { return }
    guard handout.hasOwnNumbers || tutor.taskHolds else {
      leftOut += 1
      return
    }
    questionCount += 1
    let heading = heading(.handoutQuestion, questionCount)
    section.blocks += [heading] + blocks(of: tutor.stepWords?.paragraphs ?? []) + begunPicture()
    switch question.kind {
    case .choices(let choices):
      let lines = choices.enumerated().map { "- [ ] \($0 + 1). \(text(of: $1))" }
      section.blocks += [lines.joined(separator: "\n"), "\(words[.handoutWhy]): \(Self.room)"]
    case .number: section.blocks.append("\(words[.handoutAnswer]): \(Self.room)")
    }
    section.key += [heading] + answer(question, tutor.revealed) + notes()
  }

  /// Which choice is right and why, what the others show.
  private mutating func answer(_ question: Question, _ revealed: Tutor) -> [String] {
    let before = tutor
    defer { take(before) }
    take(revealed)
    return shown { writer in
      let replies = writer.tutor.stepWords?.replies ?? [:]
      var blocks: [String] = []
      switch question.kind {
      case .choices(let choices):
        let lines = choices.enumerated().map { index, choice -> String in
          let mark = choice.verdict == .right ? writer.context.glyphs.passed : writer.context.glyphs.failed
          let reply = replies[choice.id].map { " " + writer.blocks(of: $0).joined(separator: " ") } ?? ""
          return "- \(mark) \(index + 1). \(writer.text(of: choice))\(reply)\(writer.belief(choice))"
        }
        blocks.append(lines.joined(separator: "\n"))
      case .number:
        let digits = writer.context.answerDigits
        let number = writer.tutor.rightNumber.map { writer.context.text($0, digits: digits) }
        blocks.append(writer.words.text(.taskAnswerIs, ["number": number ?? writer.context.glyphs.missing]))
      }
      if !writer.tutor.step.experiment.isEmpty {
        blocks.append(
          writer.words.text(.handoutTry, ["edit": writer.list(writer.tutor.step.experiment)]))
      }
      return blocks + writer.blocks(of: writer.tutor.stepWords?.reveal ?? [])
    }
  }

  /// ` (M3: …)`: the belief that a wrong choice shows.
  private func belief(_ choice: Choice) -> String {
    guard case .misconception(let id) = choice.verdict,
      let misconception = handout.course.ownWords(in: handout.language).misconceptions[id]
    else { return "" }
    return " (\(id): \(escapedForMarkdown(misconception.title)))"
  }

  private mutating func text(of choice: Choice) -> String {
    tutor.stepWords?.choices[choice.id].map { inline($0) } ?? escapedForMarkdown(choice.id)
  }

  // MARK: Challenges

  mutating func writeChallenge(to section: inout Section) {
    guard let challenge = tutor.step.challenge, let solved = tutor.solved,
      handout.hasOwnNumbers || tutor.taskHolds
    else {
      leftOut += 1
      return
    }
    challengeCount += 1
    let heading = heading(.handoutChallenge, challengeCount)
    section.blocks += [heading] + blocks(of: tutor.stepWords?.paragraphs ?? []) + begunPicture()
    var lines = challenge.goals.map { "- \(words[.handoutGoal]): \(markdownCode($0.comparison.text))" }
    let allowed = (tutor.step.permission?.targets.map(\.text) ?? []) + tutor.offers.map(\.text)
    if !allowed.isEmpty {
      let list = allowed.map(markdownCode).joined(separator: ", ")
      lines.append("- \(words.text(.handoutMayChange, ["cells": list]))")
    }
    if let limit = challenge.limit {
      lines.append("- \(words.text(limit == .row ? .taskOneRow : .taskOneCell, [:]))")
    }
    section.blocks += [lines.joined(separator: "\n"), "\(words[.handoutMyChange]): \(Self.room)"]
    section.key += [heading] + solution(challenge, solved) + notes()
  }

  /// A solution, how it meets the goals, and what it shows.
  private mutating func solution(_ challenge: Challenge, _ solved: Tutor) -> [String] {
    let before = tutor
    defer { take(before) }
    take(solved)
    return shown { writer in
      let edits = writer.words.text(.handoutSolution, ["edit": writer.list(challenge.solution)])
      let goals = writer.tutor.challenge?.goals ?? []
      let lines = goals.map { goal in
        "- \(markdownCode(goal.goal.comparison.left.text)): \(writer.context.reason(goal))"
      }
      let words = writer.handout.hasOwnNumbers ? writer.tutor.stepWords?.reveal ?? [] : []
      return [edits, lines.joined(separator: "\n")] + writer.blocks(of: words)
    }
  }

  // MARK: Both

  /// Writes for the teacher: with all numbers, and without a trace on the sheet.
  mutating func shown(_ write: (inout HandoutWriter) -> [String]) -> [String] {
    var complete = self
    complete.showsAll = true
    return write(&complete)
  }

  /// `### Question 1: One score rises`
  private func heading(_ phrase: Phrase, _ number: Int) -> String {
    let title = tutor.stepWords?.title.map { ": \(escapedForMarkdown($0))" } ?? ""
    return "### \(words.text(phrase, ["number": "\(number)"]))\(title)"
  }
}
