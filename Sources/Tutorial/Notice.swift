import AttentionCore

/// What the program says in one line until the next key.
public enum Notice: Hashable, Sendable {
  case outOfRange(ClosedRange<Double>)
  case notANumber(String)
  case computed(CellAddress)
  case fixed(String)
  /// The step lets other cells be changed, by their targets.
  case notAllowed([Target])
  /// An edit that the lesson offers cannot be carried out on the values as they are.
  case cannotPlay(Edit)
  case played(Edit)
  case notReached
  case isInput(CellAddress)
  case nothingToExplain
  case undone(Change)
  case redone(Change)
  case nothingToUndo
  case nothingToRedo
  case restored
  case nothingToRestore
  case firstStep
  case lastStep
  case pasteIgnored
  case resumed
  case theme(ThemeName)
  case digits(Int)
  case pressTabToEdit
  /// An experiment or a solution was played; where the strip has no room to say what it moved, this does.
  case tried
  case nothingToReveal
  case challengeMet
  case noTips
  case lastTip
  case nothingToDismiss
  case typeTheAnswer
  case presenting(Bool)
  case mouse(Bool)
  case presentFirst
  /// The program was started so that it leaves no files.
  case cannotSave
  /// The lesson goes on by itself at a pace; nil: it stopped.
  case autoplay(Presentation.Pace?)
  /// A sentence that only the program knows.
  case message(String)
}
