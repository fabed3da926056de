import Testing
import Tutorial

@testable import LessonFile

/// Shipped lessons with something cut, doubled or exchanged: read and proved without a trap.
struct MutationTests {
  @Test(arguments: try lessonIDs())
  func `a damaged lesson is complained about or is another lesson`(_ id: String) throws {
    var random = SmallRandom(state: UInt64(id.utf8.reduce(7) { $0 &* 31 &+ Int($1) }))
    let yaml = try CourseFiles.embedded.read("\(id)/lesson.yaml")
    let words = try CourseFiles.embedded.read("\(id)/es.md")
    for _ in 0..<15 {
      let damaged = random.damage(yaml)
      guard let source = try? SourceText(damaged) else { continue }
      let (reading, faults) = LessonReader.read(source, id: id)
      guard let reading else {
        #expect(!faults.isEmpty)
        continue
      }
      var prover = LessonProver(reading)
      prover.prove()
      guard let source = try? SourceText(random.damage(words)) else { continue }
      _ = prover.faults(in: WordsReader.read(source, for: reading.lesson).values)
      // What is trusted without a reason must not trap either.
      let trusted = WordsReader.read(source, for: reading.lesson, isTrusted: true)
      #expect(trusted.words.steps.values.allSatisfy { $0.paragraphs.allSatisfy { $0.runs.count < 1_000 } })
    }
  }
}

private func lessonIDs() throws -> [String] {
  CourseOutline(try SourceText(CourseFiles.embedded.read("course.yaml"))).lessons.map(\.text)
}

/// A xorshift generator: the same damage in every run.
private struct SmallRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  /// The bytes with a few letters exchanged, or a stretch cut out or written twice.
  mutating func damage(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let start = Int.random(in: 0..<bytes.count, using: &self)
    let end = min(bytes.count, start + Int.random(in: 1...12, using: &self))
    switch Int.random(in: 0..<4, using: &self) {
    case 0: bytes.removeSubrange(start..<end)
    case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
    case 2: bytes[start] = Array("0123456789-.,:[]{}=<>*/+ \"".utf8).randomElement(using: &self) ?? 0x20
    default:
      let digits = bytes.indices.filter { (0x30...0x39).contains(bytes[$0]) }
      for _ in 0..<3 {
        if let index = digits.randomElement(using: &self) {
          bytes[index] = UInt8.random(in: 0x30...0x39, using: &self)
        }
      }
    }
    return bytes
  }
}
