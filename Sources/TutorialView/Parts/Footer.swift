import AttentionCore
import Frames
import Tutorial

/// The bar at the bottom: the mode, and the keys that work now or what the program has to say.
func drawFooter(_ context: ViewContext, _ layout: Layout, on frame: inout Frame) {
  let row = layout.footer
  let width = layout.size.columns
  frame.fill(Rect(column: 0, row: row, columns: width, rows: 1), style: Style(.bar))
  var line: Line = [
    Span(
      " " + context.words[context.keyContext.mode] + " ", Style(.barStrong, bold: true)
    )
  ]
  if let notice = context.noticeText {
    line.append(Span(" " + notice, Style(.notice, bold: true)))
    frame.draw(line, at: Point(column: 0, row: row))
    return
  }
  if context.tutor.prompt != nil {
    let label = context.words.text(.promptNew, ["cell": context.name(of: context.tutor.cursor)])
    line.append(
      Span(
        " \(label)\(context.tutor.prompt?.text ?? "") ", Style(.barStrong, bold: true)
      ))
  }
  for hint in context.hints(layout) {
    let spans: Line = [
      Span("  ", Style(.bar)), Span(hint.keys, Style(.hintKey, bold: true)),
      Span(" " + context.words[hint.phrase], Style(.bar)),
    ]
    guard line.width + spans.width <= width else { continue }
    line += spans
  }
  frame.draw(line, at: Point(column: 0, row: row))
}

extension ViewContext {
  struct Hint: Hashable {
    var keys: String
    var phrase: Phrase
  }

  var keyContext: KeyContext { KeyContext(of: tutor) }

  /// The keys of the footer in order of importance; keys with one meaning stand together.
  func hints(_ layout: Layout) -> [Hint] {
    var hints: [Hint] = []
    for binding in KeyMap.bindings where binding.contexts.contains(keyContext) && isUseful(binding, layout) {
      guard let phrase = binding.hint, let key = binding.keys.first else { continue }
      let label = keyLabel(key)
      if let place = hints.firstIndex(where: { $0.phrase == phrase }) {
        hints[place].keys += " " + label
      } else {
        hints.append(Hint(keys: label, phrase: phrase))
      }
    }
    return hints
  }

  /// Keys that would do nothing now are not offered.
  private func isUseful(_ binding: Binding, _ layout: Layout) -> Bool {
    switch binding.event {
    case .undid: !tutor.progress.place.done.isEmpty
    case .redid: !tutor.progress.place.undone.isEmpty
    case .toggledReveal: tutor.hasMoreToReveal || tutor.isRevealed
    case .scrolled where tutor.overlay == nil: Board(self, layout: layout).canScrollDown
    case .askedWhy: tutor.mode == .edit || tutor.focus.map(tutor.isVisible) ?? false
    case .restoredStep: tutor.mode == .edit && tutor.worksheet != tutor.lesson.worksheet
    default: true
    }
  }

  /// What the program has to say until the next key.
  var noticeText: String? {
    if tutor.overlay == .quit { return words[.sayQuit] }
    guard let notice = tutor.notice else { return nil }
    return switch notice {
    case .outOfRange(let range):
      words.text(
        .sayOutOfRange, ["low": text(range.lowerBound, digits: 2), "high": text(range.upperBound, digits: 2)])
    case .notANumber(let text): words.text(.sayNotANumber, ["text": text])
    case .computed(let cell): words.text(.sayComputed, ["cell": name(of: cell)])
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

  private func label(of change: Change) -> String {
    change.cell.map(name) ?? words[.keyRestoreStep]
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
