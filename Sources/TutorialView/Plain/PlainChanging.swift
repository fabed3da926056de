import AttentionCore
import Frames
import Tutorial

/// Changing numbers, trying, revealing, and saying what that brought about.
extension PlainReader {
  /// Hands an event to the tutor and says what it changed, and what is said because of it.
  mutating func change(by event: Event) {
    let (before, speech) = (tutor.worksheet, tutor.speech)
    let wasTrying = tutor.experiment != nil
    hear(event)
    let context = context
    if wasTrying, tutor.experiment == nil { say(context.words[.plainTakenBack]) }
    if let notice = context.spokenNotice { say(notice) }
    if let experiment = context.spokenExperiment { say(experiment) }
    let hasMoved = noteChanges(since: before)
    if hasMoved, let lastRipple { page.add(context.spokenChanges(lastRipple, isWhole: false)) }
    for part in tutor.speech where !speech.contains(part) {
      if case .choice = part { continue }
      page.add(context.spoken(part))
    }
    if hasMoved { page.add(context.spokenGoals) }
    // What is taken back need not have moved anything.
    if !hasMoved, event == .undid || event == .redid, tutor.isTakenBack { say(context.words[.plainNoChange]) }
  }

  /// Keeps what moved since a moment; false if nothing did.
  private mutating func noteChanges(since before: Worksheet) -> Bool {
    let ripple = tutor.worksheet.ripple(since: before)
    guard !ripple.isEmpty else { return false }
    lastRipple = ripple
    trail = []
    return true
  }

  mutating func sayChanges() {
    guard let lastRipple else { return say(context.words[.plainNoChangesYet]) }
    page.add(context.spokenChanges(lastRipple, isWhole: true))
  }

  // MARK: Numbers

  /// `K[dog,3] 3.1`, `K[dog,3] = 0,5`, `K[dog] = 3 * Q`.
  mutating func set(_ text: String) {
    let left: String
    let right: String
    if let sign = text.firstIndex(of: "=") {
      left = String(text[..<sign])
      right = text[text.index(after: sign)...].trimmed
    } else {
      right = text.split { $0.isWhitespace }.last.map(String.init) ?? ""
      left = text.trimmed.dropLast(right.count).trimmed
    }
    // The command may stand before a sentence too: `set K[dog,3] = 3.1`.
    guard !left.trimmed.isEmpty, !right.isEmpty else { return sayHowToSet() }
    let shown: Shown
    do { shown = try tutor.worksheet.shown(named: left) } catch { return say(error) }
    let edit: Edit
    if let number = plainNumber(right) {
      edit = Edit(target: tutor.worksheet.target(of: shown), formula: .number(number))
    } else if let formula = try? Edit(parsing: "\(tutor.worksheet.target(of: shown).text) = \(right)"),
      (try? tutor.worksheet.check(formula)) != nil
    {
      edit = formula
    } else {
      return say(context.words.text(.sayNotANumber, ["text": String(right.prefix(40))]))
    }
    let before = tutor.worksheet
    change(by: .made(edit))
    if page.paragraphs.isEmpty, tutor.worksheet.ripple(since: before).isEmpty {
      say(context.words[.plainNoChange])
    }
  }

  private mutating func sayHowToSet() {
    say(context.words.text(.plainHowToSet, ["example": context.exampleOfChange]))
  }

  mutating func restore(_ rest: String) {
    guard !rest.isEmpty else { return change(by: .restoredStep) }
    let shown: Shown
    do { shown = try tutor.worksheet.shown(named: rest) } catch { return say(error) }
    guard let cell = shown.cell else {
      let example = "\(context.word(.restore)) \(context.name(of: context.exampleCell))"
      return say(context.words.text(.plainWhichCell, ["example": example]))
    }
    change(by: .putBack(cell))
  }

  mutating func show(_ rest: String) {
    guard !rest.isEmpty else {
      page.add(context.spokenPicture)
      return page.add(context.spokenStrip)
    }
    do {
      let shown = try tutor.worksheet.shown(named: rest)
      if let cell = shown.cell { return page.add(context.spokenCell(cell)) }
      page.add(context.spokenMatrix(shown))
    } catch {
      say(error)
    }
  }

