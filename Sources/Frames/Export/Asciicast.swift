/// A recording of a terminal, in version 2 of the asciicast format: a header and one event a line, each of them JSON.
///
/// There is no clock: time passes only where `wait` says so, so the same recording is the same file.
public struct Asciicast: Hashable, Sendable {
  private struct Event: Hashable {
    var milliseconds: Int
    /// `o`: what the terminal is sent; `m`: a marker, at which players stop or to which they jump.
    var code: String
    var text: String
  }

  public let size: Size
  public let title: String
  /// When it was recorded, in seconds since 1970; nil: that is left open.
  public var timestamp: Int?
  private var events: [Event] = []
  private var milliseconds = 0

  public init(size: Size, title: String) {
    self.size = size
    self.title = title
  }

  /// How long it lasts.
  public var duration: Duration { .milliseconds(milliseconds) }

  public mutating func wait(milliseconds: Int) { self.milliseconds += max(0, milliseconds) }

  /// Sends bytes to the terminal; nothing is no event.
  public mutating func write(_ text: String) {
    if !text.isEmpty { events.append(Event(milliseconds: milliseconds, code: "o", text: text)) }
  }

  public mutating func mark(_ label: String) {
    events.append(Event(milliseconds: milliseconds, code: "m", text: label))
  }

  /// The last picture stays for as long as was waited after it.
  public mutating func end() { events.append(Event(milliseconds: milliseconds, code: "o", text: "")) }

  /// The file.
  public var text: String {
    var header = ["\"version\": 2", "\"width\": \(size.columns)", "\"height\": \(size.rows)"]
    if let timestamp { header.append("\"timestamp\": \(timestamp)") }
    header += ["\"title\": \(jsonString(title))", "\"env\": {\"TERM\": \"xterm-256color\"}"]
    return events.reduce(into: "{\(header.joined(separator: ", "))}\n") { text, event in
      text += "[\(seconds(event.milliseconds)), \(jsonString(event.code)), \(jsonString(event.text))]\n"
    }
  }

  private func seconds(_ milliseconds: Int) -> String {
    let fraction = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }
}
