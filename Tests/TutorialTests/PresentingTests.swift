import Testing

@testable import Tutorial

@Suite struct PresentingTests {
  @Test func `the lesson goes on by itself, shows what is hidden first, and stops at its end`() throws {
    var tutor = try smallTutor(at: "look")
    #expect(tutor.autoplayDelay == nil)
    tutor.send(.toggledAutoplay)
    var seen: [String] = []
    while tutor.autoplayDelay != nil, seen.count < 30 {
      seen.append(tutor.step.id)
      tutor.send(.ticked)
    }
    #expect(
      seen == ["look", "try", "try", "moved", "choose", "choose", "guess", "guess", "after", "listen"])
    #expect(tutor.notice == .autoplay(nil))
  }

  @Test func `longer words and a slower pace leave more time`() throws {
    var tutor = try smallTutor(at: "look")
    tutor.send(.toggledAutoplay)
    let normal = try #require(tutor.autoplayDelay)
    // 26 letters at a twentieth of a second.
    #expect(normal == 2_500 + 26 * 50)
    tutor.send(.changedPace(by: -1))
    #expect(tutor.autoplayDelay == normal * 160 / 100)
    tutor.send(.changedPace(by: 1), .changedPace(by: 1), .changedPace(by: 1))
    #expect(tutor.autoplayDelay == normal * 60 / 100)
  }

  @Test func `who presents is asked before the lesson ends, whatever they prefer`() throws {
    var tutor = try smallTutor(at: "look")
    tutor.settings.confirmsQuit = false
    var presenting = tutor
    #expect(tutor.handle(.askedToQuit) == [.save, .quit])
    _ = presenting.handle(.toggledPresenter)
    #expect(presenting.handle(.askedToQuit).isEmpty && presenting.overlay == .quit)
    #expect(presenting.handle(.confirmedQuit) == [.save, .quit])
  }

  @Test func `any other key stops it and does what it does`() throws {
    var tutor = try smallTutor(at: "look")
    tutor.send(.toggledAutoplay, .steppedForward)
    #expect(tutor.step.id == "try")
    #expect(tutor.autoplayDelay == nil)
    tutor.send(.ticked)
    #expect(tutor.step.id == "try")
    tutor.send(.toggledAutoplay, .toggledAutoplay)
    #expect(tutor.autoplayDelay == nil)
  }

  @Test func `only a presentation is blanked`() throws {
    var tutor = try smallTutor(at: "look")
    tutor.send(.toggledBlank)
    #expect(!tutor.presentation.isBlank)
    #expect(tutor.notice == .presentFirst)
    tutor.send(.toggledPresenter, .toggledBlank)
    #expect(tutor.presentation.isBlank)
    tutor.send(.toggledBlank)
    #expect(!tutor.presentation.isBlank)
  }
}
