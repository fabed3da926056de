import ArgumentParser
import Frames
import Glibc
import TerminalScreen
import Tutorial

/// Where the course comes from and which language it speaks.
struct CourseOptions: ParsableArguments {
  @Option(help: "Read the lessons from a folder instead of those in the program.")
  var lessons: String?

  @Option(help: "The language: en or es.")
  var lang: String?

  var choice: CourseChoice { CourseChoice(folder: lessons, lang: lang) }

  /// The same where the user prefers a language without asking for it.
  func choice(_ preferences: Preferences) -> CourseChoice { choice.preferring(preferences.language) }
}

/// Which files a session may read and leave behind.
struct ProgressOptions: ParsableArguments {
  @Flag(help: "Begin anew, and neither read nor save progress: for a class.")
  var fresh = false

  @Flag(help: "Open no files and save nothing: for a machine that everybody uses.")
  var locked = false

  var files: FileUse { locked ? .nothing : fresh ? .allButProgress : .everything }
}

/// A course and a language in it, as the options say or, where they say nothing, as it comes.
struct CourseChoice {
  var folder: String?
  var lang: String?
  /// Preferred where the course has it, to those of the locale.
  var preferred: Language?

  func preferring(_ language: Language?) -> CourseChoice {
    CourseChoice(folder: folder, lang: lang, preferred: language)
  }

  /// The languages that may be chosen: those whose words have to be read.
  var candidates: Set<Language> { lang.map { [Language($0)] } ?? Set(wishes) }

  private var wishes: [Language] { (preferred.map { [$0] } ?? []) + environmentLanguages() }

  /// The language asked for, else the one preferred, else that of the environment, else English.
  func language(of course: Course) throws -> Language {
    guard let lang else { return wishes.first(where: course.languages.contains) ?? .english }
    let language = Language(lang)
    guard course.languages.contains(language) else {
      let known = course.languages.map(\.code).joined(separator: ", ")
      throw ValidationError("there is no language \(quoted(lang)): this course speaks \(known)")
    }
    return language
  }
}

/// The languages of the environment, from the most to the least decisive, as gettext reads them.
func environmentLanguages() -> [Language] {
  let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first
  // LANGUAGE counts only where there is a locale at all.
  guard let locale, locale != "C", locale != "POSIX" else { return [] }
  let names = (environment("LANGUAGE")?.split(separator: ":").map(String.init) ?? []) + [locale]
  return names.map { Language(String($0.prefix(2))) }
}

/// How the screen is drawn.
struct LookOptions: ParsableArguments {
  @Option(help: "The colours of the screen.")
  var theme: ThemeName?

  @Option(help: "Whether there are colours.")
  var color: ColorPreference?

  @Option(help: "The characters to draw with.")
  var glyphs: GlyphChoice?

  @Option(help: "The decimal sign.")
  var decimal: DecimalSign?

  var choice: LookChoice { LookChoice(theme: theme, color: color, glyphs: glyphs, decimal: decimal) }
}

/// A look, and the mouse, as far as the options say.
struct LookChoice {
  var theme: ThemeName?
  var color: ColorPreference?
  var glyphs: GlyphChoice?
  var decimal: DecimalSign?
  var mouse: Bool?
}

/// Which characters the screen is drawn with.
enum GlyphChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, unicode, ascii

  /// The glyphs, by what the terminal's locale can show where the user does not say.
  func set(isUTF8: Bool) -> GlyphSet {
    switch self {
    case .auto: isUTF8 ? .unicode : .ascii
    case .unicode: .unicode
    case .ascii: .ascii
    }
  }
}

extension ThemeName: ExpressibleByArgument {}
extension ColorPreference: ExpressibleByArgument {}
extension DecimalSign: ExpressibleByArgument {}

extension ThemeName {
  /// The colours of the theme.
  var theme: Theme {
    switch self {
    case .terminal: .terminal
    case .dark: .dark
    case .light: .light
    case .contrast: .contrast
    case .mono: .mono
    }
  }
}

/// A variable of the environment; nil where it is missing or empty.
func environment(_ name: String) -> String? {
  guard let value = getenv(name), value.pointee != 0 else { return nil }
  return String(cString: value)
}

/// A word of the user as a message may show it.
func quoted(_ text: String) -> String { "“\(printable(text))”" }
