import AttentionCore

/// One thing that is said on a step, in the order in which the words area shows it.
public enum Speech: Hashable, Sendable {
  /// How a choice stands: before the reveal it is open or voted for, after it right or wrong.
  public enum Standing: Hashable, Sendable {
    case open, voted
    case right, rightAndVoted
    case wrong(voted: Bool)
  }

  /// The answer of a question: a choice, counted from 1, or a number.
  public enum Answer: Hashable, Sendable {
    case choice(Int)
    case number(Double)
  }

  /// The step's own words.
  case words([Paragraph])
  /// A choice of the question, with its number.
  case choice(number: Int, Paragraph, Standing)
  /// The number that was given as an answer.
  case guess(String)
  /// After the reveal: whether the vote was right, nil without one; and the answer, as a choice's number or as a number.
  case verdict(isRight: Bool?, answer: Answer)
  /// What the chosen answer shows, in the lesson's words.
  case reply([Paragraph])
  /// The belief that led to the chosen answer.
  case misconception(Misconception)
  /// What is said after the reveal, or once the goals are met.
  case reveal([Paragraph])
  case tip(number: Int, of: Int, [Paragraph])
  /// What is said while a goal is what is missing.
  case missing([Paragraph])
  /// The values on screen are a solution that was asked for.
  case solution
  /// The learner's own values meet the goals.
  case met
}

extension Tutor {
  /// Everything that is said on this step now.
  public var speech: [Speech] {
    guard let words = stepWords else { return [] }
    return [.words(words.paragraphs)] + questionSpeech(words) + challengeSpeech(words)
      + tips.enumerated().map { .tip(number: $0.offset + 1, of: words.tips.count, $0.element) }
      + (experiment?.kind == .solution ? [.solution] : [])
  }

  /// Which part of all that is said on this step was said last, so that it is on screen where not all of it fits.
  public func newest(of speech: [Speech]) -> Int {
    if let revealed = speech.firstIndex(where: \.isVerdict) { return revealed }
    return tips.isEmpty && experiment?.kind != .solution && challenge?.isMet != true && !isChanged
      ? 0 : speech.count - 1
  }

  /// Whether the learner changed anything since the place began.
  var isChanged: Bool { step.challenge != nil && worksheet != start }

  private func questionSpeech(_ words: StepWords) -> [Speech] {
    guard let question else { return [] }
    var speech: [Speech] = []
    switch question.question.kind {
    case .choices(let choices):
      speech += choices.enumerated().map { index, choice in
        let text = words.choices[choice.id] ?? Paragraph(runs: [Run(.text(choice.id))])
        return .choice(number: index + 1, text, standing(of: choice, question))
      }
    case .number:
      if let vote = question.vote { speech.append(.guess(vote)) }
    }
    guard question.isRevealed else { return speech }
    if let answer = rightAnswer {
      speech.append(.verdict(isRight: question.vote.map { verdict(on: $0) == .right }, answer: answer))
    }
    if let vote = question.vote {
      if case .misconception(let id)? = verdict(on: vote),
        let misconception = course.ownWords(in: settings.language).misconceptions[id]
      {
        speech.append(.misconception(misconception))
      }
      if let reply = words.replies[vote] { speech.append(.reply(reply)) }
    }
    return speech + (words.reveal.isEmpty ? [] : [.reveal(words.reveal)])
  }

  private var rightAnswer: Speech.Answer? {
    switch step.question?.kind {
    case .choices(let choices): choices.firstIndex { $0.verdict == .right }.map { .choice($0 + 1) }
    case .number: rightNumber.map(Speech.Answer.number)
    case nil: nil
    }
  }

  private func standing(of choice: Choice, _ question: QuestionStatus) -> Speech.Standing {
    let isVoted = choice.id == question.vote
    guard question.isRevealed else { return isVoted ? .voted : .open }
    guard choice.verdict == .right else { return .wrong(voted: isVoted) }
    return isVoted ? .rightAndVoted : .right
  }

  private func challengeSpeech(_ words: StepWords) -> [Speech] {
    guard let challenge, experiment == nil else { return [] }
    if challenge.isMet { return [.met] + (words.reveal.isEmpty ? [] : [.reveal(words.reveal)]) }
    guard isChanged, let missing = challenge.goals.first(where: { !$0.holds }),
      let reply = words.replies[missing.goal.id]
    else { return [] }
    return [.missing(reply)]
  }
}

extension Speech {
  /// Whether it says how things turned out.
  fileprivate var isVerdict: Bool {
    switch self {
    case .verdict, .met: true
    case .reply, .misconception, .reveal, .guess, .words, .choice, .tip, .missing, .solution: false
    }
  }
}
