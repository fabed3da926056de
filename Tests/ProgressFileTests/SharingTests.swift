import Foundation
import ProgressFile
import Testing
import Tutorial

@Suite struct SharingTests {
  @Test func `two programs keep what the other did to other lessons`() throws {
    let folder = try TemporaryFolder()
    var first = ProgressStore(path: folder["progress"])
    try first.save(SavedProgress(lesson: "one", lessons: ["one": lesson("a"), "two": lesson("a")]))
    var second = ProgressStore(path: folder["progress"])
    var theirs = try second.load().progress
    theirs.lessons["two"] = lesson("b")
    theirs.lessons["three"] = lesson("b")
    try second.save(theirs)
    try first.save(SavedProgress(lesson: "one", lessons: ["one": lesson("c"), "two": lesson("a")]))
    let found = try first.peek()
    #expect(found.lessons == ["one": lesson("c"), "two": lesson("b"), "three": lesson("b")])
    // What the other one did is still not this one's, at the next save either.
    try first.save(SavedProgress(lesson: "one", lessons: ["one": lesson("d"), "two": lesson("a")]))
    #expect(try first.peek().lessons == ["one": lesson("d"), "two": lesson("b"), "three": lesson("b")])
  }

  @Test func `in the same lesson each keeps the challenges, answers and places that it alone touched`() throws
  {
    let folder = try TemporaryFolder()
    let change = SavedChange(kind: "typed", edits: ["K = 1"])
    var base = lesson("a")
    base.met = ["c0"]
    var first = ProgressStore(path: folder["progress"])
    try first.save(SavedProgress(lessons: ["one": base]))
    var second = ProgressStore(path: folder["progress"])
    _ = try second.load()
    var (mine, theirs) = (base, base)
    theirs.met = ["c0", "c1"]
    theirs.answers = ["p1": SavedAnswer(votes: ["x"])]
    theirs.places = ["": [change]]
    mine.met = ["c2"]
    mine.step = "b"
    mine.places = ["step:c2": [change]]
    try second.save(SavedProgress(lessons: ["one": theirs]))
    try first.save(SavedProgress(lessons: ["one": mine]))
    let found = try #require(try first.peek().lessons["one"])
    #expect(found.met == ["c1", "c2"])
    #expect(found.step == "b")
    #expect(found.answers == theirs.answers)
    #expect(found.places == ["": [change], "step:c2": [change]])
  }

  @Test func `two programs that both begin a lesson each keep what they did in it`() throws {
    let folder = try TemporaryFolder()
    var first = ProgressStore(path: folder["progress"])
    var second = ProgressStore(path: folder["progress"])
    _ = try (first.load(), second.load())
    var (mine, theirs) = (lesson("a"), lesson("b"))
    theirs.met = ["c1"]
    theirs.answers = ["p1": SavedAnswer(votes: ["x"])]
    theirs.places = ["": [SavedChange(kind: "typed", edits: ["K = 1"])]]
    mine.met = ["c2"]
    try second.save(SavedProgress(lessons: ["one": theirs]))
    try first.save(SavedProgress(lessons: ["one": mine]))
    let found = try #require(try first.peek().lessons["one"])
    #expect(found.met == ["c1", "c2"])
    #expect(found.answers == theirs.answers)
    #expect(found.places == theirs.places)
    #expect(found.step == "a")
  }

  @Test func `two programs that save at the same time lose nothing, and a reader finds whole files`()
    async throws
  {
    let folder = try TemporaryFolder()
    let path = folder["progress"]
    var store = ProgressStore(path: path)
    try store.save(SavedProgress(lesson: "one"))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for id in ["one", "two"] {
        group.addTask {
          var store = ProgressStore(path: path)
          var (progress, _) = try store.load()
          for step in 0..<200 {
            progress.lessons[id] = lesson("\(step)")
            try store.save(progress, isLast: true)
            _ = try ProgressDocument(parsing: Array(Data(contentsOf: URL(filePath: path))))
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try store.peek().lessons == ["one": lesson("199"), "two": lesson("199")])
    #expect(folder.names == ["progress", "progress.bak", "progress.lock"])
  }

  @Test func `a lock that is held for long is not waited for, and the last save does without it`() throws {
    let folder = try TemporaryFolder()
    let lock = open(folder["progress.lock"], O_RDWR | O_CREAT, 0o600)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX) == 0)
    var store = ProgressStore(path: folder["progress"])
    #expect(throws: ProgressTrouble.busy) { try store.save(SavedProgress(lesson: "one")) }
    try store.save(SavedProgress(lesson: "one"), isLast: true)
    #expect(try store.peek().lesson == "one")
    #expect(folder.names == ["progress", "progress.lock"])
  }

  @Test func `a file that was taken away comes back, but not what was reset`() throws {
    let folder = try TemporaryFolder()
    var store = ProgressStore(path: folder["progress"])
    try store.save(SavedProgress(lesson: "one", lessons: ["one": lesson("a"), "two": lesson("a")]))
    try FileManager.default.removeItem(atPath: folder["progress"])
    try store.save(SavedProgress(lesson: "one", lessons: ["one": lesson("b"), "two": lesson("a")]))
    #expect(try store.peek().lessons == ["one": lesson("b"), "two": lesson("a")])
    _ = try ProgressStore(path: folder["progress"]).reset(lesson: "two")
    try store.save(SavedProgress(lesson: "one", lessons: ["one": lesson("c"), "two": lesson("a")]))
    #expect(try store.peek().lessons == ["one": lesson("c")])
  }

  @Test func `changes of one sentence of the sandbox are not mixed with those of another`() throws {
    let folder = try TemporaryFolder()
    func sandbox(_ sentence: String, _ edit: String) -> SavedProgress {
      var sandbox = lesson("a")
      sandbox.recipe = Recipe(sentence: sentence)
      sandbox.places = [edit: [SavedChange(kind: "typed", edits: [edit])]]
      return SavedProgress(lessons: ["sandbox": sandbox])
    }
    var first = ProgressStore(path: folder["progress"])
    try first.save(sandbox("a b", "K = 1"))
    var second = ProgressStore(path: folder["progress"])
    _ = try second.load()
    try second.save(sandbox("c d", "K = 2"))
    // The first program goes on with its sentence: the other one's stays.
    try first.save(sandbox("a b", "K = 3"))
    #expect(try first.peek().lessons["sandbox"]?.recipe?.sentence == "c d")
    #expect(try first.peek().lessons["sandbox"]?.places.keys.sorted() == ["K = 2"])
    // It types one of its own: then that is the one.
    try first.save(sandbox("e f", "K = 4"))
    #expect(try first.peek().lessons["sandbox"]?.recipe?.sentence == "e f")
    #expect(try first.peek().lessons["sandbox"]?.places.keys.sorted() == ["K = 4"])
  }
}
