import Foundation
import Testing
import Tutorial

@testable import ProgressFile

/// Lets one call fail, or every call from one on, as for a program that is killed there.
private final class Fault {
  var count = 0
  private let first: Int
  private let isLasting: Bool
  private let number: Int32

  init(at first: Int, isLasting: Bool = false, number: Int32) {
    (self.first, self.isLasting, self.number) = (first, isLasting, number)
  }

  var calls: FileCalls {
    FileCalls { [self] _ throws(SystemError) in
      defer { count += 1 }
      if isLasting ? count >= first : count == first { throw SystemError(number) }
    }
  }
}

private let old = SavedProgress(lesson: "one", lessons: ["one": lesson("a"), "two": lesson("b")])
private let new = SavedProgress(lesson: "two", lessons: ["one": lesson("a"), "two": lesson("c")])

/// A folder in which the old progress was saved, and one before it.
private func prepared() throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  var store = ProgressStore(path: folder["progress"])
  try store.save(SavedProgress(lesson: "zero"))
  try store.save(old)
  return folder
}

/// What a good program finds after the fault.
private func progress(in folder: TemporaryFolder) throws -> SavedProgress {
  var store = ProgressStore(path: folder["progress"])
  let (progress, remark) = try store.load()
  #expect(remark == nil)
  return progress
}

@Suite struct FailureTests {
  @Test(arguments: [ENOSPC, EIO, EROFS, EDQUOT, EACCES, EINTR], [false, true])
  func `after a failure at any call the old or the new file is there`(number: Int32, isLasting: Bool) throws {
    // A call that is always interrupted would be made for ever.
    if number == EINTR, isLasting { return }
    var position = 0
    while true {
      let folder = try prepared()
      var store = ProgressStore(path: folder["progress"])
      _ = try store.load()
      let fault = Fault(at: position, isLasting: isLasting, number: number)
      store.calls = fault.calls
      let isSaved = (try? store.save(new)) != nil
      let found = try progress(in: folder)
      #expect(found == old || found == new, "call \(position)")
      if isSaved { #expect(found == new, "call \(position)") }
      if number == EINTR { #expect(isSaved) }
      let backup = try ProgressDocument(parsing: Array(folder.read("progress.bak").utf8)).progress
      #expect(backup == old || backup.lesson == "zero", "call \(position)")

      // The next save makes good what this one left undone and leaves no drafts behind.
      store.calls = FileCalls()
      try store.save(SavedProgress(lesson: "last", lessons: new.lessons))
      #expect(try progress(in: folder).lesson == "last")
      #expect(folder.names == ["progress", "progress.bak", "progress.lock"], "call \(position)")
      position += 1
      if fault.count < position { break }
    }
    #expect(position > 10)
  }

  @Test(arguments: [ENOSPC, EACCES], [false, true])
  func `a failure while a damaged file is set aside loses nothing`(number: Int32, isLasting: Bool) throws {
    var position = 0
    while true {
      let folder = try TemporaryFolder()
      try folder.write("no progress", to: "progress")
      try folder.write(ProgressDocument(progress: old).text, to: "progress.bak")
      let fault = Fault(at: position, isLasting: isLasting, number: number)
      var failing = ProgressStore(path: folder["progress"], calls: fault.calls)
      _ = try? failing.load()
      var store = ProgressStore(path: folder["progress"])
      #expect(try store.load().progress == old, "call \(position)")
      let kept = try folder.names.filter { $0.contains("bad-") }.map(folder.read)
      #expect(kept == ["no progress"], "call \(position)")
      position += 1
      if fault.count < position { break }
    }
    #expect(position > 10)
  }

  @Test func `what could not be read at the start is not written over later`() throws {
    let folder = try TemporaryFolder()
    var kept = SavedLesson(step: "d", furthest: "z", met: ["c1"])
    kept.answers = ["p1": SavedAnswer(votes: ["x"])]
    var other = ProgressStore(path: folder["progress"])
    try other.save(SavedProgress(lessons: ["one": kept]))
    var store = ProgressStore(
      path: folder["progress"], calls: Fault(at: 0, isLasting: true, number: EIO).calls)
    #expect(throws: ProgressTrouble.refused(SystemError(EIO))) { try store.load() }
    store.calls = FileCalls()
    try store.save(SavedProgress(lessons: ["one": lesson("a")]))
    kept.step = "a"
    #expect(try store.peek().lessons["one"] == kept)
  }

  @Test func `a text is on the disk before it takes the name, and the name before the save is over`() throws {
    let folder = try prepared()
    var store = ProgressStore(path: folder["progress"])
    _ = try store.load()
    var order: [FileCalls.Call] = []
    store.calls = FileCalls { call throws(SystemError) in
      if [.write, .sync, .rename].contains(call) { order.append(call) }
    }
    try store.save(new)
    // The first new name is that of the backup.
    #expect(order == [.write, .sync, .rename, .rename, .sync])
  }

  @Test func `the system may take a text in pieces`() throws {
    let folder = try prepared()
    var store = ProgressStore(path: folder["progress"], calls: FileCalls(mostBytes: 7))
    _ = try store.load()
    try store.save(new)
    #expect(try progress(in: folder) == new)
  }

  @Test func `a file system without links or locks will do`() throws {
    let folder = try prepared()
    var store = ProgressStore(
      path: folder["progress"],
      calls: FileCalls { call throws(SystemError) in
        if call == .link { throw SystemError(EPERM) }
        if call == .lock { throw SystemError(ENOLCK) }
      })
    _ = try store.load()
    try store.save(new)
    #expect(try progress(in: folder) == new)
    #expect(try ProgressStore(path: folder["progress.bak"]).peek() == old)
    #expect(folder.names == ["progress", "progress.bak", "progress.lock"])
  }
}
