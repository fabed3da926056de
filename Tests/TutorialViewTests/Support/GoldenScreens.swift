import Foundation
import Frames
import Testing

/// Holds a text against the file of that name under `Screens/`, or under another folder of this target.
///
/// A missing file is written, and the test fails all the same, so that nothing is recorded without being looked at;
/// with RECORD_SCREENS=1 all are written anew.
func expectScreen(
  _ actual: String, named name: String, in folder: String = "Screens",
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: folder).appending(path: name + ".txt")
  let records = ProcessInfo.processInfo.environment["RECORD_SCREENS"] == "1"
  guard !records, let expected = try? String(contentsOf: file, encoding: .utf8) else {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try actual.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("\(name).txt was written: look at it before you keep it", sourceLocation: sourceLocation)
    return
  }
  if actual != expected {
    Issue.record("\(name).txt differs:\n\(difference(expected, actual))", sourceLocation: sourceLocation)
  }
}

/// The lines that are gone and the lines that are new.
private func difference(_ expected: String, _ actual: String) -> String {
  let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
  return new.difference(from: old).map { change in
    switch change {
    case .remove(let line, let text, _): "-\(line + 1): \(text)"
    case .insert(let line, let text, _): "+\(line + 1): \(text)"
    }
  }.joined(separator: "\n")
}
