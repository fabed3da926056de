/// What the learner may choose about the screen, apart from the lesson.
public struct Settings: Hashable, Sendable {
  public var language: Language
  public var theme: ThemeName
  /// How many decimals are shown beyond those of the lesson: 0, 1 or 2.
  public var extraDigits: Int
  /// Numbers are shown as 0,5 instead of 0.5.
  public var hasDecimalComma: Bool
  /// Whether the footer asks before the program ends.
  public var confirmsQuit: Bool
  /// Clicks act here; else the terminal selects text by them.
  public var usesMouse: Bool
  /// Whether the sandbox may be saved as a lesson: not where the program must leave no files.
  public var canSaveLessons = true

  public init(
    language: Language = .english, theme: ThemeName = .terminal, extraDigits: Int = 0,
    hasDecimalComma: Bool = false, confirmsQuit: Bool = true, usesMouse: Bool = true
  ) {
    self.language = language
    self.theme = theme
    self.extraDigits = extraDigits
    self.hasDecimalComma = hasDecimalComma
    self.confirmsQuit = confirmsQuit
    self.usesMouse = usesMouse
  }
}

/// The themes by name, in the order in which they are offered.
public enum ThemeName: String, Hashable, Sendable, CaseIterable {
  case terminal, dark, light, contrast, mono
}

extension CaseIterable where Self: Equatable, AllCases.Index == Int {
  /// The case after this one; the first after the last.
  var next: Self {
    let all = Self.allCases
    let place = all.firstIndex(of: self) ?? all.startIndex
    return all[(place + 1) % all.count]
  }
}
