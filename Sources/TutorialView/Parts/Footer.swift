import AttentionCore
import Frames
import Tutorial

/// The bar at the bottom: the mode, and the keys that work now or what the program has to say.
func drawFooter(_ context: ViewContext, _ layout: Layout, canScroll: Bool, on frame: inout Canvas) {
  let width = layout.size.columns
  let bar = { (row: Int, frame: inout Canvas) in
    frame.fill(Rect(column: 0, row: row, columns: width, rows: 1), style: Style(.bar))
  }
  bar(layout.footer, &frame)
  let mode = Span(" \(context.words[context.keyContext.mode]) ", Style(.barStrong, bold: true))
  let tried = context.tutor.notice == .tried && layout.strip.count == 1
  if let notice = context.noticeText ?? (tried ? context.changesText(width: width - mode.width - 2) : nil) {
    // What is longer than the bar goes up, over the strip: a sentence is never cut.
    let lines = wrap(notice, width: width - mode.width - 2)
    for (index, text) in lines.enumerated() {
      let row = layout.footer - (lines.count - 1 - index)
      bar(row, &frame)
      let indent = Span(String(repeating: " ", count: mode.width), Style(.bar))
      frame.draw(
        [index == 0 ? mode : indent, Span(" " + text, Style(.notice, bold: true), target: .notice)],
        at: Point(column: 0, row: row))
    }
    return
  }
  frame.draw(
    [mode] + context.hintLine(width: width - mode.width, canScroll: canScroll),
    at: Point(column: 0, row: layout.footer))
}

extension ViewContext {
  struct Hint: Hashable {
    var keys: [Key]
    var phrase: Phrase
  }

  /// The number that is being typed, then as many hints as fit.
  fileprivate func hintLine(width: Int, canScroll: Bool) -> Line {
    var line: Line = []
    if let prompt = tutor.prompt {
      let label =
        keyContext == .answer ? "" : words.text(.promptNew, ["cell": name(of: tutor.cursor)])
      line.append(Span(" \(label)\(prompt.text) ", Style(.barStrong, bold: true)))
    }
    for hint in hints(canScroll: canScroll) {
      let spans = spans(of: hint)
      if line.width + spans.width <= width { line += spans }
    }
    return line
  }

  /// `← → step`: a click on a key presses it, one on the word the key before it, unless the keys are many.
  private func spans(of hint: Hint) -> Line {
    let last = hint.keys.count - 1
    let keys = hint.keys.enumerated().map { index, key in
      Span(keyLabel(key) + (index < last ? " " : ""), Style(.hintKey, bold: true), target: .key(key))
    }
    let word = hint.keys.count <= 2 ? hint.keys.last.map(ClickTarget.key) : nil
    return [Span("  ", Style(.bar))] + keys + [Span(" " + words[hint.phrase], Style(.bar), target: word)]
  }

  var keyContext: KeyContext { KeyContext(of: tutor) }

  /// The keys of the footer in order of importance; keys with one meaning stand together.
  private func hints(canScroll: Bool) -> [Hint] {
    var hints: [Hint] = []
    let context = keyContext
    for binding in KeyMap.bindings where binding.hint != nil && binding.contexts.contains(context) {
      guard isUseful(binding, canScroll: canScroll), let phrase = binding.hint, let key = binding.keys.first
      else { continue }
      let wording = wording(of: phrase)
      if let place = hints.firstIndex(where: { $0.phrase == wording }) {
        hints[place].keys.append(key)
      } else {
        hints.append(Hint(keys: [key], phrase: wording))
      }
    }
    return hints
  }

  /// What a key does on this step, where that is more than its own word says.
  private func wording(of phrase: Phrase) -> Phrase {
    switch phrase {
    case .keyReveal where tutor.question == nil && tutor.experiment != nil: .keyTakeBack
    case .keyReveal where tutor.question == nil && !tutor.step.experiment.isEmpty: .keyTry
    case .keyReveal where tutor.isRevealed: .keyHide
    case .keyTip where tutor.experiment?.kind == .solution: .keyTakeBack
    case .keyTip where tutor.offersSolution: .keySolution
    case .keyType where tutor.offer != nil: .keyPlay
    default: phrase
    }
  }

  /// Keys that would do nothing now are not offered.
  private func isUseful(_ binding: Binding, canScroll: Bool) -> Bool {
    switch binding.event {
    case .openedSentence: tutor.isInSandbox
    case .openedSaving: tutor.isInSandbox && tutor.settings.canSaveLessons
    case .undid: tutor.canUndo
    case .redid: tutor.canRedo
    case .toggledReveal: tutor.hasMoreToReveal || tutor.isRevealed || tutor.experiment != nil
    case .voted(let number): number <= openChoices
    case .askedTip: tutor.offersSolution || tutor.tips.count < tutor.stepWords?.tips.count ?? 0
    case .toggledBlank: tutor.presentation.isOn
    case .dismissed: tutor.question == nil && (tutor.hasFreshChange || tutor.experiment != nil)
    case .scrolled where tutor.overlay == nil: canScroll
    case .askedWhy: tutor.mode == .edit || focus.map(isVisible) ?? false
    case .restoredStep: tutor.mode == .edit && worksheet != start
    default: true
    }
  }

