import Foundation
import ProgressFile
import Testing
import Tutorial

func lesson(_ step: String) -> SavedLesson { SavedLesson(step: step, furthest: step) }

@Suite struct StoreTests {
  @Test func `what is saved is found, for the user alone, with the one before as a backup`() throws {
    let folder = try TemporaryFolder()
    let mask = umask(0)
    defer { umask(mask) }
    var store = ProgressStore(path: folder["a/b/progress"])
    #expect(try store.load() == (SavedProgress(), nil))
    #expect(folder.names.isEmpty)
    let first = SavedProgress(lesson: "one", lessons: ["one": lesson("a")])
    try store.save(first)
    let second = SavedProgress(lesson: "one", lessons: ["one": lesson("b")])
    try store.save(second)
    #expect(try ProgressStore(path: folder["a/b/progress"]).peek() == second)
    #expect(try ProgressStore(path: folder["a/b/progress.bak"]).peek() == first)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder["a/b"]).sorted()
        == ["progress", "progress.bak", "progress.lock"])
    for name in ["progress", "progress.bak", "progress.lock"] {
      #expect(try folder.mode(of: "a/b/" + name) == 0o600)
    }
    #expect(try folder.mode(of: "a") == 0o700)
    #expect(try folder.mode(of: "a/b") == 0o700)
  }

  @Test func `what has not changed is not written`() throws {
    let folder = try TemporaryFolder()
    var store = ProgressStore(path: folder["progress"])
    try store.save(SavedProgress(lesson: "one"))
    var again = ProgressStore(path: folder["progress"])
    let (progress, _) = try again.load()
    try again.save(progress)
    #expect(folder.names == ["progress", "progress.lock"])
  }

  @Test func `a link is written through`() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder["real"], withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: folder["middle"], withDestinationPath: "real/progress")
    try FileManager.default.createSymbolicLink(
      atPath: folder["progress"], withDestinationPath: folder["middle"])
    var store = ProgressStore(path: folder["progress"])
    _ = try store.load()
    try store.save(SavedProgress(lesson: "one"))
    try store.save(SavedProgress(lesson: "two"))
    #expect(try folder.read("real/progress").contains("last two"))
    #expect(try folder.read("real/progress.bak").contains("last one"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder["progress"]) == folder["middle"])
    #expect(folder.names == ["middle", "progress", "real"])
  }

  @Test func `links that go round in a circle are no trap`() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(atPath: folder["progress"], withDestinationPath: "progress")
    var store = ProgressStore(path: folder["progress"])
    #expect(throws: ProgressTrouble.refused(SystemError(ELOOP))) {
      try store.save(SavedProgress(lesson: "one"))
    }
  }

  @Test func `what is no file is left alone and not waited for`() throws {
    let folder = try TemporaryFolder()
    #expect(mkfifo(folder["progress"], 0o600) == 0)
    var store = ProgressStore(path: folder["progress"])
    #expect(throws: ProgressTrouble.self) { try store.load() }
    #expect(throws: ProgressTrouble.self) { try store.save(SavedProgress(lesson: "one")) }
    #expect(folder.names == ["progress", "progress.lock"])
    try FileManager.default.createDirectory(atPath: folder["taken"], withIntermediateDirectories: true)
    store = ProgressStore(path: folder["taken"])
    #expect(throws: ProgressTrouble.self) { try store.load() }
    #expect(throws: ProgressTrouble.self) { try store.save(SavedProgress(lesson: "one")) }
  }

  @Test func `what would be too large to be read again is not written`() throws {
    let folder = try TemporaryFolder()
    var store = ProgressStore(path: folder["progress"])
    try store.save(SavedProgress(lesson: "one"))
    let vote = String(repeating: "1", count: 1 << 20)
    let answer = SavedAnswer(votes: Array(repeating: vote, count: 17))
    var large = SavedProgress(lesson: "two", lessons: ["one": lesson("a")])
    large.lessons["one"]?.answers = ["p1": answer]
    #expect(throws: ProgressTrouble.refused(SystemError(EFBIG))) { try store.save(large) }
    #expect(try store.peek().lesson == "one")
  }

  @Test func `the progress of a newer version is left alone`() throws {
    let folder = try TemporaryFolder()
    let text = "attend progress 2\nanything\n"
    try folder.write(text, to: "progress")
    var store = ProgressStore(path: folder["progress"])
    #expect(throws: ProgressTrouble.newer) { try store.load() }
    #expect(throws: ProgressTrouble.newer) { try store.save(SavedProgress(lesson: "one")) }
    #expect(throws: ProgressTrouble.newer) { try store.reset() }
    #expect(try folder.read("progress") == text)
    #expect(folder.names == ["progress", "progress.lock"])
  }

  @Test func `lines and ids that are not known outlive a save`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      attend progress 1
      profile Ada
      lesson two-tokens
        step bars
        minutes 12
      lesson of-tomorrow
        step a
        length long
      end
      """, to: "progress")
    var store = ProgressStore(path: folder["progress"])
    var (progress, _) = try store.load()
    progress.lessons["two-tokens"]?.step = "output"
    // As by a program that knows only its own lessons.
    try store.save(progress)
    let text = try folder.read("progress")
    for line in ["profile Ada", "  minutes 12", "lesson of-tomorrow", "  length long", "  step output"] {
      #expect(text.contains(line + "\n"))
    }
  }

  @Test func `the file of a program that ends between two names is found`() throws {
    let folder = try TemporaryFolder()
    let saved = SavedProgress(lesson: "one")
    try folder.write(ProgressDocument(progress: saved).text, to: "progress.bak")
    var store = ProgressStore(path: folder["progress"])
    #expect(try store.load() == (saved, nil))
  }

  @Test func `what killed programs left is taken away, but nothing that another one may be writing`() throws {
    let folder = try TemporaryFolder()
    var store = ProgressStore(path: folder["progress"])
    try store.save(SavedProgress(lesson: "one"))
    let dead = ["progress.new", "progress.bak.new", "progress.before-reset.new", "progress.new-4194305"]
    let others = ["progress.new-\(getpid())", "progress.newer", "progress.bad-1", "new", "progress.new-x"]
    for name in dead + others { try folder.write("half", to: name) }

    let lock = open(folder["progress.lock"], O_RDWR)
    #expect(flock(lock, LOCK_EX) == 0)
    _ = try store.load()
    #expect(Set(dead).isSubset(of: folder.names))
    close(lock)
    _ = try store.load()
    #expect(folder.names == (others + ["progress", "progress.lock"]).sorted())
  }

  @Test func `reset forgets what it says and keeps a copy`() throws {
    let folder = try TemporaryFolder()
    var store = ProgressStore(path: folder["progress"])
    #expect(try store.reset() == nil)
    let all = SavedProgress(lesson: "one", lessons: ["one": lesson("a"), "two": lesson("b")])
    try store.save(all)
    #expect(try store.reset(lesson: "three") == nil)
    #expect(try store.reset(lesson: "one") == folder["progress.before-reset"])
    #expect(try store.peek() == SavedProgress(lessons: ["two": lesson("b")]))
    #expect(try ProgressStore(path: folder["progress.before-reset"]).peek() == all)
    #expect(try store.reset() != nil)
    #expect(try store.peek() == SavedProgress())
    #expect(folder.names == ["progress", "progress.bak", "progress.before-reset", "progress.lock"])
  }

  @Test func `the environment says where progress is kept`() {
    func path(_ variables: [String: String]) -> String? { progressPath { variables[$0] } }
    #expect(path(["XDG_STATE_HOME": "/s", "HOME": "/h"]) == "/s/attend/progress")
    #expect(path(["XDG_STATE_HOME": "", "HOME": "/h"]) == "/h/.local/state/attend/progress")
    #expect(path(["XDG_STATE_HOME": "s", "HOME": "/h"]) == "/h/.local/state/attend/progress")
    #expect(path(["HOME": "h"]) == nil)
    #expect(path([:]) == nil)
  }
}
