import ArgumentParser
import AttentionCore
import Frames
import LessonFile
import Tutorial

/// Numbers from files in the place of a lesson's own.
struct ValuesOptions: ParsableArguments {
  @Option(
    name: .customLong("values"), parsing: .singleValue,
    help: ArgumentHelp(
      "Numbers for the inputs: what compute prints as csv or json, or NAME=FILE, a table for one matrix.",
      valueName: "file"))
  var files: [String] = []

  /// Reads the files in their order.
  ///
  /// - Returns: The edits that put their numbers in. What the files say of computed matrices is passed over, which is
  ///   said once.
  func edits(for lesson: Lesson) throws -> [Edit] {
    var computed: [String] = []
    let edits = try files.flatMap { argument -> [Edit] in
      let (path, matrix) = Self.parts(of: argument)
      let values = try read(path, of: matrix, for: lesson.worksheet)
      computed += values.computed.filter { !computed.contains($0) }
      return values.edits
    }
    if !computed.isEmpty {
      writeError("--values: computed from the inputs, not read: \(computed.joined(separator: ", "))")
    }
    return edits
  }

  /// `Q=numbers.csv`; a file with such a name is `./Q=numbers.csv`.
  private static func parts(of argument: String) -> (path: String, matrix: String?) {
    guard let sign = argument.firstIndex(of: "=") else { return (argument, nil) }
    let name = argument[..<sign]
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) else {
      return (argument, nil)
    }
    return (String(argument[argument.index(after: sign)...]), String(name))
  }

  private func read(_ path: String, of matrix: String?, for worksheet: Worksheet) throws -> LessonValues {
    do throws(FileError) {
      let (values, complaints) = try LessonValues.read(path, of: matrix, for: worksheet)
      if let values { return values }
      for complaint in complaints { writeError("\(complaint)") }
    } catch {
      writeError(error.description)
      throw ExitCode.cannotOpen
    }
    throw ExitCode.badLesson
  }
}

extension Tutor {
  /// Puts numbers from files in the place of the lesson's, as one change that can be taken back.
  mutating func take(_ options: ValuesOptions) throws {
    guard !options.files.isEmpty else { return }
    _ = handle(.tookValues(try options.edits(for: lesson)))
    _ = handle(.told(interface[.saveValuesTaken]))
  }
}