  /// How many choices the question of this step has, while it is open.
  private var openChoices: Int {
    guard let question = tutor.question, !question.isRevealed,
      case .choices(let choices) = question.question.kind
    else { return 0 }
    return choices.count
  }

  /// What the program has to say until the next key.
  var noticeText: String? {
    if tutor.overlay == .quit { return words[.sayQuit] }
    guard let notice = tutor.notice else { return nil }
    return switch notice {
    case .outOfRange(let range): outOfRange(range)
    case .notANumber(let text): words.text(.sayNotANumber, ["text": text])
    case .computed(let cell): words.text(.sayComputed, ["cell": name(of: cell)])
    case .notAllowed(let targets):
      words.text(.sayNotAllowed, ["cells": targets.map(\.text).joined(separator: ", ")])
    case .cannotPlay(let edit): words.text(.sayCannotPlay, ["edit": glyphs.render(edit.text)])
    case .played(let edit): words.text(.sayPlayed, ["edit": glyphs.render(edit.text)])
    case .tried: nil
    case .nothingToReveal: words[.sayNothingToReveal]
    case .challengeMet: words[.sayChallengeMet]
    case .noTips: words[.sayNoTips]
    case .lastTip: words[.sayLastTip]
    case .nothingToDismiss: words[.sayNothingToDismiss]
    case .typeTheAnswer: words[.sayTypeTheAnswer]
    case .message(let text): glyphs.render(printable(text))
    case .presenting(let isOn): words[isOn ? .sayPresenting : .sayNotPresenting]
    case .mouse(let isOn): words[isOn ? .sayMouse : .sayNoMouse]
    case .presentFirst: words[.sayPresentFirst]
    case .cannotSave: words[.sayCannotSave]
    case .autoplay(let pace?): words.text(.sayAutoplay, ["pace": words[pace.phrase]])
    case .autoplay(nil): words[.sayAutoplayStopped]
    case .fixed(let matrix): words.text(.sayFixed, ["matrix": matrix])
    case .notReached: words[.sayNotReached]
    case .isInput(let cell): words.text(.sayIsInput, ["cell": name(of: cell)])
    case .nothingToExplain: words[.sayNothingToExplain]
    case .undone(let change): words.text(.sayUndone, ["cell": label(of: change)])
    case .redone(let change): words.text(.sayRedone, ["cell": label(of: change)])
    case .nothingToUndo: words[.sayNothingToUndo]
    case .nothingToRedo: words[.sayNothingToRedo]
    case .restored: words[.sayRestored]
    case .nothingToRestore: words[.sayNothingToRestore]
    case .firstStep: words[.sayFirstStep]
    case .lastStep: words[.sayLastStep]
    case .pasteIgnored: words[.sayPasteIgnored]
    case .resumed: words[.sayResumed]
    case .theme(let name): words.text(.sayTheme, ["theme": words[name.phrase]])
    case .digits(let extra): words.text(.sayDigits, ["digits": "\(extra)"])
    case .pressTabToEdit: words[.sayPressTab]
    }
  }

  /// `changed: 7 of 16 scores · 16 of 16 weights`; nil where nothing did.
  fileprivate func changesText(width: Int) -> String? {
    let line = changes(width: width)
    return line.isEmpty ? nil : line.map(\.text).joined()
  }

  /// What may be typed into the cell under the cursor.
  private func outOfRange(_ range: ClosedRange<Double>) -> String {
    if worksheet.role(of: tutor.cursor.name) == .mask { return words[.sayZeroOrOne] }
    let digits = digits(of: tutor.cursor.name)
    return words.text(
      .sayOutOfRange,
      ["low": text(range.lowerBound, digits: digits), "high": text(range.upperBound, digits: digits)])
  }

  private func label(of change: Change) -> String {
    if change.kind == .given { return words[.sayGiven] }
    if change.kind == .played, let edit = change.edits.first { return glyphs.render(edit.text) }
    return change.cell.map(name) ?? words[.keyRestoreStep]
  }
}

extension Presentation.Pace {
  fileprivate var phrase: Phrase {
    switch self {
    case .slow: .paceSlow
    case .normal: .paceNormal
    case .fast: .paceFast
    }
  }
}

extension ThemeName {
  var phrase: Phrase {
    switch self {
    case .terminal: .themeTerminal
    case .dark: .themeDark
    case .light: .themeLight
    case .contrast: .themeContrast
    case .mono: .themeMono
    }
  }
}
