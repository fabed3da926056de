import Foundation
import ProgressFile
import Soak
import Testing
import Tutorial

/// A program that is killed while it saves, by the system itself: what it saved before is there, and nothing lies around.
@Suite(.serialized) struct KillingSoak {
  private static let kept: Set = ["progress", "progress.bak", "progress.lock"]

  /// A folder in which something was saved, long enough to be written in pieces.
  private func prepared(damaged: Bool = false) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    var store = ProgressStore(path: folder["progress"])
    var progress = SavedProgress()
    for number in 0..<60 { progress.lessons["lesson-\(number)"] = lesson("step-\(number)") }
    progress.lessons["one"] = lesson("-1")
    try store.save(progress)
    progress.lessons["one"] = lesson("0")
    try store.save(progress)
    if damaged {
      try FileManager.default.removeItem(atPath: folder["progress"])
      try folder.write("no progress", to: "progress")
    }
    return folder
  }

  /// What the next start finds; it leaves no drafts behind.
  private func nextStart(in folder: TemporaryFolder, _ place: Comment) throws -> SavedProgress {
    var store = ProgressStore(path: folder["progress"])
    let (progress, _) = try store.load()
    let names = folder.names.filter { !$0.hasPrefix("progress.bad-") }
    #expect(Set(names).isSubset(of: Self.kept), "\(place): \(names)")
    #expect(progress.lessons["lesson-59"] == lesson("step-59"), place)
    return progress
  }

  private func step(_ id: String, of progress: SavedProgress) -> Int? {
    (progress.lessons[id]?.step).flatMap { Int($0) }
  }

  @Test(arguments: [false, true])
  func `killed at any call, a save leaves the old file or the new one`(damaged: Bool) throws {
    var call = 0
    while true {
      let folder = try prepared(damaged: damaged)
      let end = try SaveProbe(folder["progress"], lesson: "one", from: 1, count: 1, killedAt: call).end()
      let found = step("one", of: try nextStart(in: folder, "call \(call)"))
      // Behind the damaged file lies what was saved before it.
      let old = damaged ? -1 : 0
      #expect(found == 1 || end.lastSaved == nil && found == old, "call \(call): \(found ?? -9)")
      let backup = try ProgressStore(path: folder["progress.bak"]).peek()
      #expect([-1, 0].contains(step("one", of: backup)), "call \(call)")
      // The lock of the dead is no hindrance.
      var store = ProgressStore(path: folder["progress"])
      var next = try store.load().progress
      next.lessons["one"] = lesson("2")
      try store.save(next)
      #expect(step("one", of: try nextStart(in: folder, "call \(call)")) == 2)
      if damaged {
        #expect(try folder.read("progress.bad-1") == "no progress")
        #expect(!folder.names.contains("progress.bad-2"))
      }
      guard end.isKilled else { break }
      call += 1
    }
    #expect(call > 20)
  }

  @Test func `killed at a random moment, a program loses nothing that it has saved`() throws {
    let folder = try prepared()
    let count = rounds(50, soak: 1000)
    let progress = Progress("kills at random moments", of: count)
    var random = SystemRandomNumberGenerator()
    var last = 0
    for round in 1...count {
      let probe = try SaveProbe(folder["progress"], lesson: "one", from: last + 1, count: 1_000_000)
      let beginning = round.isMultiple(of: 5) ? [] : probe.waitForFirstSave()
      usleep(.random(in: 0..<6000, using: &random))
      probe.kill()
      let end = probe.end(after: beginning)
      #expect(end.isKilled)
      let found = try #require(step("one", of: try nextStart(in: folder, "round \(round)")))
      let known = end.lastSaved ?? last
      // One more may have been saved than the program came to say.
      #expect(found == known || found == known + 1, "round \(round)")
      #expect(folder.names.allSatisfy { !$0.hasPrefix("progress.bad-") })
      last = found
      progress.finished(round)
    }
    #expect(last > count / 2)
  }

  @Test func `two programs that save 200 times each keep out of each other's way`() throws {
    let folder = try prepared()
    let probes = try ["one", "two"].map {
      try SaveProbe(folder["progress"], lesson: $0, from: 1, count: 200)
    }
    for probe in probes { #expect(probe.end() == (200, false)) }
    let found = try nextStart(in: folder, "at the end")
    #expect(["one", "two"].map { step($0, of: found) } == [200, 200])
  }

  @Test func `a program goes on saving while another is killed again and again`() throws {
    let folder = try prepared()
    let saving = try SaveProbe(folder["progress"], lesson: "one", from: 1, count: 200)
    var last = 0
    for _ in 0..<rounds(10, soak: 200) {
      let probe = try SaveProbe(folder["progress"], lesson: "two", from: last + 1, count: 1_000_000)
      let beginning = probe.waitForFirstSave()
      usleep(.random(in: 0..<3000))
      probe.kill()
      let end = probe.end(after: beginning)
      let known = end.lastSaved ?? last
      last = try #require(step("two", of: try ProgressStore(path: folder["progress"]).peek()))
      #expect(last == known || last == known + 1)
    }
    #expect(saving.end() == (200, false))
    let found = try nextStart(in: folder, "at the end")
    #expect(["one", "two"].map { step($0, of: found) } == [200, last])
  }
}
