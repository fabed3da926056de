import Frames
import Tutorial

/// What the keys are about: the mode, or what lies over it.
public enum KeyContext: String, Hashable, Sendable, CaseIterable {
  case step, edit, number, answer, why, goTo, course, glossary, search, form, help, quit

  public init(of tutor: Tutor) {
    switch tutor.overlay {
    case .help: self = .help
    case .goTo(let list): self = list.isTyping ? .search : .goTo
    case .glossary(let list): self = list.isTyping ? .search : .glossary
    case .course: self = .course
    case .form: self = .form
    case .why: self = .why
    case .quit: self = .quit
    case nil:
      switch (tutor.mode, tutor.prompt) {
      case (.step, nil): self = .step
      case (.step, _): self = .answer
      case (.edit, nil): self = .edit
      case (.edit, _): self = .number
      }
    }
  }

  /// The name of the mode at the left of the footer.
  var mode: Phrase {
    switch self {
    case .step, .quit: .modeStep
    case .edit, .number: .modeEdit
    case .answer: .modeAnswer
    case .course: .modeCourse
    case .glossary: .modeGlossary
    case .search: .modeSearch
    case .form: .modeForm
    case .why: .modeWhy
    case .goTo: .modeGoTo
    case .help: .modeHelp
    }
  }
}

/// One line of the key table: keys, where they work, what they do, how the footer and the help page name it.
public struct Binding: Hashable, Sendable {
  public let contexts: Set<KeyContext>
  /// The first one is shown; the others are aliases.
  public let keys: [Key]
  public let event: Event
  /// One or two words for the footer; nil: not there.
  public let hint: Phrase?
  /// A sentence for the help page; nil: not there.
  public let help: Phrase?

  init(_ contexts: Set<KeyContext>, _ keys: [Key], _ event: Event, hint: Phrase? = nil, help: Phrase? = nil) {
    self.contexts = contexts
    self.keys = keys
    self.event = event
    self.hint = hint
    self.help = help
  }
}

/// From keys to events, by the one table that the footer and the help page are made from as well.
public enum KeyMap {
  /// What a key means now; nil if it means nothing.
  ///
  /// - Parameters:
  ///   - size: Of the screen, which says how far there is to scroll, and what a click is on.
  ///   - glyphs: What the screen is drawn with.
  public static func event(
    for key: Key, in tutor: Tutor, size: Size, glyphs: GlyphSet = .unicode
  ) -> Event? {
    switch key {
    case .paste(let text): return KeyContext(of: tutor) == .form ? .pastedText(text) : .pasted
    case .click(let place): return click(at: place, in: tutor, size: size, glyphs: glyphs)
    case .wheelUp(let place): return wheel(up: true, at: place, in: tutor, size: size, glyphs: glyphs)
    case .wheelDown(let place): return wheel(up: false, at: place, in: tutor, size: size, glyphs: glyphs)
    default: break
    }
    // Whatever key it is, the class sees the lesson again.
    if tutor.presentation.isBlank { return .toggledBlank }
    if tutor.presentation.pace != nil, let event = changeOfPace(key) { return event }
    let context = KeyContext(of: tutor)
    if context == .search || context == .form, let typed = searched(key) { return typed }
    if context == .step, tutor.asksForNumber, case .character(let character) = key,
      NumberPrompt.accepts(character)
    {
      return .typed(character)
    }
    // Who types a number where none is asked for learns where numbers are changed; a clicker blanks with the same key.
    if context == .step, key == .character("."), !tutor.presentation.isOn { return .typedOutsideEdit }
    if let binding = bindings.first(where: { $0.contexts.contains(context) && $0.keys.contains(key) }) {
      return limited(binding.event, in: tutor, size: size, glyphs: glyphs)
    }
    guard case .character(let character) = key else { return context == .quit ? .closedOverlay : nil }
    switch context {
    case .edit, .number, .answer: return NumberPrompt.accepts(character) ? .typed(character) : nil
    case .goTo, .course: return character.isNumber ? .typed(character) : nil
    case .step: return NumberPrompt.accepts(character) ? .typedOutsideEdit : nil
    case .quit: return .closedOverlay
    case .why, .help, .glossary, .search, .form: return nil
    }
  }

  /// While the lesson goes on by itself.
  private static func changeOfPace(_ key: Key) -> Event? {
    switch key {
    case .character("+"): .changedPace(by: 1)
    case .character("-"): .changedPace(by: -1)
    default: nil
    }
  }

  /// The letters of a search; none of them is a command.
  private static func searched(_ key: Key) -> Event? {
    switch key {
    case .character(let character): .typed(character)
    case .space: .typed(" ")
    case .backspace: .editedNumber(.backspace)
    default: nil
    }
  }

  /// Scrolling ends where the text ends.
  static func limited(_ event: Event, in tutor: Tutor, size: Size, glyphs: GlyphSet) -> Event? {
    guard case .scrolled = event else { return event }
    let layout = Layout(size: size, of: tutor)
    guard layout.kind != .tooSmall else { return event }
    let context = ViewContext(tutor, glyphs: glyphs)
    switch (event, tutor.overlay) {
    case (.scrolled(let lines), nil):
      let board = Board(context, layout: layout)
      guard lines > 0 ? board.canScrollDown : board.canScrollUp else { return nil }
      return .scrolledWords(to: board.place + lines)
    case (.scrolled(let lines), .help(let scroll)):
      let last = max(0, helpPage(context).height - layout.content.count)
      let target = max(0, min(last, scroll + lines))
      return target == scroll ? nil : .scrolled(by: target - scroll)
    default: return event
    }
  }
}
