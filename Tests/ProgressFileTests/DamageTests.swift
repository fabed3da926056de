import Foundation
import ProgressFile
import Testing
import Tutorial

/// Files as a failing disk, a bad copy or a curious person leaves them.
@Suite struct DamageTests {
  private static func damaged(_ text: String, by random: inout SplitMix) -> [UInt8] {
    var bytes = Array(text.utf8)
    switch Int.random(in: 0..<7, using: &random) {
    case 0: return Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &random)))
    case 1:
      for _ in 0..<Int.random(in: 1..<9, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      }
      return bytes
    case 2:
      return text.split(separator: "\n").shuffled(using: &random).joined(separator: "\n").utf8.map { $0 }
    case 3:
      return (0..<Int.random(in: 0..<5000, using: &random)).map { _ in .random(in: 0...255, using: &random) }
    case 4: return []
    case 5: return bytes + bytes.shuffled(using: &random)
    default: return text.split(separator: " ").shuffled(using: &random).joined(separator: " ").utf8.map { $0 }
    }
  }

  @Test func `500 damaged files are each read or set aside, and the good one behind them is used`() throws {
    var random = SplitMix(seed: 500)
    let good = ProgressDocument(progress: random.progress())
    for _ in 0..<500 {
      let folder = try TemporaryFolder()
      let text = ProgressDocument(progress: random.progress()).text
      let bytes = Self.damaged(text, by: &random)
      try Data(bytes).write(to: URL(filePath: folder["progress"]))
      try folder.write(good.text, to: "progress.bak")
      let document = try? ProgressDocument(parsing: bytes)
      if let document { #expect(try ProgressDocument(parsing: Array(document.text.utf8)) == document) }

      var store = ProgressStore(path: folder["progress"])
      do {
        let (progress, remark) = try store.load()
        #expect(progress == (document ?? good).progress)
        #expect((remark == .repaired) == (document == nil))
      } catch {
        // One flipped bit can make a 3 of the 1 in the first line.
        #expect(error == .newer)
        #expect(try Data(contentsOf: URL(filePath: folder["progress"])) == Data(bytes))
        continue
      }
      #expect(try folder.read("progress.bak") == good.text)
      if document == nil {
        #expect(try Data(contentsOf: URL(filePath: folder["progress.bad-1"])) == Data(bytes))
        #expect(try folder.read("progress") == good.text)
      }
    }
  }

  @Test func `a file that ends at any byte, or has any bit turned, is read or set aside`() throws {
    let saved = SavedProgress(
      lesson: "two-tokens",
      lessons: [
        "two-tokens": SavedLesson(
          step: "keys", furthest: "output", met: ["c1", "c2"],
          answers: ["p1": SavedAnswer(votes: ["a", "b"], isRevealed: true)],
          places: ["": [SavedChange(kind: "typed", edits: ["Q[quickly,1] = 0.55"])]])
      ])
    let good = ProgressDocument(progress: SavedProgress(lesson: "one")).text
    let whole = Array(ProgressDocument(progress: saved).text.utf8)
    let cut = (0..<whole.count).map { Array(whole.prefix($0)) }
    let turned = (0..<(whole.count * 8)).filter { $0 % 4 == 0 }.map { place in
      var bytes = whole
      bytes[place / 8] ^= 1 << UInt8(place % 8)
      return bytes
    }
    #expect(cut.count + turned.count >= 500)
    for bytes in cut + turned {
      let folder = try TemporaryFolder()
      try Data(bytes).write(to: URL(filePath: folder["progress"]))
      try folder.write(good, to: "progress.bak")
      var store = ProgressStore(path: folder["progress"])
      let text = "\(String(decoding: bytes, as: UTF8.self).debugDescription)"
      do {
        let (progress, remark) = try store.load()
        if remark == .repaired {
          #expect(progress == SavedProgress(lesson: "one"), "\(text)")
          #expect(try Data(contentsOf: URL(filePath: folder["progress.bad-1"])) == Data(bytes))
        } else {
          // A name with another letter is another name; what ends early never passes for whole.
          #expect(bytes.count >= whole.count - 1, "\(text)")
        }
      } catch {
        #expect(error as? ProgressTrouble == .newer, "\(text)")
      }
      #expect(try folder.read("progress.bak") == good)
    }
  }

  @Test func `a huge file is set aside unread`() throws {
    let folder = try TemporaryFolder()
    #expect(FileManager.default.createFile(atPath: folder["progress"], contents: nil))
    #expect(truncate(folder["progress"], 1 << 40) == 0)
    var store = ProgressStore(path: folder["progress"])
    #expect(try store.load() == (SavedProgress(), .repaired))
    #expect(folder.names == ["progress.bad-1", "progress.lock"])
  }

  @Test func `each damaged file gets a name of its own`() throws {
    let folder = try TemporaryFolder()
    for text in ["one", "two", "three"] {
      try folder.write(text, to: "progress")
      var store = ProgressStore(path: folder["progress"])
      #expect(try store.load().remark == .repaired)
    }
    #expect(try (1...3).map { try folder.read("progress.bad-\($0)") } == ["one", "two", "three"])
  }

  @Test func `a damaged backup is set aside as well`() throws {
    let folder = try TemporaryFolder()
    try folder.write("no progress", to: "progress")
    try folder.write("none either", to: "progress.bak")
    var store = ProgressStore(path: folder["progress"])
    #expect(try store.load() == (SavedProgress(), .repaired))
    #expect(folder.names == ["progress.bad-1", "progress.bad-2", "progress.lock"])
  }

  @Test func `looking changes nothing`() throws {
    let folder = try TemporaryFolder()
    try folder.write("no progress", to: "progress")
    let good = SavedProgress(lesson: "two-tokens")
    try folder.write(ProgressDocument(progress: good).text, to: "progress.bak")
    #expect(try ProgressStore(path: folder["progress"]).peek() == good)
    #expect(folder.names == ["progress", "progress.bak"])
  }
}
