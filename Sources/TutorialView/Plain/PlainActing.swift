import AttentionCore
import Frames
import Tutorial

/// From a line to what it does.
extension PlainReader {
  /// Nobody types more, and what comes through a pipe must not be echoed without end.
  private static let longestLine = 1000

  mutating func carryOut(_ line: String) {
    guard line.utf8.count <= Self.longestLine else { return say(context.words[.plainTooLong]) }
    let typed = line.split { $0.isWhitespace }.map(String.init)
    guard !typed.isEmpty else { return goOn() }
    if case .course = tutor.overlay { hear(.closedOverlay) }
    if isSentence(line) || isNumberForLetter(typed) { return set(line) }
    if typed.count == 1, plainNumber(typed[0]) != nil { return answer(typed[0]) }
    if let (command, rest) = vocabulary.command(of: typed) {
      return carryOut(command, rest.joined(separator: " "))
    }
    // A cell says what it is for by itself: alone it is shown, with a number it is changed.
    if let last = typed.last, typed.count > 1 || last.contains("]"), isMatrix(line) {
      if plainNumber(last) != nil, typed.count > 1, !last.hasSuffix("]") { return set(line) }
      return show(line)
    }
    if isMatrix(line) { return show(line) }
    sayUnknown(typed[0])
  }

  var vocabulary: PlainVocabulary {
    PlainVocabulary([tutor.interface, tutor.course.words(in: .english)])
  }

  /// Whether a line is an edit as the formula language writes it: `K[dog,3] = 3.1`.
  private func isSentence(_ line: String) -> Bool {
    guard let sign = line.firstIndex(of: "=") else { return false }
    return (try? tutor.worksheet.shown(named: String(line[..<sign]))) != nil
  }

  /// `T 0.5`: where a letter is both a command and a matrix, a number after it is for the matrix.
  private func isNumberForLetter(_ typed: [String]) -> Bool {
    typed.count > 1 && typed[0].count == 1 && typed.last.flatMap(plainNumber) != nil
      && tutor.worksheet.names.contains(typed[0])
  }

  private func isMatrix(_ line: String) -> Bool {
    guard let name = plainNames(in: line).first else { return false }
    return (try? tutor.worksheet.shown(named: "\"\(name)\"")) != nil
  }

  private mutating func carryOut(_ command: PlainCommand, _ rest: String) {
    switch command {
    case .next: step(.steppedForward)
    case .back: step(.steppedBack)
    case .stage: goToStage(rest)
    case .previousStage: step(.wentToPreviousStage)
    case .furthest: step(.wentToFurthestStep)
    case .go: go(to: rest)
    case .set: set(rest)
    case .show: show(rest)
    case .why: explain(rest)
    case .undo: change(by: .undid)
    case .redo: change(by: .redid)
    case .restore: restore(rest)
    case .changes: sayChanges()
    case .attempt: attempt()
    case .takeBack: takeBack()
    case .play: play(rest)
    case .tip: change(by: .askedTip)
    case .reveal: reveal()
    case .hide: hide()
    case .toggle: isAnythingShown ? hide() : reveal()
    case .course: sayCourse()
    case .glossary: sayGlossary(rest)
    case .whereAmI: page.add(context.spokenWhere)
    case .sayAgain: page.add(context.spokenStep(.stage))
    case .language: speak(rest)
    case .digits:
      hear(.changedDigits)
      if let notice = context.spokenNotice { say(notice) }
      page.add(context.spokenPicture)
    case .sentence, .dimensions, .seed, .save: buildSandbox(command, rest)
    case .help: page.add(context.spokenHelp)
    case .quit: hear(.confirmedQuit)
    }
  }

  /// Hands an event to the tutor.
  mutating func hear(_ event: Event) { effects += tutor.handle(event) }

  // MARK: Walking

  /// An empty line: the answer that was given is revealed, the next lesson begun, or one step taken.
  private mutating func goOn() {
    if case .course = tutor.overlay {
      let lesson = tutor.lessonIndex
      hear(.chose)
      trail = []
      return page.add(context.spokenStep(lesson == tutor.lessonIndex ? .stage : .lesson))
    }
    if let question = tutor.question, !question.isRevealed, question.vote != nil { return reveal() }
    step(.steppedForward)
  }

  /// Takes a step and reads what is there.
  mutating func step(_ event: Event) {
    let before = (lesson: tutor.lessonIndex, stage: tutor.stageIndex, step: tutor.progress.step)
    hear(event)
    if let notice = context.spokenNotice { say(notice) }
    if case .course(let selected) = tutor.overlay {
      say(context.words[.plainEndOfLesson])
      return sayNextLesson(selected)
    }
    let isNewLesson = tutor.lessonIndex != before.lesson
    guard isNewLesson || tutor.progress.step != before.step else {
      // Where a step leads nowhere the notice says so; a jump to the place itself reads it again.
      if page.paragraphs.isEmpty { page.add(context.spokenStep(.stage)) }
      return
    }
    trail = []
    lastRipple = nil
    page.add(
      context.spokenStep(isNewLesson ? .lesson : tutor.stageIndex != before.stage ? .stage : .step))
  }

  // MARK: Answering

  private mutating func answer(_ number: String) {
    guard let question = tutor.question else {
      return say(context.words.text(.plainNoQuestion, ["example": context.exampleOfChange]))
    }
    guard !question.isRevealed else {
      return say(context.words.text(.plainAnswerIsShown, ["word": context.word(.hide)]))
    }
    switch question.question.kind {
    case .choices(let choices):
      guard let choice = Int(number), choices.indices.contains(choice - 1) else {
        return say(context.words.text(.plainNoSuchNumber, ["count": "\(choices.count)"]))
      }
      hear(.voted(choice))
    case .number:
      for character in number { hear(.typed(character)) }
      hear(.acceptedNumber(then: nil))
      if let notice = context.spokenNotice { say(notice) }
    }
    guard tutor.question?.vote != nil else { return }
    page.add(context.spokenVotes)
    say(context.words[.hintAnswered])
  }

  // MARK: Help with a word

  private mutating func sayUnknown(_ typed: String) {
    let near = suggestion(for: folded(typed), among: vocabulary.all)
    let text = String(typed.prefix(40))
    say(
      near.map { context.words.text(.plainUnknownNear, ["text": text, "near": $0]) }
        ?? context.words.text(.plainUnknown, ["text": text, "word": context.word(.help)]))
  }
}
