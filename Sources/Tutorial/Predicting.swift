import AttentionCore

/// Where the learner is with a question.
public struct QuestionStatus: Hashable, Sendable {
  public let question: Question
  /// The ids of choices, or numbers as they were typed; the first vote first.
  public let votes: [String]
  public let isRevealed: Bool

  /// The vote that counts: the last one.
  public var vote: String? { votes.last }
}

/// Predicting: a question is answered before the answer is shown, as often as the learner wants.
extension Tutor {
  /// The question of this step; nil if it asks none.
  public var question: QuestionStatus? {
    step.question.map {
      let answer = progress.answers[step.id]
      return QuestionStatus(
        question: $0, votes: answer?.votes ?? [], isRevealed: answer?.isRevealed ?? false)
    }
  }

  /// Whether the number being typed is an answer.
  public var isAnswering: Bool { mode == .step && asksForNumber }

  /// Whether the step asks for a number that is still hidden.
  public var asksForNumber: Bool {
    guard let question, !question.isRevealed, case .number = question.question.kind else { return false }
    return true
  }

  /// What a vote is worth; nil for one that names no choice and no number.
  public func verdict(on vote: String) -> Choice.Verdict? {
    switch step.question?.kind {
    case .choices(let choices): return choices.first { $0.id == vote }?.verdict
    case .number(let answer):
      guard let guess = NumberPrompt(text: vote).value, let right = rightNumber else { return nil }
      return abs(guess - right) <= answer.tolerance ? .right : .wrong
    case nil: return nil
    }
  }

  /// The answer to a question for a number, in its own place.
  public var rightNumber: Double? {
    guard case .number(let answer) = step.question?.kind else { return nil }
    return (try? place.worksheet.value(of: answer.formula))?[row: 0, column: 0].number
  }

  /// Votes for a choice, counted from 1; what is revealed is settled.
  mutating func vote(forChoice number: Int) {
    guard let question, case .choices(let choices) = question.question.kind else {
      notice = asksForNumber ? .typeTheAnswer : .pressTabToEdit
      return
    }
    guard choices.indices.contains(number - 1), !question.isRevealed else { return }
    record(choices[number - 1].id)
  }

  /// The keys of a number that is typed as an answer.
  mutating func answer(_ event: Event) {
    switch event {
    case .typed(let character):
      if prompt == nil { prompt = NumberPrompt() }
      if prompt?.type(character) == false || prompt?.text.isEmpty == true { prompt = nil }
    case .editedNumber(let key): prompt?.edit(key)
    case .cancelledNumber: prompt = nil
    case .acceptedNumber:
      guard let typed = prompt, !typed.text.isEmpty else {
        prompt = nil
        return
      }
      guard typed.value != nil else {
        notice = .notANumber(typed.text)
        return
      }
      record(typed.text)
      prompt = nil
    default: edit(event)
    }
  }

  /// Enter: an answer that was given is revealed; what asks nothing, or is revealed, is left for the next step.
  mutating func goOn() {
    guard let question, !question.isRevealed, question.vote != nil else { return walk(.steppedForward) }
    toggleAnswer()
  }

  /// Shows the answer with the experiment that proves it, or hides both again for another vote.
  mutating func toggleAnswer() {
    guard let question else { return }
    prompt = nil
    progress.answers[step.id, default: SavedAnswer()].isRevealed = !question.isRevealed
    effects.append(.save)
    wordsScroll = nil
    showAnswer()
  }

  /// The state of the screen that belongs to a question that is revealed, or is not.
  mutating func showAnswer() {
    isRevealed = question?.isRevealed ?? false
    experiment = nil
    if isRevealed, !step.experiment.isEmpty { play(step.experiment, as: .experiment) }
  }

  private mutating func record(_ vote: String) {
    var answer = progress.answers[step.id, default: SavedAnswer()]
    guard answer.votes.last != vote else { return }
    // The first vote and the last one say what was learned between them.
    answer.votes = (answer.votes.first.map { [$0] } ?? []) + [vote]
    progress.answers[step.id] = answer
    effects.append(.save)
  }
}
