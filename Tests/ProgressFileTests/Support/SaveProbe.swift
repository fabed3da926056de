import Foundation

/// A run of the program that saves again and again, until it ends or is killed.
struct SaveProbe {
  private let process = Process()
  private let said = Pipe()

  /// - Parameters:
  ///   - first: The number of the first save.
  ///   - call: Before which system call it kills itself; nil: it does not.
  init(_ path: String, lesson: String, from first: Int, count: Int, killedAt call: Int? = nil) throws {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    process.executableURL = URL(filePath: bundle).deletingLastPathComponent().appending(path: "save-probe")
    process.arguments = [path, lesson, "\(first)", "\(count)"] + (call.map { ["\($0)"] } ?? [])
    process.standardOutput = said
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  func kill() { Glibc.kill(process.processIdentifier, SIGKILL) }

  /// Waits until it has saved for the first time.
  func waitForFirstSave() -> [UInt8] { Array(said.fileHandleForReading.availableData) }

  /// Waits for its end.
  ///
  /// - Parameter beginning: What was already read of what it said.
  /// - Returns: The number of the last save that it knows to have succeeded, and whether it was killed.
  func end(after beginning: [UInt8] = []) -> (lastSaved: Int?, isKilled: Bool) {
    let text = beginning + said.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let numbers = String(decoding: text, as: UTF8.self).split(separator: "\n").compactMap { Int($0) }
    return (numbers.last, process.terminationReason == .uncaughtSignal)
  }
}
