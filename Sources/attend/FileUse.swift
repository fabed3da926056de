import ArgumentParser

/// Which files a session may read and leave behind.
enum FileUse: Hashable {
  case everything
  /// As if for the first time, and without a trace in the progress of later times.
  case allButProgress
  /// No file at all, whatever else was asked for: only what is in the program.
  case nothing

  /// Which lesson the arguments name; what would open a file that may not be opened is refused in one line.
  ///
  /// - Parameters:
  ///   - lessons: The folder of a course that was asked for besides.
  ///   - values: Files with numbers for the inputs.
  func address(_ place: String?, lessons: String?, values: [String] = []) throws -> CourseAddress {
    guard self == .nothing else { return try CourseAddress(place, lessons: lessons) }
    if lessons != nil { throw refusal(of: "--lessons") }
    if !values.isEmpty { throw refusal(of: "--values") }
    // What would be a path is none here; a word is a lesson of the program, whatever folders lie around.
    if let place, place.utf8.contains(UInt8(ascii: "/")) { throw refusal(of: quoted(place)) }
    return CourseAddress(source: .embedded, place: place)
  }

  private func refusal(of what: String) -> ExitCode {
    writeError("--locked opens no files: leave \(what) out")
    return .validationFailure
  }
}
