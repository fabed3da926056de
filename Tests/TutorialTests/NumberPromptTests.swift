import Testing

@testable import Tutorial

@Suite struct NumberPromptTests {
  /// What is typed, what the prompt then shows, which number it is.
  @Test(
    arguments: [
      ("0.5", "0.5", 0.5), ("0,5", "0,5", 0.5), (".5", ".5", 0.5), ("5.", "5.", 5), ("-0.5", "-0.5", -0.5),
      ("0.5-", "-0.5", -0.5), ("0.5--", "0.5", 0.5), ("-.5", "-.5", -0.5), ("1.2.3", "1.23", 1.23),
      ("1,2.3", "1,23", 1.23), ("007", "007", 7), ("\u{2212}3", "-3", -3), ("-3+", "3", 3), ("+3", "3", 3),
    ] as [(String, String, Double)])
  func `digits, one decimal sign and a minus make a number`(typed: String, text: String, value: Double) {
    let prompt = self.prompt(typing: typed)
    #expect(prompt.text == text)
    #expect(prompt.value == value)
  }

  @Test(arguments: ["", "-", ".", ",", "-.", "-,"])
  func `signs alone are no number`(typed: String) {
    #expect(prompt(typing: typed).value == nil)
  }

  @Test(arguments: ["e", "x", " ", "½", "٣", "１", "_", "'", "\n"])
  func `nothing else is taken`(character: Character) {
    var prompt = NumberPrompt(text: "1")
    let isTaken = prompt.type(character)
    #expect(!isTaken)
    #expect(prompt.text == "1")
    #expect(!NumberPrompt.accepts(character))
  }

  @Test func `a number ends at twelve characters`() {
    #expect(prompt(typing: String(repeating: "1", count: 40)).text.count == NumberPrompt.limit)
  }

  @Test func `the caret moves and characters go where it stands`() {
    var prompt = NumberPrompt(text: "125")
    prompt.edit(.left)
    _ = prompt.type(".")
    #expect(prompt.text == "12.5")
    prompt.edit(.backspace)
    prompt.edit(.home)
    prompt.edit(.delete)
    #expect(prompt.text == "25")
    prompt.edit(.backspace)
    #expect(prompt.text == "25")
    prompt.edit(.right)
    prompt.edit(.clearToEnd)
    #expect(prompt.text == "2")
    prompt.edit(.clear)
    #expect(prompt.text.isEmpty && prompt.caret == 0)
  }

  @Test func `the sign may be flipped wherever the caret is, and the caret keeps its digit`() {
    var prompt = NumberPrompt(text: "12")
    prompt.edit(.left)
    _ = prompt.type("-")
    #expect(prompt.text == "-12" && prompt.caret == 2)
    _ = prompt.type("-")
    #expect(prompt.text == "12" && prompt.caret == 1)
  }

  @Test func `no digit goes before the minus`() {
    var prompt = NumberPrompt(text: "-1")
    prompt.edit(.home)
    _ = prompt.type("5")
    #expect(prompt.text == "-1")
  }

  private func prompt(typing text: String) -> NumberPrompt {
    var prompt = NumberPrompt()
    for character in text { _ = prompt.type(character) }
    return prompt
  }
}
