import Tutorial

/// What stands in a progress file: the progress, and every line that this version does not know.
///
/// `docs/progress-file.md` describes the text. Reading it and writing it are inverse to each other.
public struct ProgressDocument: Hashable, Sendable {
  /// Where in the file a line stands.
  public enum Section: Hashable, Sendable {
    case course
    case lesson(String)
    case place(String, lesson: String)
  }

  /// The version of the format that is written, and the newest that is read.
  public static let version = 1

  public var progress: SavedProgress
  /// Lines of other versions and notes of the learner, in order, each with the lines indented under it.
  public var unknown: [Section: [String]]

  public init(progress: SavedProgress = SavedProgress(), unknown: [Section: [String]] = [:]) {
    self.progress = progress
    self.unknown = unknown
  }
}

/// Why a text is no progress file that can be used.
public enum ProgressFault: Error, Hashable, Sendable {
  /// It is not whole, or was never a progress file.
  case damaged
  /// A newer version of the program wrote it.
  case newer
}
