import Testing

@testable import Frames

struct KeyNamesTests {
  @Test(
    arguments: [
      ("", []), ("  \n ", []),
      ("Right Left Up Down", [.right, .left, .up, .down]),
      ("Enter Escape Tab BTab Space", [.enter, .escape, .tab, .backTab, .space]),
      ("PageDown PageUp Home End BSpace Delete", [.pageDown, .pageUp, .home, .end, .backspace, .delete]),
      ("F1 f12 C-r c-R", [.function(1), .function(12), .control("r"), .control("r")]),
      ("right NPAGE pgup DC", [.right, .pageDown, .pageUp, .delete]),
      ("+ - * ? á ñ", ["+", "-", "*", "?", "á", "ñ"].map { .character($0) }),
      ("Right*3 +*2", [.right, .right, .right, .character("+"), .character("+")]),
      ("**2", [.character("*"), .character("*")]),
      ("\"0,5 a\"", [.character("0"), .character(","), .character("5"), .space, .character("a")]),
      (
        "\"a*2\" \"b\"*2",
        [.character("a"), .character("*"), .character("2"), .character("b"), .character("b")]
      ),
      (#""\"\\""#, [.character("\""), .character("\\")]),
      (#"Paste"0.1 \"x\"""#, [.paste("0.1 \"x\"")]),
      ("\"\"", []),
    ] as [(String, [Key])])
  func `a script names keys as tmux does`(script: String, expected: [Key]) throws {
    #expect(try keys(ofScript: script) == expected)
  }

  @Test(
    arguments: [
      ("Rigth", .unknownKey("Rigth", suggestion: "Right")),
      ("Tab PageDwn", .unknownKey("PageDwn", suggestion: "PageDown")),
      ("esacpe", .unknownKey("esacpe", suggestion: "Escape")),
      ("Hyper", .unknownKey("Hyper", suggestion: nil)), ("F0", .unknownKey("F0", suggestion: nil)),
      ("F13", .unknownKey("F13", suggestion: nil)), ("C-é", .unknownKey("C-é", suggestion: nil)),
      ("C-rr", .unknownKey("C-rr", suggestion: nil)), ("\"a\"b", .unknownKey("\"a\"b", suggestion: nil)),
      ("Tab \"0.5 Enter", .unclosedQuote("\"0.5 Enter")), ("\"", .unclosedQuote("\"")),
      ("\"a\\\"", .unclosedQuote("\"a\\\"")), ("Right*0", .badRepetition("Right*0")),
      ("Right*", .badRepetition("Right*")), ("Up*x", .badRepetition("Up*x")),
      ("Up*-1", .badRepetition("Up*-1")),
      ("Up*99999999999999999999", .badRepetition("Up*99999999999999999999")),
      ("\"a\"*0", .badRepetition("\"a\"*0")),
    ] as [(String, KeyScriptError)])
  func `what is wrong with a script is named`(script: String, expected: KeyScriptError) {
    #expect(throws: expected) { try keys(ofScript: script) }
  }

  @Test func `an error is a sentence`() {
    #expect(
      "\(KeyScriptError.unknownKey("Rigth", suggestion: "Right"))"
        == "no key is called Rigth; did you mean Right?")
    #expect("\(KeyScriptError.unknownKey("Hyper", suggestion: nil))" == "no key is called Hyper")
    #expect("\(KeyScriptError.unclosedQuote("\"0.5"))" == "\"0.5 has no closing quotation mark")
    #expect(
      "\(KeyScriptError.badRepetition("Up*0"))"
        == "Up*0 repeats a key from 1 to 9999 times, and not otherwise")
  }

  @Test(
    arguments: [
      .left, .right, .up, .down, .home, .end, .pageUp, .pageDown, .enter, .escape, .tab, .backTab, .space,
      .backspace,
      .delete, .function(5), .control("x"), .character("a"), .character("\""), .character("*"),
      .character("ñ"),
      .paste("a \"b\" \\ c"),
    ] as [Key])
  func `the name of a key is read as that key`(key: Key) throws {
    #expect(try keys(ofScript: keyName(of: key)) == [key])
  }

  @Test func `a blank is named like the key that types it`() {
    #expect(keyName(of: .character(" ")) == "Space")
  }
}
