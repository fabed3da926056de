import AttentionCore
import Frames
import Tutorial

/// The words of a step, with the worksheet's values in them.
extension ViewContext {
  /// Everything that is said on the step, as lines of at most `width`, with empty lines between paragraphs as long as all
  /// are at most `rows`; the line where the newest part begins; and which lines are a choice of the question.
  func wordLines(width: Int, rows: Int) -> (lines: [[StyledText]], newest: Int, choices: [Int: Int]) {
    guard width > 0 else { return ([], 0, [:]) }
    let speech = tutor.speech
    var parts = speech.map { (choice: $0.choiceNumber, paragraphs: said($0, width: width)) }
    if tutor.isUntranslated, tutor.settings.language != .english {
      parts.insert((nil, [[[StyledText(words[.sayEnglishOnly], style: Style(.notice))]]]), at: 0)
    }
    let newest = parts.count - speech.count + tutor.newest(of: speech)
    let paragraphs = parts.flatMap(\.paragraphs).filter { !$0.isEmpty }
    let isSpaced = paragraphs.reduce(-1) { $0 + $1.count + 1 } <= rows
    let gap = isSpaced ? 1 : 0
    var lines: [[StyledText]] = []
    var start = 0
    var choices: [Int: Int] = [:]
    for (index, part) in parts.enumerated() {
      if index == newest { start = lines.isEmpty ? 0 : lines.count + gap }
      for paragraph in part.paragraphs where !paragraph.isEmpty {
        if isSpaced, !lines.isEmpty { lines.append([]) }
        if let choice = part.choice {
          for line in paragraph.indices { choices[lines.count + line] = choice }
        }
        lines += paragraph
      }
    }
    return (lines, start, choices)
  }

  /// Each paragraph as lines; the items of a list belong to the paragraph before them.
  func wrapped(_ all: [Paragraph], width: Int, before lead: [StyledText] = []) -> [[[StyledText]]] {
    var paragraphs: [[[StyledText]]] = []
    for (index, paragraph) in all.enumerated() {
      let indent = paragraph.isListItem ? 2 : 0
      let texts = (index == 0 ? lead : []) + styledTexts(of: paragraph)
      let wrapped = wrap(texts, width: max(1, width - indent))
      let lines = wrapped.enumerated().map { index, line -> [StyledText] in
        let marker = index == 0 ? glyphs.render("• ") : "  "
        return paragraph.isListItem ? [StyledText(marker, style: Style(.faint))] + line : line
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
    let runs = paragraph.runs
    var texts = runs.map(styledText)
    for index in texts.indices.dropFirst().dropLast()
    where texts[index - 1].isUnbreakable && runs[index + 1].isLive
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

extension Speech {
  fileprivate var choiceNumber: Int? {
    if case .choice(let number, _, _) = self { number } else { nil }
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
