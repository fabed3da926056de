/// How the lesson is shown to a class.
public struct Presentation: Hashable, Sendable {
  /// How fast the lesson goes on by itself.
  public enum Pace: Int, Hashable, Sendable, CaseIterable {
    case slow, normal, fast

    /// What the time of reading is multiplied by, in percent.
    var percent: Int {
      switch self {
      case .slow: 160
      case .normal: 100
      case .fast: 60
      }
    }
  }

  /// Fewer words and larger pictures, for a projector.
  public internal(set) var isOn = false
  /// Nothing is on the screen, so that the class looks up.
  public internal(set) var isBlank = false
  /// One picture fills the screen.
  public internal(set) var isZoomed = false
  /// Set while the lesson goes on by itself.
  public internal(set) var pace: Pace?
}

/// Presenting, zooming, and going on without anybody pressing a key.
extension Tutor {
  mutating func present(_ event: Event) {
    switch event {
    case .toggledPresenter:
      presentation.isOn.toggle()
      notice = .presenting(presentation.isOn)
    case .toggledBlank:
      guard presentation.isOn || presentation.isBlank else {
        notice = .presentFirst
        return
      }
      presentation.isBlank.toggle()
    case .toggledZoom: presentation.isZoomed.toggle()
    case .toggledAutoplay:
      presentation.pace = presentation.pace == nil ? .normal : nil
      notice = .autoplay(presentation.pace)
    case .changedPace(let offset):
      guard let pace = presentation.pace else { return }
      presentation.pace = Presentation.Pace(rawValue: pace.rawValue + offset) ?? pace
      notice = .autoplay(presentation.pace)
    case .ticked: goOnByItself()
    default: break
    }
  }

  /// How long the screen stays before the lesson goes on by itself, in milliseconds; nil while it does not.
  ///
  /// Time to read what is said, at about twenty letters a second, and to look at the picture.
  public var autoplayDelay: Int? {
    guard let pace = presentation.pace, overlay == nil else { return nil }
    let letters = speech.reduce(0) { $0 + $1.letters }
    return (2_500 + 50 * letters) * pace.percent / 100
  }

  /// Stops going on by itself once somebody does something else.
  mutating func stopAutoplay(before event: Event) {
    switch event {
    case .ticked, .changedPace, .toggledAutoplay, .resumed, .told, .askedToRedraw: break
    default: presentation.pace = nil
    }
  }

  /// First what the step still hides or proposes to try, then the next step; at the end of the lesson it stops.
  private mutating func goOnByItself() {
    guard presentation.pace != nil, overlay == nil else { return }
    let hasMore = question.map { !$0.isRevealed } ?? (experiment == nil && !step.experiment.isEmpty)
    if hasMore {
      toggleReveal()
    } else if progress.step + 1 < lesson.steps.count {
      go(to: progress.step + 1)
    } else {
      presentation.pace = nil
      notice = .autoplay(nil)
    }
  }
}

extension Speech {
  /// How much there is to read.
  fileprivate var letters: Int {
    switch self {
    case .words(let all), .reply(let all), .reveal(let all), .missing(let all), .tip(_, _, let all):
      all.reduce(0) { $0 + $1.text.count }
    case .choice(_, let text, _): text.text.count
    case .misconception(let misconception): misconception.title.count
    case .guess, .verdict, .solution, .met: 20
    }
  }
}
