import Foundation
import Testing

@Suite struct RecordTests {
  /// The header and the events of a recording.
  private func lines(_ text: String) throws -> (header: [String: Any], events: [[Any]]) {
    let lines = try text.split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8))
    }
    return (
      try #require(lines.first as? [String: Any]), try lines.dropFirst().map { try #require($0 as? [Any]) }
    )
  }

  @Test(arguments: ["two-tokens", "next-token", "order"], ["en", "es"])
  func `a lesson is walked to its end, with a marker for each step`(lesson: String, language: String) throws {
    let run = try attend("record", lesson, "-", "--lang", language, "--size", "60x16")
    #expect(run.status == 0 && run.error.isEmpty)
    let (header, events) = try lines(run.output)
    #expect(header["version"] as? Int == 2 && header["width"] as? Int == 60 && header["height"] as? Int == 16)
    #expect(header["timestamp"] == nil)
    let marks = events.filter { $0[1] as? String == "m" }.compactMap { $0[2] as? String }
    #expect(Set(marks).count == marks.count && marks.count > 10)
    let times = try events.map { try #require($0[0] as? Double) }
    #expect(times == times.sorted() && (times.last ?? 0) > 60)
    #expect(run.output == (try attend("record", lesson, "-", "--lang", language, "--size", "60x16").output))
  }

  @Test func `more words stay longer, and the pace is what was asked for`() throws {
    let slow = try lines(try attend("record", "two-tokens", "-", "--keys", "Right").output).events
    let fast = try lines(
      try attend("record", "two-tokens", "-", "--keys", "Right", "--seconds-per-step", "1").output
    ).events
    let (last, half) = (slow.last?[0] as? Double ?? 0, fast.last?[0] as? Double ?? 0)
    #expect(last > 4 && half == last / 2)
  }

  @Test func `a file that is there is kept, unless it is to be replaced`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "attend-\(UUID().uuidString).cast")
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(try attend("record", "two-tokens", file.path(), "--keys", "Right").status == 0)
    let first = try Data(contentsOf: file)
    let refused = try attend("record", "two-tokens", file.path(), "--keys", "Right Right")
    #expect(refused.status == 74 && refused.error.contains("--force"))
    #expect(try Data(contentsOf: file) == first)
    #expect(try attend("record", "two-tokens", file.path(), "--keys", "Right*2", "--force").status == 0)
    #expect(try Data(contentsOf: file) != first)
  }

  @Test func `what cannot be asked for, and what cannot be written`() throws {
    for arguments in [
      ["two-tokens", "-", "--keys", "Rigth"], ["two-tokens", "-", "--seconds-per-step", "99"],
      ["two-tokens", "-", "--size", "0x0"], ["two-tokens"], ["no-such-lesson", "-"],
      ["two-tokens:no-such-step", "-"], ["two-tokens", "-", "--timestamp", "-1"],
    ] {
      let run = try attend(["record"] + arguments)
      #expect(run.status == 64 && run.output.isEmpty, "\(arguments)")
    }
    #expect(try attend("record", "two-tokens", "/dev/full", "--keys", "Right").status == 74)
    #expect(try attend("record", "two-tokens", "/no/such/folder/a.cast", "--keys", "Right").status == 74)
  }
}
