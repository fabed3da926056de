import AttentionCore
import Testing

@testable import Tutorial

@Suite struct ProgressTests {
  @Test func `a session goes on at the exact step with the learner's values`() throws {
    var tutor = try smallTutor(at: "try")
    tutor.edit("Q", 0, 0, "2,5")
    tutor.send(.movedToNextMatrix, .nudged(steps: 1), .stoppedEditing)
    tutor.send(.startedEditing, .openedNumber, .stoppedEditing)
    tutor.send(.steppedForward)
    tutor.edit("S", 0, 1, "-1")
    tutor.send(.stoppedEditing, .steppedForward, .voted(1), .toggledReveal)
    let later = try #require(Tutor(course: try smallCourse(), saved: tutor.saved))
    #expect(later.step.id == "choose")
    #expect(later.question == tutor.question)
    #expect(later.worksheet == tutor.worksheet)
    for (id, place) in tutor.progress.places where !place.done.isEmpty {
      #expect(later.progress.places[id]?.worksheet == place.worksheet)
      #expect(later.progress.places[id]?.done == place.done)
    }
    #expect(later.saved == tutor.saved)
  }

  @Test func `undo works on what an earlier session changed`() throws {
    var tutor = try smallTutor(at: "try")
    tutor.edit("Q", 0, 0, "2")
    var later = try #require(Tutor(course: try smallCourse(), saved: tutor.saved))
    later.send(.undid)
    #expect(later.worksheet == later.start)
  }

  @Test func `what the lesson does not know is kept, and what does not fit is left out`() throws {
    var saved = SavedProgress(lesson: "small")
    saved.lessons["gone"] = SavedLesson(step: "a", furthest: "b")
    saved.lessons["small"] = SavedLesson(
      step: "no-such-step", furthest: "try", met: ["listen", "old-challenge"],
      answers: ["old-question": SavedAnswer(votes: ["x"])],
      places: [
        "": [
          SavedChange(kind: "typed", edits: ["Q[1,1] = 2"]),
          SavedChange(kind: "typed", edits: ["L[1,1] = 2"]),
          SavedChange(kind: "typed", edits: ["Q[1,2] = 99"]), SavedChange(kind: "typed", edits: ["Q[1,"]),
          SavedChange(kind: "sung", edits: ["Q[1,3] = 2"]),
        ],
        "step:old": [SavedChange(kind: "typed", edits: ["Q[1,1] = 1"])],
      ])
    let tutor = try #require(Tutor(course: try smallCourse(), saved: saved))
    #expect(tutor.progress.step == 0)
    #expect(tutor.progress.furthest == 1)
    #expect(tutor.number("Q", 0, 0) == 2)
    #expect(tutor.number("Q", 0, 1) == 0.64)
    let again = tutor.saved
    #expect(again.lessons["gone"] == saved.lessons["gone"])
    #expect(again.lessons["small"]?.met == ["listen", "old-challenge"])
    #expect(again.lessons["small"]?.answers["old-question"]?.votes == ["x"])
    #expect(again.lessons["small"]?.places["step:old"]?.count == 1)
    #expect(again.lessons["small"]?.places[""]?.count == 1)
  }

  @Test func `a step change saves, and a change of values saves soon`() throws {
    var tutor = try smallTutor(at: "look")
    #expect(tutor.handle(.steppedForward) == [.save])
    tutor.send(.startedEditing)
    tutor.cursor = CellAddress(name: "Q", row: 0, column: 0)
    tutor.offer = nil
    #expect(tutor.handle(.nudged(steps: 1)) == [.saveSoon])
    #expect(tutor.handle(.undid) == [.saveSoon])
    #expect(tutor.handle(.askedWhy).isEmpty)
    #expect(tutor.handle(.askedToSuspend) == [.save, .suspend])
  }

  @Test func `after the last step the course offers the next lesson, where each keeps its own place`() throws
  {
    var tutor = try smallTutor(at: "listen")
    tutor.edit("K", 0, 0, "0.6")
    tutor.send(.stoppedEditing, .steppedForward)
    #expect(tutor.overlay == .course(selected: 1))
    tutor.send(.chose)
    #expect(tutor.lesson.id == "second")
    #expect(tutor.step.id == "look")
    tutor.send(.steppedForward, .openedCourse, .moved(.up), .chose)
    #expect(tutor.lesson.id == "small")
    #expect(tutor.step.id == "listen")
    #expect(tutor.number("K", 0, 0) == 0.6)
    #expect(tutor.saved.lessons["second"]?.step == "try")
    tutor.send(.openedCourse, .typed("2"), .chose, .wentToLastStepOfStage)
    #expect(tutor.step.id == "moved")
  }

  @Test func `a lesson is untouched, begun or finished`() throws {
    let course = try smallCourse()
    var tutor = try smallTutor(at: "look")
    #expect(SavedProgress().summary(of: course.lessons[0]).mark == .untouched)
    #expect(tutor.saved.summary(of: course.lessons[0]).mark == .begun)
    tutor.send(.wentToNextStage, .voted(1), .wentToNextStage)
    tutor.edit("K", 0, 2, "4")
    let summary = tutor.saved.summary(of: course.lessons[0])
    #expect(
      summary == LessonSummary(mark: .finished, met: 1, challenges: 1, answered: 1, questions: 2))
    #expect(tutor.saved.summary(of: course.lessons[1]).mark == .untouched)
  }
}
