import AttentionCore
import Frames
import Tutorial

/// What is said on a step, part by part: its words, choices, tips, and how things turned out.
extension ViewContext {
  /// One part as paragraphs of lines.
  func said(_ speech: Speech, width: Int) -> [[[StyledText]]] {
    switch speech {
    case .words(let paragraphs): return wrapped(paragraphs, width: width)
    case .choice(let number, let text, let standing):
      return [choice(number, text, standing, width: width)]
    case .guess(let text):
      return [[[StyledText(words.text(.taskGuess, ["number": text]), style: Style(.text, bold: true))]]]
    case .verdict(let isRight, let answer): return [verdict(isRight, answer, width: width)]
    case .reply(let paragraphs): return wrapped(paragraphs, width: width)
    case .misconception(let misconception):
      return [
        wrap(
          [
            StyledText(
              words.text(.taskBelief, ["title": glyphs.render(misconception.title)]), style: Style(.notice))
          ], width: width)
      ]
    case .reveal(let paragraphs): return wrapped(paragraphs, width: width)
    case .tip(let number, let count, let paragraphs):
      let label = words.text(.taskTip, ["number": "\(number)", "count": "\(count)"]) + "  "
      return wrapped(
        paragraphs, width: width, before: [StyledText(label, style: Style(.token, bold: true))])
    case .missing(let paragraphs):
      return wrapped(
        paragraphs, width: width, before: [StyledText(glyphs.failed + " ", style: Style(.wrong, bold: true))])
    case .solution:
      return [wrap([StyledText(words[.taskSolution], style: Style(.notice, bold: true))], width: width)]
    case .met:
      return [[[StyledText(glyphs.passed + " " + words[.taskMet], style: Style(.right, bold: true))]]]
    }
  }

  /// ` 2  It falls.`, with a mark for the vote and, once revealed, for what is right.
  private func choice(
    _ number: Int, _ text: Paragraph, _ standing: Speech.Standing, width: Int
  ) -> [[StyledText]] {
    let (mark, style): (String, Style) =
      switch standing {
      case .open: (" ", Style(.token, bold: true))
      case .voted: (glyphs.marker, Style(.token, bold: true))
      case .right, .rightAndVoted: (glyphs.passed, Style(.right, bold: true))
      case .wrong(voted: true): (glyphs.failed, Style(.wrong, bold: true))
      case .wrong(voted: false): (" ", Style(.faint))
      }
    let isVote = [.voted, .rightAndVoted, .wrong(voted: true)].contains(standing)
    let lead: [StyledText] = [
      StyledText(mark + " ", style: style), StyledText("\(number)  ", style: Style(style.role, bold: true)),
    ]
    let indent = mark.count + 1 + 3
    let lines = wrapped([text], width: max(1, width - indent)).first ?? []
    return lines.enumerated().map { index, line in
      let line = isVote ? line.map { StyledText($0.text, style: Style($0.style.role, bold: true)) } : line
      return index == 0 ? lead + line : [StyledText(String(repeating: " ", count: indent))] + line
    }
  }

  /// `✗ Not quite. The answer is 2.`
  private func verdict(_ isRight: Bool?, _ answer: Speech.Answer, width: Int) -> [[StyledText]] {
    if isRight == true {
      return [[StyledText("\(glyphs.passed) \(words[.taskRight])", style: Style(.right, bold: true))]]
    }
    let number =
      switch answer {
      case .choice(let number): "\(number)"
      case .number(let value): text(value, digits: digits(answerDigits))
      }
    let wrong: [StyledText] =
      isRight == nil
      ? [] : [StyledText("\(glyphs.failed) \(words[.taskWrong]) ", style: Style(.wrong, bold: true))]
    let answer = StyledText(words.text(.taskAnswerIs, ["number": number]), style: Style(.right, bold: true))
    return wrap(wrong + [answer], width: width)
  }

  /// The decimals of the number that is asked for; a whole number has none.
  var answerDigits: Int {
    guard case .number(let answer) = tutor.step.question?.kind else { return 0 }
    return tutor.rightNumber.map { $0 == $0.rounded() } == true ? 0 : worksheet.digits(of: answer.formula)
  }
}
