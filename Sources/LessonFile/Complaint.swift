/// What is wrong with a lesson file, and where: prints as `file:line:column: sentence`.
///
/// It quotes the file and its name as they are; whoever shows it makes it harmless for a terminal.
public struct Complaint: Error, Hashable, Sendable, CustomStringConvertible {
  /// Whether the lesson can be used all the same.
  public enum Severity: Hashable, Sendable {
    /// The lesson cannot be used.
    case stops
    /// The lesson runs, something falls back to English: only `attend check` says so.
    case reports
  }

  /// As the reader knows it: the path that was asked for, followed by the file's own.
  public let file: String
  public let place: Place
  public let sentence: String
  public let severity: Severity

  public init(file: String, place: Place, sentence: String, severity: Severity = .stops) {
    self.file = file
    self.place = place
    self.sentence = sentence
    self.severity = severity
  }

  public var description: String { "\(file):\(place.line):\(place.column): \(sentence)" }
}

/// A place in a text file; lines and columns count from 1, columns in characters.
public struct Place: Hashable, Sendable, Comparable {
  public let line: Int
  public let column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The beginning of a file: where complaints about the whole of it stand.
  public static let start = Place(line: 1, column: 1)

  public static func < (left: Place, right: Place) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A complaint before it is known which file it is about.
struct Fault: Error, Hashable {
  let place: Place
  let sentence: String
  var severity = Complaint.Severity.stops

  func complaint(in file: String) -> Complaint {
    Complaint(file: file, place: place, sentence: sentence, severity: severity)
  }
}

extension [Fault] {
  mutating func add(_ place: Place, _ sentence: String, severity: Complaint.Severity = .stops) {
    append(Fault(place: place, sentence: sentence, severity: severity))
  }

  /// As complaints about a file, in the order of their places.
  func complaints(in file: String) -> [Complaint] {
    sorted { ($0.place, $0.sentence) < ($1.place, $1.sentence) }.map { $0.complaint(in: file) }
  }
}
