import AttentionCore

/// What the learner did, or what happened to the program.
public enum Event: Hashable, Sendable {
  // Walking through the lesson.
  case steppedForward
  case steppedBack
  case wentToNextStage
  case wentToPreviousStage
  case wentToFirstStepOfStage
  case wentToLastStepOfStage
  case wentToFurthestStep
  case toggledReveal
  /// Answers or reveals what the step asks; where it asks nothing, one step on.
  case wentOn
  /// The words of a step that has more than fit, from a line on.
  case scrolledWords(to: Int)
  /// What was just changed or tried counts as seen.
  case dismissed

  // Answering and being helped.
  /// For a choice of the question, counted from 1.
  case voted(Int)
  case askedTip

  // Changing numbers.
  case startedEditing
  case stoppedEditing
  /// In EDIT the cell, in a list the line, in an explanation the term.
  case moved(Direction)
  case movedToNextMatrix
  case movedToPreviousMatrix
  case openedNumber
  case typed(Character)
  case editedNumber(NumberPrompt.Key)
  case acceptedNumber(then: Direction?)
  case cancelledNumber
  /// By so many steps of the input: 1 is the smallest change that the lesson knows.
  case nudged(steps: Int)
  case restoredCell
  case restoredStep
  case undid
  case redid
  case pasted

  // Pointing at what the keys walk to.
  /// Selects a cell; what is selected already does what Enter does there.
  case clickedCell(CellAddress)
  /// An edit that the step offers, counted from 0.
  case clickedOffer(Int)
  /// An entry of a list, a term of an explanation, a line of a form, counted from 0.
  case clickedLine(Int)
  /// The wheel over the selected cell, by so many steps of the input.
  case turnedWheel(steps: Int)
  /// What the program had to say was read.
  case clickedNotice

  // Naming in words what the keys walk to.
  /// An edit of what the step lets be changed.
  case made(Edit)
  /// A number of the place as it was at the start.
  case putBack(CellAddress)
  /// An edit that the step offers, counted from 0.
  case played(Int)
  /// A step of a lesson, both counted from 0; without a step where that lesson was left.
  case wentTo(lesson: Int, step: Int?)
  case choseLanguage(Language)

  // Asking where a number came from.
  case askedWhy
  case followed
  case wentBackUp

  // Lists over the lesson.
  case openedHelp
  case openedGoTo
  case openedCourse
  case openedGlossary
  /// Up and down in a page that has more than fit.
  case scrolled(by: Int)
  /// The next letters narrow the list down.
  case openedFilter
  case chose
  case closedOverlay

  // The sandbox.
  case openedSentence
  case openedSaving
  case pastedText(String)
  /// What a form says cannot be used; the program knows why, in one line.
  case refused(String)

  // The looks.
  case changedLanguage
  case changedTheme
  case changedDigits
  /// The mouse is taken from the terminal or left to it.
  case toggledMouse

  // In front of a class.
  case toggledPresenter
  case toggledBlank
  case toggledZoom
  case toggledAutoplay
  /// Faster or slower, by so many paces.
  case changedPace(by: Int)
  /// The time of `autoplayDelay` has passed.
  case ticked

  // The program.
  case askedToQuit
  case confirmedQuit
  case askedToRedraw
  case askedToSuspend
  /// The program runs again after it was suspended.
  case resumed
  /// The program has something to say that only it knows, in one line.
  case told(String)
  /// Numbers from a file take the place of the lesson's, by the edits that put them in.
  case tookValues([Edit])
  /// A digit in STEP, where numbers cannot be typed.
  case typedOutsideEdit
}

/// One of the four arrows.
public enum Direction: Hashable, Sendable {
  case left, right, up, down
}

/// What the program has to carry out, since the tutor only computes.
public enum Effect: Hashable, Sendable {
  case quit, redraw, suspend
  /// What was reached is worth keeping: write the progress now.
  case save
  /// Values changed, and more changes may follow at once: write the progress when the learner rests.
  case saveSoon
  /// The sandbox of another sentence is wanted: build it and hand it to `replaceSandbox(with:)`, or say `refused`.
  case build(Recipe)
  /// The sandbox is to be saved as a lesson, in a folder that is not there yet.
  case saveLesson(folder: String)
  /// The words of a language are needed: read the course in it and hand it to `adopt(_:)`.
  case read(Language)
}
