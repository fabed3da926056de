import AttentionCore
import Frames
import Tutorial

/// Plays keys and records the screens that follow, each for as long as it takes to read what is new on it.
public struct Recorder: Sendable {
  public private(set) var cast: Asciicast
  public private(set) var tutor: Tutor
  private let pace: RecordingPace
  private let glyphs: GlyphSet
  private var updates: FrameUpdates

  public init(
    _ tutor: Tutor, size: Size, glyphs: GlyphSet = .unicode, depth: ColorDepth = .full, pace: RecordingPace
  ) {
    self.tutor = tutor
    self.pace = pace
    self.glyphs = glyphs
    updates = FrameUpdates(depth: depth)
    let title = tutor.lesson.words(in: tutor.settings.language)?.title ?? tutor.lesson.id
    cast = Asciicast(size: size, title: "Attend: \(title)")
    show(since: nil)
  }

  /// Presses one key; false where the program would end.
  @discardableResult
  public mutating func press(_ key: Key) -> Bool {
    let before = tutor
    if let event = KeyMap.event(for: key, in: tutor, size: cast.size, glyphs: glyphs) {
      guard !tutor.handle(event).contains(.quit) else { return false }
    }
    show(since: before)
    return true
  }

  /// Goes through the rest of the lesson with the arrow: what does not fit is scrolled to, what there is to try or to
  /// reveal is played.
  public mutating func walk() {
    while true {
      scrollDown()
      if tutor.question?.isRevealed == false || (tutor.question == nil && !tutor.step.experiment.isEmpty) {
        press(.character("r"))
        scrollDown()
      }
      guard tutor.progress.step + 1 < tutor.lesson.steps.count else { return }
      press(.right)
    }
  }

  /// The recording so far, as a whole.
  public func finished() -> Asciicast {
    var cast = cast
    cast.end()
    return cast
  }

  private mutating func scrollDown() {
    while KeyMap.event(for: .down, in: tutor, size: cast.size, glyphs: glyphs) != nil { press(.down) }
  }

  private mutating func show(since before: Tutor?) {
    let isNewStep = before?.lesson.id != tutor.lesson.id || before?.step.id != tutor.step.id
    if isNewStep { cast.mark(marker) }
    let theme = Theme.named(tutor.settings.theme.rawValue) ?? .terminal
    cast.write(updates.update(to: render(tutor, size: cast.size, glyphs: glyphs), theme: theme))
    cast.wait(milliseconds: pace.pause(after: tutor, since: isNewStep ? nil : before))
  }

  /// `Softmax 6/9: One score rises`
  private var marker: String {
    let context = ViewContext(tutor, glyphs: glyphs)
    let title = tutor.stepWords?.title.map { ": \(glyphs.render($0))" } ?? ""
    return "\(context.stageTitle(tutor.stageIndex)) \(context.stepCount)\(title)"
  }
}

/// How long a screen stays.
public struct RecordingPace: Hashable, Sendable {
  /// What a key takes by itself.
  public let milliseconds: Int

  public init(milliseconds: Int) { self.milliseconds = max(0, milliseconds) }

  /// A key takes its time, and a tenth of it more for each word that is new; a digit of a number and a line of
  /// scrolling take a quarter.
  ///
  /// - Parameter before: Nil: everything that is said is new.
  func pause(after tutor: Tutor, since before: Tutor?) -> Int {
    let isSmall = tutor.prompt != nil || tutor.wordsScroll != nil && tutor.wordsScroll != before?.wordsScroll
    if isSmall { return milliseconds / 4 }
    let new = max(0, wordCount(of: tutor) - (before.map(wordCount) ?? 0))
    return milliseconds + milliseconds * new / 10
  }

  private func wordCount(of tutor: Tutor) -> Int {
    let context = ViewContext(tutor, glyphs: .unicode)
    let lines = context.wordLines(width: 10_000, rows: 0).lines
    return lines.reduce(0) { $0 + $1.map(\.text).joined().split(separator: " ").count }
  }
}
