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
      (
        "click:1,1 Click:30,7*2 wheel-up:80,24 WHEEL-DOWN:2,3",
        [
          .click(Point(column: 0, row: 0)), .click(Point(column: 29, row: 6)),
          .click(Point(column: 29, row: 6)),
          .wheelUp(Point(column: 79, row: 23)), .wheelDown(Point(column: 1, row: 2)),
        ]
      ),
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
      ("click:30", .badPlace("click:30")), ("click:0,1", .badPlace("click:0,1")),
      ("click:", .badPlace("click:")), ("wheel-up:1,2,3", .badPlace("wheel-up:1,2,3")),
      ("click:99999,1", .badPlace("click:99999,1")), ("clik:1,1", .unknownKey("clik:1,1", suggestion: nil)),
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
    #expect(
      "\(KeyScriptError.badPlace("click:3"))"
        == "click:3 needs a column and a row, counted from 1: click:30,7")
  }

  @Test(
    arguments: [
      .left, .right, .up, .down, .home, .end, .pageUp, .pageDown, .enter, .escape, .tab, .backTab, .space,
      .backspace,
      .delete, .function(5), .control("x"), .character("a"), .character("\""), .character("*"),
      .character("ñ"),
      .paste("a \"b\" \\ c"), .click(Point(column: 29, row: 6)), .wheelUp(Point(column: 0, row: 0)),
      .wheelDown(Point(column: 119, row: 35)),
    ] as [Key])
  func `the name of a key is read as that key`(key: Key) throws {
    #expect(try keys(ofScript: keyName(of: key)) == [key])
  }

  @Test func `a blank is named like the key that types it`() {
    #expect(keyName(of: .character(" ")) == "Space")
  }
}
