import Foundation

/// What a run of the program printed, and how it ended.
struct Run {
  var output: String
  var error: String
  var status: Int32
}

/// Runs the program without a terminal.
func attend(_ arguments: String..., environment: [String: String] = [:]) throws -> Run {
  try attend(arguments, environment: environment)
}

/// - Parameters:
///   - folder: Where it is started.
///   - input: What it reads; nil: nothing.
func attend(
  _ arguments: [String], environment: [String: String] = [:], folder: URL? = nil, input: String? = nil
) throws -> Run {
  let process = Process()
  process.executableURL = URL(filePath: productFolder).appending(path: "attend")
  process.arguments = arguments
  process.currentDirectoryURL = folder
  process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 }
  let (output, error) = (Pipe(), Pipe())
  // Small enough for the pipe to hold it, so that nobody has to wait.
  let typed = Pipe()
  if let input { typed.fileHandleForWriting.write(Data(input.utf8)) }
  try typed.fileHandleForWriting.close()
  process.standardInput = input == nil ? FileHandle.nullDevice : typed.fileHandleForReading
  process.standardOutput = output
  process.standardError = error
  try process.run()
  let printed = output.fileHandleForReading.readDataToEndOfFile()
  let said = error.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return Run(
    output: String(decoding: printed, as: UTF8.self), error: String(decoding: said, as: UTF8.self),
    status: process.terminationStatus)
}

/// The folder in which the test bundle lies, and the program beside it.
let productFolder: String = {
  let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
  return URL(filePath: bundle).deletingLastPathComponent().path()
}()

/// The root of the package.
let packageFolder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
  .standardizedFileURL
