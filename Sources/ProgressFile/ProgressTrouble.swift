import Glibc

/// Why progress is not read or not saved.
public enum ProgressTrouble: Error, Hashable, Sendable, CustomStringConvertible {
  /// The environment names no folder to keep it in.
  case noFolder
  /// Another copy of the program is saving and does not come to an end.
  case busy
  /// A newer version wrote the file, which this one therefore leaves alone.
  case newer
  case refused(SystemError)

  /// The end of a sentence for the command line: `progress is not saved: the disk is full`.
  public var description: String {
    switch self {
    case .noFolder: "neither XDG_STATE_HOME nor HOME names a folder for it"
    case .busy: "another attend is saving"
    case .newer: "it is from a newer attend: upgrade attend"
    case .refused(let error): String(cString: strerror(error.number))
    }
  }
}
