import AttentionCore

/// What the program says in one line until the next key.
public enum Notice: Hashable, Sendable {
  case outOfRange(ClosedRange<Double>)
  case notANumber(String)
  case computed(CellAddress)
  case fixed(String)
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
}
