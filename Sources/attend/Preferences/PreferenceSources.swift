import AttentionCore
import Frames
import LessonFile

/// What the user prefers by all that says so: a switch before the environment, that before the file.
///
/// - Returns: That, and in one line what could not be understood; nil: all of it was.
func readPreferences(
  _ looks: LookChoice = LookChoice(), files: FileUse = .everything
) -> (Preferences, complaint: String?) {
  var preferences = Preferences()
  var complaints: [String] = []
  if files != .nothing, let path = configurationPath(environment: environment) {
    complaints += preferences.adopt(fileAt: path)
  }
  complaints += preferences.adopt(environment: environment)
  preferences.adopt(looks)
  guard let first = complaints.first else { return (preferences, nil) }
  let others = complaints.count - 1
  return (preferences, others == 0 ? first : "\(first) (and \(others) more like this)")
}

/// The same for a command without a screen, which complains on standard error.
func preferencesOrComplaint(
  _ looks: LookChoice = LookChoice(), files: FileUse = .everything
) -> Preferences {
  let (preferences, complaint) = readPreferences(looks, files: files)
  if let complaint { writeError(complaint) }
  return preferences
}

/// Where the configuration file is; nil where the environment names no folder for it.
func configurationPath(environment: (String) -> String?) -> String? {
  // By the XDG base directories a relative folder counts as none.
  func folder(_ name: String) -> String? { environment(name).flatMap { $0.hasPrefix("/") ? $0 : nil } }
  let folder = folder("XDG_CONFIG_HOME") ?? folder("HOME").map { $0 + "/.config" }
  return folder.map { $0 + "/attend/config" }
}

extension Preferences {
  /// Takes over what a file says, as far as it can be understood; a missing file says nothing.
  fileprivate mutating func adopt(fileAt path: String) -> [String] {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try readRegularFile(path)
    } catch {
      return error.reason == .missing ? [] : [error.description]
    }
    return adopt(configuration: String(decoding: bytes, as: UTF8.self)).map { line, complaint in
      "\(path):\(line): \(complaint)"
    }
  }

  /// Takes over lines such as `theme = light`, with notes after `#`; what is wrong comes back by its line.
  mutating func adopt(configuration text: String) -> [(line: Int, complaint: String)] {
    var complaints: [(Int, String)] = []
    let text = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    // Every kind of line end, as a newline of Unicode.
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let words = trimmed(line.prefix { $0 != "#" })
      guard !words.isEmpty else { continue }
      if let complaint = adopt(line: words) { complaints.append((index + 1, complaint)) }
    }
    return complaints
  }

  private mutating func adopt(line: Substring) -> String? {
    guard let sign = line.firstIndex(of: "=") else { return "a setting is written as theme = light" }
    let (name, value) = (trimmed(line[..<sign]), trimmed(line[line.index(after: sign)...]))
    guard let setting = Setting(rawValue: String(name)) else {
      let known = Setting.allCases.map(\.rawValue)
      let hint =
        suggestion(for: String(name.prefix(40)), among: known).map { "; did you mean \($0)?" }
        ?? ": there is \(known.joined(separator: ", "))"
      return "there is no setting \(quoted(String(name.prefix(40))))\(hint)"
    }
    return set(setting, to: String(value)) ? nil : complaint(about: setting, value)
  }

  /// Takes over what the variables of the program say; what is wrong comes back.
  fileprivate mutating func adopt(environment: (String) -> String?) -> [String] {
    Setting.allCases.compactMap { setting in
      guard let value = environment(setting.variable), !set(setting, to: value) else { return nil }
      return "\(setting.variable): \(complaint(about: setting, value[...]))"
    }
  }

  private func complaint(about setting: Setting, _ value: Substring) -> String {
    let known =
      setting == .lang ? "two letters, such as es" : setting.values.joined(separator: ", ")
    return "\(setting.rawValue) cannot be \(quoted(String(value.prefix(40)))): it is \(known)"
  }

  fileprivate mutating func adopt(_ looks: LookChoice) {
    if let theme = looks.theme { self.theme = theme }
    if let color = looks.color { self.color = color }
    if let glyphs = looks.glyphs { self.glyphs = glyphs }
    if let decimal = looks.decimal { self.decimal = decimal }
    if let mouse = looks.mouse { usesMouse = mouse }
  }
}

/// A text without the blanks around it.
func trimmed(_ text: Substring) -> Substring {
  let text = text.drop(while: \.isWhitespace)
  guard let last = text.lastIndex(where: { !$0.isWhitespace }) else { return "" }
  return text[...last]
}
