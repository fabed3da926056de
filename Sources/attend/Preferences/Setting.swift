import Frames
import TerminalScreen
import Tutorial

/// What a user may prefer, under the name that it has in the configuration file.
enum Setting: String, CaseIterable {
  case lang, theme, color, glyphs, decimal, digits, mouse
  case confirmQuit = "confirm-quit"

  /// The variable of the environment that says it: `ATTEND_CONFIRM_QUIT`.
  var variable: String {
    "ATTEND_" + rawValue.uppercased().split(separator: "-").joined(separator: "_")
  }

  /// All that it may be; of languages any, as they are the course's.
  var values: [String] {
    switch self {
    case .lang: []
    case .theme: ThemeName.allCases.map(\.rawValue)
    case .color: ColorPreference.allCases.map(\.rawValue)
    case .glyphs: GlyphChoice.allCases.map(\.rawValue)
    case .decimal: DecimalSign.allCases.map(\.rawValue)
    case .digits: ["0", "1", "2"]
    case .mouse, .confirmQuit: ["yes", "no"]
    }
  }
}

/// What a user prefers, with what counts where they say nothing.
struct Preferences: Hashable {
  /// Nil: that of the locale.
  var language: Language?
  var theme = ThemeName.terminal
  var color = ColorPreference.auto
  var glyphs = GlyphChoice.auto
  var decimal = DecimalSign.point
  var extraDigits = 0
  var usesMouse = true
  var confirmsQuit = true

  /// Takes over one setting as a text says it; false, and nothing is changed, where it may not be that.
  mutating func set(_ setting: Setting, to text: String) -> Bool {
    switch setting {
    case .lang:
      guard text.utf8.count == 2, text.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return false }
      language = Language(text)
    case .theme: return adopt(ThemeName(rawValue: text), as: \.theme)
    case .color: return adopt(ColorPreference(rawValue: text), as: \.color)
    case .glyphs: return adopt(GlyphChoice(rawValue: text), as: \.glyphs)
    case .decimal: return adopt(DecimalSign(rawValue: text), as: \.decimal)
    case .digits: return adopt(setting.values.firstIndex(of: text), as: \.extraDigits)
    case .mouse: return adopt(["yes": true, "no": false][text], as: \.usesMouse)
    case .confirmQuit: return adopt(["yes": true, "no": false][text], as: \.confirmsQuit)
    }
    return true
  }

  private mutating func adopt<Value>(_ value: Value?, as setting: WritableKeyPath<Self, Value>) -> Bool {
    guard let value else { return false }
    self[keyPath: setting] = value
    return true
  }

  /// The same, in a language that the course has.
  func settings(in language: Language) -> Settings {
    Settings(
      language: language, theme: theme, extraDigits: extraDigits, hasDecimalComma: decimal == .comma,
      confirmsQuit: confirmsQuit, usesMouse: usesMouse)
  }
}
