import Frames

extension ViewContext {
  /// A key as the footer and the help page write it.
  func keyLabel(_ key: Key) -> String {
    switch key {
    case .left: glyphs.left
    case .right: glyphs.right
    case .up: glyphs.up
    case .down: glyphs.down
    case .character(let character): String(character)
    case .control(let letter): "Ctrl-\(letter.uppercased())"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .space: "Space"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .function(let number): "F\(number)"
    case .paste, .click, .wheelUp, .wheelDown: ""
    }
  }
}
