import AttentionCore
import Frames
import Tutorial

/// What the program answers in one line, with words to type where the screen names keys.
extension ViewContext {
  var spokenNotice: String? {
    guard let notice = tutor.notice else { return nil }
    switch notice {
    case .computed(let cell):
      return words.text(.plainComputed, ["cell": name(of: cell), "word": word(.why)])
    case .fixed(let name) where worksheet.input(name)?.isFixed == false:
      return words.text(.plainNotHere, ["matrix": name])
    case .notReached: return words.text(.plainNotReached, ["word": word(.reveal)])
    case .restored: return words.text(.plainRestored, ["word": word(.undo)])
    case .played(let edit): return words.text(.plainPlayed, ["edit": edit.text, "word": word(.undo)])
    case .undone(let change): return words.text(.sayUndone, ["cell": label(of: change)])
    case .redone(let change): return words.text(.sayRedone, ["cell": label(of: change)])
    case .pressTabToEdit: return words.text(.plainNoQuestion, ["example": exampleOfChange])
    case .typeTheAnswer: return words[.hintNumber]
    case .nothingToDismiss, .pasteIgnored, .resumed, .theme, .mouse: return nil
    default: return noticeText
    }
  }

  /// A change by what it did: its edits, or the cell that was put back.
  private func label(of change: Change) -> String {
    if let cell = change.cell { return name(of: cell) }
    return change.kind == .restoredStep
      ? word(.restore) : change.edits.map(\.text).joined(separator: ", ")
  }
}
