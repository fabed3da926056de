import AttentionCore
import Frames
import Tutorial

/// The words of a step, with the worksheet's values in them.
extension ViewContext {
  /// The words as lines of at most `width`, with empty lines between paragraphs as long as all are at most `rows`.
  func wordLines(width: Int, rows: Int) -> [[StyledText]] {
    let paragraphs = wrappedParagraphs(width: width)
    let spaced = Array(paragraphs.joined(separator: [[]]))
    return spaced.count <= rows ? spaced : Array(paragraphs.joined())
  }

  /// Each paragraph as lines; the items of a list belong to the paragraph before them.
  private func wrappedParagraphs(width: Int) -> [[[StyledText]]] {
    guard width > 0 else { return [] }
    var paragraphs: [[[StyledText]]] = []
    if tutor.isUntranslated, tutor.settings.language != .english {
      paragraphs.append([[StyledText(words[.sayEnglishOnly], style: Style(.notice))]])
    }
    for paragraph in tutor.stepWords?.paragraphs ?? [] {
      var lines: [[StyledText]] = []
      let indent = paragraph.isListItem ? 2 : 0
      let wrapped = wrap(styledTexts(of: paragraph), width: max(1, width - indent))
      for (index, line) in wrapped.enumerated() {
        let marker = index == 0 ? glyphs.render("• ") : "  "
        lines.append(paragraph.isListItem ? [StyledText(marker, style: Style(.faint))] + line : line)
      }
      if paragraph.isListItem, !paragraphs.isEmpty {
        paragraphs[paragraphs.count - 1] += lines
      } else {
        paragraphs.append(lines)
      }
    }
    return paragraphs
  }

  /// The runs of a paragraph; values with nothing but signs between them, as `0.22 × 0.54 = 0.1188`, stay on one line.
  private func styledTexts(of paragraph: Paragraph) -> [StyledText] {
    var texts = paragraph.runs.map(styledText)
    for index in texts.indices.dropFirst().dropLast()
    where texts[index - 1].isUnbreakable && paragraph.runs[index + 1].isLive
      && texts[index].text.allSatisfy(\.isSign)
    {
      texts[index].isUnbreakable = true
    }
    return texts
  }

  private func styledText(of run: Run) -> StyledText {
    switch run.content {
    case .text(let text): StyledText(glyphs.render(text), style: style(of: run.manner))
    case .live(let formula, let digits):
      StyledText(
        liveValue(of: formula, digits: digits), style: Style(role(of: formula), bold: run.manner == .strong),
        isUnbreakable: true)
    }
  }

  private func style(of manner: Run.Manner) -> Style {
    switch manner {
    case .plain: Style(.text)
    case .strong: Style(.text, bold: true)
    case .emphasis: Style(.token)
    case .code: Style(.code)
    }
  }

  /// The colour of the one matrix that a value comes from; a value of several has none.
  private func role(of formula: Formula) -> Role {
    formula.names.count == 1 ? worksheet.role(of: formula).map(Role.init) ?? .text : .text
  }

  /// A number, or a row as `[0.41, 0.49, 0.41]`; with a decimal comma the entries stand between semicolons.
  func liveValue(of formula: Formula, digits: Int?) -> String {
    guard let matrix = try? worksheet.value(of: formula) else { return glyphs.missing }
    let digits = self.digits(digits ?? worksheet.digits(of: formula))
    let entries = (0..<matrix.columnCount).map { text(matrix[row: 0, column: $0], digits: digits) }
    guard entries.count > 1 else { return entries.first ?? glyphs.missing }
    return "[" + entries.joined(separator: decimal == .comma ? "; " : ", ") + "]"
  }
}

extension Run {
  fileprivate var isLive: Bool {
    if case .live = content { true } else { false }
  }
}

extension Character {
  /// Whether it may stand between two values of one sum.
  fileprivate var isSign: Bool { " ×·÷+−=^".contains(self) }
}
