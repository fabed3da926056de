import AttentionCore
import Frames
import Tutorial

/// The page around the stages: for the learner, and for the teacher.
extension HandoutWriter {
  /// The page for the learner.
  mutating func sheetBlocks() -> [String] {
    var head = ["# \(title)", escapedForMarkdown(lesson.words(in: handout.language)?.goal ?? "")]
    let room = String(repeating: "_", count: 24)
    head.append("\(words[.handoutName]): \(room) \(words[.handoutDate]): \(room)")
    head += [sheetLine, sentence].compactMap(\.self)
    if handout.kind == .blank { head.append(words[.handoutBlanks]) }
    head += remarks
    return head + sections.filter { !$0.blocks.isEmpty }.flatMap { ["## \($0.title)"] + $0.blocks }
  }

  /// The page for the teacher: the numbers of the blanks, the answers and the notes.
  mutating func keyBlocks() -> [String] {
    let head =
      ["# \(words.text(.handoutKey, ["title": title]))", sheetLine].compactMap(\.self) + remarks
    return head
      + sections.flatMap { section -> [String] in
        let numbers = blanks.all[section.blanks]
        guard !numbers.isEmpty || !section.key.isEmpty else { return [] }
        let rows = numbers.map { [$0.reference, markdownCode($0.subject), $0.answer] }
        let table = [["", words[.handoutWhat], words[.handoutAnswer]]] + rows
        return ["## \(section.title)"] + (rows.isEmpty ? [] : [markdownTable(table, columnsOfWords: 2)])
          + section.key
      }
  }

  private var title: String {
    escapedForMarkdown(lesson.words(in: handout.language)?.title ?? lesson.id)
  }

  /// Which of many sheets it is.
  private var sheetLine: String? {
    handout.sheet.map { "**\(words.text(.handoutSheet, ["number": "\($0)"]))**" }
  }

  private var sentence: String? {
    lesson.tokens.isEmpty ? nil : "*\(escapedForMarkdown(lesson.tokens.joined(separator: " ")))*"
  }

  /// What has to be known of the page.
  private var remarks: [String] {
    var remarks: [String] = []
    if handout.hasOwnNumbers {
      if handout.kind != .answers {
        remarks.append(words.text(.handoutKeys, ["command": markdownCode("attend \(lesson.id)")]))
      }
    } else {
      remarks.append(words[.handoutOtherNumbers])
    }
    if leftOut > 0 {
      let total = questionCount + challengeCount + leftOut
      remarks.append(words.text(.handoutLeftOut, ["count": "\(leftOut)", "total": "\(total)"]))
    }
    return remarks
  }

  /// The numbers that are given, and how everything else follows from them.
  mutating func inputBlocks() -> Section {
    var section = Section(title: words[.handoutGiven])
    let names = worksheet.names.filter { worksheet.isInput($0) }
    section.blocks = tables(of: names.map { Shown(name: $0) })
    let formulas = worksheet.names.compactMap { name in
      worksheet.formula(of: name).map { "- \(markdownCode("\(name) = \($0.text)"))\(kind(of: name))" }
    }
    if !formulas.isEmpty {
      section.blocks += [words[.handoutFormulas], formulas.joined(separator: "\n")]
    }
    return section
  }

  /// ` (weights)`: what a matrix is in attention.
  func kind(of name: String) -> String {
    worksheet.role(of: name).map { " (\(words[$0.heading]))" } ?? ""
  }
}
