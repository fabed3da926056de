import Frames
import Tutorial

extension KeyMap {
  /// The one table of keys. The order is that of the footer: what matters most comes first.
  ///
  /// No key means two things in one context; none needs AltGr on a Spanish or German keyboard; none can be the rest of
  /// a torn escape sequence; each action has a key that a vt100 can send.
  public static let bindings: [Binding] =
    answering + walking + editing + number + asking + sandbox + leaving + lists + everywhere

  private static let lesson: Set<KeyContext> = [.step, .edit]
  private static let anywhere = Set(KeyContext.allCases).subtracting([.quit])

  private static let answering: [Binding] =
    (1...4).map { number in
      Binding(
        [.step], [.character(Character("\(number)"))], .voted(number), hint: .keyAnswer,
        help: number == 1 ? .helpAnswer : nil)
    }

  private static let walking: [Binding] = [
    Binding(
      [.step], [.left, .character("h"), .backspace], .steppedBack, hint: .keyStep, help: .helpPrevious),
    Binding([.step], [.right, .character("l")], .steppedForward, hint: .keyStep, help: .helpNext),
    Binding([.step], [.enter], .wentOn),
    Binding([.step], [.character("r")], .toggledReveal, hint: .keyReveal, help: .helpReveal),
    Binding([.step], [.character("t")], .askedTip, hint: .keyTip, help: .helpTip),
    Binding([.step], [.tab, .character("e")], .startedEditing, hint: .keyEdit, help: .helpEdit),
    Binding([.step], [.down, .character("j")], .scrolled(by: 1), hint: .keyScroll, help: .helpScroll),
    Binding([.step, .edit, .number, .answer], [.pageDown], .steppedForward),
    Binding([.step, .edit, .number, .answer], [.pageUp], .steppedBack),
    Binding(lesson, [.character(")"), .space], .steppedForward),
    Binding(lesson, [.character("(")], .steppedBack),
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
    Binding(
      [.number, .answer], [.escape, .control("g")], .cancelledNumber, hint: .keyCancel, help: .helpCancel),
    Binding([.number, .answer], [.enter], .acceptedNumber(then: nil), hint: .keyAccept, help: .helpAccept),
    Binding([.number], [.tab], .acceptedNumber(then: .right)),
    Binding([.number], [.up], .acceptedNumber(then: .up)),
    Binding([.number], [.down], .acceptedNumber(then: .down)),
    Binding([.number, .answer], [.left], .editedNumber(.left)),
    Binding([.number, .answer], [.right], .editedNumber(.right)),
    Binding([.number, .answer], [.home, .control("a")], .editedNumber(.home)),
    Binding([.number, .answer], [.end, .control("e")], .editedNumber(.end)),
    Binding([.number, .answer], [.backspace], .editedNumber(.backspace)),
    Binding([.number, .answer], [.delete], .editedNumber(.delete)),
    Binding([.number, .answer], [.control("u"), .control("w")], .editedNumber(.clear)),
    Binding([.number, .answer], [.control("k")], .editedNumber(.clearToEnd)),
  ]

  private static let asking: [Binding] = [
    Binding([.edit], [.character("r")], .toggledReveal, hint: .keyReveal),
    Binding([.edit], [.character("t")], .askedTip, hint: .keyTip),
    Binding([.step], [.escape], .dismissed, hint: .keyDismiss, help: .helpDismiss),
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

  private static let sandbox: [Binding] = [
    Binding(lesson, [.character("N")], .openedSentence, hint: .keySentence, help: .helpSentence),
    Binding(lesson, [.character("S")], .openedSaving, hint: .keySave, help: .helpSave),
    Binding([.form], [.enter], .chose, hint: .keyAccept),
    Binding([.form], [.escape], .closedOverlay, hint: .keyCancel),
    Binding([.form], [.tab], .movedToNextMatrix, hint: .keyNextField),
    Binding([.form], [.down], .moved(.down)),
    Binding([.form], [.up], .moved(.up)),
    Binding([.form], [.backTab], .movedToPreviousMatrix),
    Binding([.form], [.left], .editedNumber(.left)),
    Binding([.form], [.right], .editedNumber(.right)),
    Binding([.form], [.home, .control("a")], .editedNumber(.home)),
    Binding([.form], [.end, .control("e")], .editedNumber(.end)),
    Binding([.form], [.delete], .editedNumber(.delete)),
    Binding([.form], [.control("u"), .control("w")], .editedNumber(.clear)),
    Binding([.form], [.control("k")], .editedNumber(.clearToEnd)),
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
    Binding(lesson, [.character("c")], .openedCourse, hint: .keyCourse, help: .helpCourse),
    Binding(
      lesson, [.character("d"), .character("/")], .openedGlossary, hint: .keyGlossary, help: .helpGlossary),
    Binding(lesson, [.character("z")], .toggledZoom, hint: .keyZoom, help: .helpZoom),
    Binding(
      lesson, [.character("P"), .function(5)], .toggledPresenter, hint: .keyPresent, help: .helpPresent),
    Binding(lesson, [.character("a")], .toggledAutoplay, hint: .keyAutoplay, help: .helpAutoplay),
    // Clickers send either of the two; in EDIT a point begins a number.
    Binding([.step], [.character("b"), .character(".")], .toggledBlank, hint: .keyBlank, help: .helpBlank),
    Binding([.edit], [.character("b")], .toggledBlank, hint: .keyBlank, help: .helpBlank),
    Binding([.goTo, .course, .search], [.enter], .chose, hint: .keyOpen),
    Binding([.search], [.escape], .closedOverlay, hint: .keyClose),
    Binding([.goTo], [.escape, .character("q"), .character("g")], .closedOverlay, hint: .keyClose),
    Binding([.course], [.escape, .character("q"), .character("c")], .closedOverlay, hint: .keyClose),
    Binding([.glossary], [.escape, .character("q"), .character("d")], .closedOverlay, hint: .keyClose),
    Binding([.goTo, .course, .glossary], [.up, .character("k")], .moved(.up), hint: .keyChoose),
    Binding([.goTo, .course, .glossary], [.down, .character("j")], .moved(.down), hint: .keyChoose),
    Binding([.search], [.up], .moved(.up), hint: .keyChoose),
    Binding([.search], [.down], .moved(.down), hint: .keyChoose),
    Binding([.goTo, .glossary, .search], [.pageUp], .scrolled(by: -10)),
    Binding([.goTo, .glossary, .search], [.pageDown], .scrolled(by: 10)),
    Binding([.goTo, .glossary], [.character("/")], .openedFilter, hint: .keySearch, help: .helpSearch),
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
      [.step, .edit, .why, .help, .goTo, .course, .glossary], [.character("L")], .changedLanguage,
      hint: .keyLanguage,
      help: .helpLanguage),
    Binding(
      [.step, .edit, .why, .help, .goTo, .course, .glossary], [.character("T")], .changedTheme,
      hint: .keyTheme, help: .helpTheme),
    Binding(
      [.step, .edit, .why, .help, .goTo, .course, .glossary], [.character("m")], .toggledMouse,
      help: .helpMouse),
    Binding(anywhere, [.control("l")], .askedToRedraw, help: .helpRedraw),
    Binding(
      anywhere, [.control("z")], .askedToSuspend, help: .helpSuspend),
  ]
}
