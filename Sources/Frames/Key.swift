/// One key press, whatever terminal it came from. The buttons of a mouse are keys that know where they were pressed.
public enum Key: Hashable, Sendable {
  case character(Character)
  /// Control with a letter, always lower case: `.control("r")`.
  case control(Character)
  case left, right, up, down
  case home, end, pageUp, pageDown
  case enter, escape, tab, backTab, space, backspace, delete
  case function(Int)
  /// A whole paste, which never acts as keys.
  case paste(String)
  /// The left button over a cell of the screen.
  case click(Point)
  /// One notch of the wheel over a cell of the screen.
  case wheelUp(Point)
  case wheelDown(Point)
}
