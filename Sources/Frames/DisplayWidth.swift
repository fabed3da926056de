/// How many columns one grapheme takes on a terminal: 0, 1 or 2.
public func displayWidth(of character: Character) -> Int {
  1
}
