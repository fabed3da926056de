/// Where progress is kept, by the rules of the XDG base directories; nil where the environment names no folder.
///
/// - Parameter environment: The value of a variable.
public func progressPath(environment: (String) -> String?) -> String? {
  func folder(_ name: String) -> String? {
    // A relative folder would be another one wherever the program is started.
    environment(name).flatMap { $0.utf8.starts(with: "/".utf8) ? $0 : nil }
  }
  let state = folder("XDG_STATE_HOME") ?? folder("HOME").map { $0 + "/.local/state" }
  return state.map { $0 + "/attend/progress" }
}
