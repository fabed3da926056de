import Foundation

/// A folder of hostile things, gone with its last copy.
final class HostileFolder {
  let url = FileManager.default.temporaryDirectory.appending(path: "attend-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ lesson: HostileLesson) throws {
    let folder = url.appending(path: lesson.name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, bytes) in lesson.files { try Data(bytes).write(to: folder.appending(path: name)) }
  }
}

/// Runs the program with so many seconds of computing and 300 MB of memory: what needs more is killed.
///
/// The seconds are those of the processor, so that a busy machine kills nothing.
func limited(
  _ arguments: [String], environment: [String: String] = [:], in folder: HostileFolder, seconds: Int
) throws -> Run {
  let shell = Process()
  shell.executableURL = URL(filePath: "/bin/sh")
  shell.arguments =
    ["-c", "ulimit -t \(seconds); ulimit -d 307200; exec \"$0\" \"$@\"", productFolder + "/attend"]
    + arguments
  shell.currentDirectoryURL = folder.url
  shell.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "XDG_STATE_HOME": folder.url.path()]
    .merging(environment) { $1 }
  shell.standardInput = FileHandle.nullDevice
  // Files, since what is said may be more than a pipe holds.
  let (output, error) = (folder.url.appending(path: ".out"), folder.url.appending(path: ".err"))
  for file in [output, error] { try Data().write(to: file) }
  shell.standardOutput = try FileHandle(forWritingTo: output)
  shell.standardError = try FileHandle(forWritingTo: error)
  try shell.run()
  shell.waitUntilExit()
  let status = shell.terminationReason == .exit ? shell.terminationStatus : 128 + shell.terminationStatus
  return Run(
    output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
    error: String(decoding: try Data(contentsOf: error), as: UTF8.self), status: status)
}