  // MARK: Trying and revealing

  /// Whether something is tried or revealed that can be hidden again.
  var isAnythingShown: Bool {
    tutor.experiment != nil || tutor.isRevealed || tutor.question?.isRevealed == true
  }

  mutating func attempt() {
    guard tutor.question == nil, !tutor.step.experiment.isEmpty else {
      return say(context.words[.plainNothingToTry])
    }
    guard tutor.experiment == nil else { return say(context.spokenExperiment ?? "") }
    change(by: .toggledReveal)
  }

  mutating func takeBack() {
    guard let experiment = tutor.experiment, tutor.question == nil else {
      return say(context.words[.plainNothingTried])
    }
    change(by: experiment.kind == .solution ? .askedTip : .toggledReveal)
  }

  mutating func play(_ rest: String) {
    let count = tutor.offers.count
    guard count > 0 else { return say(context.words[.plainNoOffers]) }
    guard !rest.isEmpty else { return page.add(context.words[.plainOffers], over: context.spokenOffers) }
    guard let number = Int(rest), (1...count).contains(number) else {
      return say(context.words.text(.plainNoSuchNumber, ["count": "\(count)"]))
    }
    let before = tutor.worksheet
    change(by: .played(number - 1))
    if tutor.worksheet.ripple(since: before).isEmpty { say(context.words[.plainNoChange]) }
  }

  mutating func reveal() {
    if let question = tutor.question {
      let before = tutor.worksheet
      if !question.isRevealed { hear(.toggledReveal) }
      page.add(context.spokenVerdict)
      if noteChanges(since: before), let lastRipple {
        if let experiment = context.spokenExperiment { say(experiment) }
        page.add(context.spokenChanges(lastRipple, isWhole: false))
      }
      return
    }
    // With something to try the key of the screen tries; what is hidden besides comes after it.
    guard tutor.step.experiment.isEmpty else { return attempt() }
    guard !tutor.isRevealed else { return page.add(context.spokenPicture) }
    hear(.toggledReveal)
    if let notice = context.spokenNotice { return say(notice) }
    page.add(context.spokenPicture)
    page.add(context.spokenStrip)
    say(context.words.text(.plainRevealed, ["word": context.word(.hide)]))
  }

  mutating func hide() {
    if tutor.question == nil, tutor.experiment != nil { return takeBack() }
    guard isAnythingShown else { return say(context.words[.plainNothingShown]) }
    hear(.toggledReveal)
    lastRipple = nil
    say(context.words[.plainHiddenAgain])
    if tutor.question != nil { page.add(context.spokenTask) }
  }

  // MARK: What is not there

  /// Says what a text does not name.
  mutating func say(_ error: PlainPlaceError) {
    let words = context.words
    let worksheet = tutor.worksheet
    func labels(_ axis: Axis?) -> String {
      (0..<(axis?.count ?? 0)).map { axis?.name(of: $0) ?? "" }.joined(separator: ", ")
    }
    switch error {
    case .empty: sayHowToSet()
    case .noMatrix(let name):
      say(
        words.text(
          .plainNoMatrix,
          ["name": String(name.prefix(40)), "names": worksheet.names.joined(separator: ", ")]))
    case .noRow(let label, let name):
      say(
        words.text(
          .plainNoRow,
          ["name": String(label.prefix(40)), "matrix": name, "names": labels(worksheet[name]?.shape.rows)]))
    case .noColumn(let label, let name):
      say(
        words.text(
          .plainNoColumn,
          ["name": String(label.prefix(40)), "matrix": name, "names": labels(worksheet[name]?.shape.columns)])
      )
    case .tooManyIndices:
      say(words.text(.plainTooManyIndices, ["example": context.name(of: context.exampleCell)]))
    }
  }
}

extension Tutor {
  /// Whether a change was just undone or redone.
  fileprivate var isTakenBack: Bool {
    switch notice {
    case .undone, .redone: true
    default: false
    }
  }
}
