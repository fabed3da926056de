import Frames
import Tutorial

extension KeyMap {
  /// The one table of keys. The order is that of the footer: what matters most comes first.
  ///
  /// No key means two things in one context; none needs AltGr on a Spanish or German keyboard; none can be the rest of
  /// a torn escape sequence; each action has a key that a vt100 can send.
  public static let bindings: [Binding] = walking + editing + number + asking + leaving + lists + everywhere

  private static let lesson: Set<KeyContext> = [.step, .edit]

  private static let walking: [Binding] = [
    Binding(
      [.step], [.left, .character("h"), .backspace], .steppedBack, hint: .keyStep, help: .helpPrevious),
    Binding([.step], [.right, .character("l"), .enter], .steppedForward, hint: .keyStep, help: .helpNext),
    Binding([.step, .edit, .number], [.pageDown], .steppedForward),
    Binding([.step, .edit, .number], [.pageUp], .steppedBack),
    Binding(lesson, [.character(")"), .space], .steppedForward),
    Binding(lesson, [.character("(")], .steppedBack),
    Binding([.step], [.down, .character("j")], .scrolled(by: 1), hint: .keyScroll, help: .helpScroll),
    Binding([.step], [.tab, .character("e")], .startedEditing, hint: .keyEdit, help: .helpEdit),
    Binding([.step], [.up, .character("k")], .scrolled(by: -1)),
    Binding([.step], [.home], .wentToFirstStepOfStage),
    Binding([.step], [.end], .wentToLastStepOfStage),
  ]

  private static let editing: [Binding] = [
    Binding([.edit], [.escape], .stoppedEditing, hint: .keyBack, help: .helpBack),
    Binding([.edit], [.left, .character("h")], .moved(.left), hint: .keyMove, help: .helpMove),
    Binding([.edit], [.up, .character("k")], .moved(.up), hint: .keyMove),
    Binding([.edit], [.down, .character("j")], .moved(.down), hint: .keyMove),
    Binding([.edit], [.right, .character("l")], .moved(.right), hint: .keyMove),
    Binding(
      [.edit], [.enter, .character("e"), .character("i")], .openedNumber, hint: .keyType, help: .helpType),
    Binding(
      [.edit], [.character("+"), .character("="), .character("K"), .control("a")], .nudged(steps: 10),
      hint: .keyNudge, help: .helpNudge),
    Binding(
      [.edit], [.character("-"), .character("J"), .control("x")], .nudged(steps: -10), hint: .keyNudge),
    Binding([.edit], [.character(">")], .nudged(steps: 1), help: .helpNudgeFine),
    Binding([.edit], [.character("<")], .nudged(steps: -1)),
    Binding([.edit], [.tab], .movedToNextMatrix, hint: .keyNextMatrix, help: .helpNextMatrix),
    Binding([.edit], [.backTab], .movedToPreviousMatrix),
    Binding([.edit], [.backspace, .delete], .restoredCell, help: .helpRestoreCell),
  ]

  private static let number: [Binding] = [
    Binding([.number], [.escape, .control("g")], .cancelledNumber, hint: .keyCancel, help: .helpCancel),
    Binding([.number], [.enter], .acceptedNumber(then: nil), hint: .keyAccept, help: .helpAccept),
    Binding([.number], [.tab], .acceptedNumber(then: .right)),
    Binding([.number], [.up], .acceptedNumber(then: .up)),
    Binding([.number], [.down], .acceptedNumber(then: .down)),
    Binding([.number], [.left], .editedNumber(.left)),
    Binding([.number], [.right], .editedNumber(.right)),
    Binding([.number], [.home, .control("a")], .editedNumber(.home)),
    Binding([.number], [.end, .control("e")], .editedNumber(.end)),
    Binding([.number], [.backspace], .editedNumber(.backspace)),
    Binding([.number], [.delete], .editedNumber(.delete)),
    Binding([.number], [.control("u"), .control("w")], .editedNumber(.clear)),
    Binding([.number], [.control("k")], .editedNumber(.clearToEnd)),
  ]

  private static let asking: [Binding] = [
    Binding(lesson, [.character("r")], .toggledReveal, hint: .keyReveal, help: .helpReveal),
    Binding(lesson, [.character("w")], .askedWhy, hint: .keyWhy, help: .helpWhy),
    Binding([.why], [.enter], .followed, hint: .keyFollow, help: .helpFollow),
    Binding([.why], [.escape, .backspace], .wentBackUp, hint: .keyBack, help: .helpBackUp),
    Binding([.why], [.up, .character("k")], .moved(.up), hint: .keyChoose),
    Binding([.why], [.down, .character("j")], .moved(.down), hint: .keyChoose),
    Binding([.why], [.left, .character("h")], .moved(.left), hint: .keyMove),
    Binding([.why], [.right, .character("l")], .moved(.right), hint: .keyMove),
    Binding([.why], [.character("w"), .character("q")], .closedOverlay),
    Binding(lesson, [.character("u")], .undid, hint: .keyUndo, help: .helpUndo),
    Binding(lesson, [.control("r"), .character("U")], .redid, hint: .keyRedo, help: .helpRedo),
    Binding(lesson, [.character("x")], .restoredStep, hint: .keyRestoreStep, help: .helpRestoreStep),
  ]

  private static let leaving: [Binding] = [
    Binding(lesson, [.character("q")], .askedToQuit, hint: .keyQuit, help: .helpQuit),
    Binding(lesson, [.character("?"), .function(1)], .openedHelp, hint: .keyHelp, help: .helpHelp),
  ]

  private static let lists: [Binding] = [
    Binding(lesson, [.character("p")], .wentToPreviousStage, hint: .keyStage, help: .helpStage),
    Binding(lesson, [.character("n")], .wentToNextStage, hint: .keyStage),
    Binding(lesson, [.character("g")], .openedGoTo, hint: .keyGoTo, help: .helpGoTo),
    Binding(lesson, [.character("G")], .wentToFurthestStep, help: .helpFurthest),
    Binding([.goTo], [.enter], .chose, hint: .keyGoTo),
    Binding([.goTo], [.escape, .character("q"), .character("g")], .closedOverlay, hint: .keyClose),
    Binding([.goTo], [.up, .character("k")], .moved(.up), hint: .keyChoose),
    Binding([.goTo], [.down, .character("j")], .moved(.down), hint: .keyChoose),
    Binding([.help], [.up, .character("k")], .scrolled(by: -1), hint: .keyScroll),
    Binding([.help], [.down, .character("j")], .scrolled(by: 1), hint: .keyScroll),
    Binding([.help], [.pageUp], .scrolled(by: -10)),
    Binding([.help], [.pageDown, .space], .scrolled(by: 10)),
    Binding([.help], [.escape, .character("q"), .character("?"), .enter], .closedOverlay, hint: .keyClose),
    Binding([.quit], [.character("q"), .enter], .confirmedQuit),
  ]

  private static let everywhere: [Binding] = [
    Binding(lesson, [.character("f")], .changedDigits, hint: .keyDigits, help: .helpDigits),
    Binding(
      [.step, .edit, .why, .help, .goTo], [.character("L")], .changedLanguage, hint: .keyLanguage,
      help: .helpLanguage),
    Binding(
      [.step, .edit, .why, .help, .goTo], [.character("T")], .changedTheme, hint: .keyTheme, help: .helpTheme),
    Binding([.step, .edit, .number, .why, .help, .goTo], [.control("l")], .askedToRedraw, help: .helpRedraw),
    Binding(
      [.step, .edit, .number, .why, .help, .goTo], [.control("z")], .askedToSuspend, help: .helpSuspend),
  ]
}
