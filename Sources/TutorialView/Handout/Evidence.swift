import AttentionCore
import Tutorial

/// Whether what a lesson asks for is true of numbers that it was not written for.
///
/// The lesson's own numbers are proved by `attend check`.
extension Tutor {
  /// The state in which the answer to the question of this step is shown.
  var revealed: Tutor {
    var revealed = self
    if revealed.question?.isRevealed == false { _ = revealed.handle(.toggledReveal) }
    return revealed
  }

  /// The state in which the solution of the challenge is shown; nil where it does not go with these numbers.
  var solved: Tutor? {
    var solved = self
    // After its last tip the lesson shows the solution.
    for _ in 0...(stepWords?.tips.count ?? 0) { _ = solved.handle(.askedTip) }
    return solved.experiment?.kind == .solution ? solved : nil
  }

  /// Whether the question of this step has the answer that the lesson gives, or the challenge something to do and the
  /// solution that it offers.
  var taskHolds: Bool {
    if let question = step.question {
      let revealed = revealed
      if case .number = question.kind, revealed.rightNumber == nil { return false }
      return (revealed.experiment != nil || step.experiment.isEmpty)
        && question.proof.allSatisfy { (try? revealed.worksheet.verdict(on: $0))?.holds == true }
    }
    guard let challenge else { return true }
    return !challenge.isMet && solved?.challenge?.isMet == true
  }
}

extension Handout {
  /// How many of the lesson's questions and challenges do not hold with these numbers.
  var unsoundTasks: Int {
    tutors.count { ($0.step.question != nil || $0.step.challenge != nil) && !$0.taskHolds }
  }
}
