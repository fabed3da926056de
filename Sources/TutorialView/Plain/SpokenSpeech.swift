import AttentionCore
import Frames
import Tutorial

/// The words of a step as plain text, with the worksheet's values in them.
extension ViewContext {
  /// One part of what is said on a step; nothing for what plain text says in another way.
  func spoken(_ speech: Speech) -> PlainPage {
    var page = PlainPage()
    switch speech {
    case .words(let paragraphs), .reply(let paragraphs), .reveal(let paragraphs), .missing(let paragraphs):
      page.add(spoken(paragraphs))
    case .choice(let number, let text, let standing):
      page.add([choice(number, text, standing)])
    case .guess(let number): page.add(words.text(.taskGuess, ["number": number]) + ".")
    case .verdict(let isRight, let answer):
      if let isRight { page.add(words[isRight ? .taskRight : .taskWrong]) }
      if isRight != true { page.add([rightAnswer(answer)]) }
    case .misconception(let misconception):
      page.add(words.text(.taskBelief, ["title": misconception.title]))
    case .tip(let number, let count, let paragraphs):
      let label = words.text(.taskTip, ["number": "\(number)", "count": "\(count)"]) + ": "
      page.add(spoken(paragraphs, before: label))
    case .met: page.add(words[.taskMet])
    case .solution: break
    }
    return page
  }

  /// Paragraphs; the items of a list follow their paragraph line by line.
  private func spoken(_ paragraphs: [Paragraph], before lead: String = "") -> PlainPage {
    var groups: [[PlainLine]] = []
    for (index, paragraph) in paragraphs.enumerated() {
      let line = PlainLine((index == 0 && !lead.isEmpty ? [StyledText(lead)] : []) + pieces(of: paragraph))
      if paragraph.isListItem, !groups.isEmpty {
        groups[groups.count - 1].append(line)
      } else {
        groups.append([line])
      }
    }
    var page = PlainPage()
    for group in groups { page.add(group) }
    return page
  }

  /// The runs of a paragraph; an item of a list begins with a hyphen, which is text on every terminal.
  func pieces(of paragraph: Paragraph) -> [StyledText] {
    (paragraph.isListItem ? [StyledText("- ")] : [])
      + paragraph.runs.map { run in
        switch run.content {
        case .text(let text): StyledText(text)
        case .live(let formula, let digits):
          StyledText(spokenLive(formula, digits: digits), isUnbreakable: true)
        }
      }
  }

  // MARK: Answers

  /// `2: It falls.`, with what there is to say of it.
  private func choice(_ number: Int, _ text: Paragraph, _ standing: Speech.Standing) -> PlainLine {
    let phrase: Phrase? =
      switch standing {
      case .open, .wrong(voted: false): nil
      case .voted: .plainChoiceVoted
      case .right: .plainChoiceRight
      case .rightAndVoted: .plainChoiceVotedRight
      case .wrong(voted: true): .plainChoiceVotedWrong
      }
    let line = choiceLine(number, text)
    guard let phrase else { return line }
    return sentence(phrase, around: line)
  }

  private func choiceLine(_ number: Int, _ text: Paragraph) -> PlainLine {
    PlainLine([StyledText("\(number): ")] + pieces(of: text))
  }

  /// A phrase with a choice in the place of `{choice}`.
  private func sentence(_ phrase: Phrase, around choice: PlainLine) -> PlainLine {
    let parts = words.text(phrase, ["choice": "\n"]).split(
      separator: "\n", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return choice }
    let (before, after) = (StyledText(String(parts[0])), StyledText(String(parts[1])))
    return PlainLine([before] + choice.pieces + [after])
  }

  /// The first vote, where there were two, and the one that counts; nothing before the first.
  var spokenVotes: PlainPage {
    var page = PlainPage()
    guard let question = tutor.question else { return page }
    // Who comes back to the first answer has one answer.
    let votes = Set(question.votes).count == 1 ? Array(question.votes.prefix(1)) : question.votes
    let lines = votes.enumerated().map { index, vote -> PlainLine in
      let isLast = index == votes.count - 1
      let phrase: Phrase = isLast ? .plainYourAnswer : .plainFirstAnswer
      return sentence(phrase, around: choiceLine(ofVote: vote))
    }
    page.add(lines)
    return page
  }

  /// How the answer turned out: the votes, what is right, and what the lesson has to say of both.
  var spokenVerdict: PlainPage {
    var page = spokenVotes
    for speech in tutor.speech {
      switch speech {
      case .verdict, .reply, .misconception, .reveal: page.add(spoken(speech))
      case .words, .choice, .guess, .missing, .tip, .solution, .met: break
      }
    }
    return page
  }

  /// `Right is 2: It falls.`
  private func rightAnswer(_ answer: Speech.Answer) -> PlainLine {
    switch answer {
    case .choice(let number):
      guard case .choices(let choices)? = tutor.question?.question.kind, choices.indices.contains(number - 1)
      else { return PlainLine(words.text(.taskAnswerIs, ["number": "\(number)"])) }
      return sentence(.plainRightAnswer, around: choiceLine(ofVote: choices[number - 1].id))
    case .number(let value):
      var digits = 0
      if value != value.rounded(), case .number(let asked)? = tutor.question?.question.kind {
        digits = self.digits(worksheet.digits(of: asked.formula))
      }
      return PlainLine(words.text(.taskAnswerIs, ["number": text(value, digits: digits)]))
    }
  }

  /// A vote as its choice with its number, or as the number that was typed.
  private func choiceLine(ofVote vote: String) -> PlainLine {
    guard case .choices(let choices)? = tutor.question?.question.kind,
      let index = choices.firstIndex(where: { $0.id == vote })
    else { return PlainLine(vote + ".") }
    let text = tutor.stepWords?.choices[vote] ?? Paragraph(runs: [Run(.text(vote))])
    return choiceLine(index + 1, text)
  }
}
