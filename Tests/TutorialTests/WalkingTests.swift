import AttentionCore
import Testing

@testable import Tutorial

@Suite struct WalkingTests {
  @Test func `the arrows walk through every step and stay at the ends`() throws {
    var tutor = try tutor()
    var seen: [String] = []
    for _ in tutor.lesson.steps {
      seen.append(tutor.step.id)
      tutor.send(.steppedForward)
    }
    #expect(seen == tutor.lesson.steps.map(\.id))
    // After the last step the course says what comes next.
    #expect(tutor.overlay == .course(selected: 1))
    tutor.send(.closedOverlay)
    for _ in tutor.lesson.steps { tutor.send(.steppedBack) }
    #expect(tutor.progress.step == 0)
    #expect(tutor.notice == .firstStep)
    #expect(tutor.progress.furthest == tutor.lesson.steps.count - 1)
  }

  @Test func `stages are left forwards, and backwards by way of their first step`() throws {
    var tutor = try tutor(at: "dog-3")
    tutor.send(.wentToPreviousStage)
    #expect(tutor.step.id == "dog-1")
    tutor.send(.wentToPreviousStage)
    #expect(tutor.step.id == "query")
    tutor.send(.wentToNextStage, .wentToNextStage)
    #expect(tutor.step.id == "exp-dog")
    tutor.send(.wentToLastStepOfStage)
    #expect(tutor.step.id == "doubled")
    tutor.send(.wentToFirstStepOfStage)
    #expect(tutor.step.id == "exp-dog")
    for _ in tutor.lesson.stages { tutor.send(.wentToNextStage) }
    #expect(tutor.step.id == "c3")
  }

  @Test func `the furthest step is a key away`() throws {
    var tutor = try tutor(at: "bars")
    tutor.send(.wentToPreviousStage, .wentToPreviousStage, .wentToFurthestStep)
    #expect(tutor.step.id == "bars")
  }

  @Test func `the list of stages goes to the first step of the chosen one`() throws {
    var tutor = try tutor()
    tutor.send(.openedGoTo, .moved(.down), .moved(.down), .chose)
    #expect(tutor.step.id == "dog-1")
    tutor.send(.openedGoTo, .typed("5"), .chose)
    #expect(tutor.step.id == "dog-part")
    tutor.send(.openedGoTo, .typed("9"), .closedOverlay)
    #expect(tutor.step.id == "dog-part")
    #expect(tutor.overlay == nil)
  }

  @Test func `a place is a stage or a step by its id`() throws {
    let lesson = try tutor().lesson
    #expect(lesson.step(named: "softmax") == lesson.step(named: "exp-dog"))
    #expect(lesson.step(named: "nonsense") == nil)
  }

  @Test func `quitting asks first`() throws {
    var tutor = try tutor()
    #expect(tutor.handle(.askedToQuit).isEmpty)
    #expect(tutor.overlay == .quit)
    #expect(tutor.handle(.closedOverlay).isEmpty)
    #expect(tutor.overlay == nil)
    #expect(tutor.handle(.confirmedQuit) == [.save, .quit])
  }

  @Test func `a language whose words are not read yet is asked for and then spoken`() throws {
    let spanish = Language("es")
    let all = try shippedCourse()
    var course = Course(
      lessons: all.lessons, interface: all.interface.filter { $0.key == .english }, languages: all.languages)
    course.lessons[0].words[spanish] = nil
    var tutor = try #require(Tutor(course: course))
    #expect(tutor.handle(.changedLanguage) == [.read(spanish)])
    #expect(tutor.settings.language == .english)
    tutor.adopt(all, speaking: spanish)
    #expect(tutor.settings.language == spanish)
    #expect(tutor.stepWords == all.lessons[0].words[spanish]?.steps["sentence"])
    #expect(tutor.handle(.changedLanguage).isEmpty)
  }

  @Test func `language and theme change at the same step`() throws {
    var tutor = try tutor(at: "bars")
    tutor.send(.changedLanguage)
    #expect(tutor.settings.language == Language("es"))
    #expect(tutor.step.id == "bars")
    tutor.send(.changedLanguage)
    #expect(tutor.settings.language == .english)
    for theme in ThemeName.allCases.dropFirst() {
      tutor.send(.changedTheme)
      #expect(tutor.settings.theme == theme)
    }
  }
}
