import AttentionCore
import Testing
import Tutorial

@testable import TutorialView

@Suite struct PlainCommandTests {
  @Test func `no word means two things in one language`() throws {
    let course = try shippedCourse()
    for language in course.languages {
      let vocabulary = PlainVocabulary([course.words(in: language), course.words(in: .english)])
      for (word, commands) in vocabulary.meanings { #expect(commands.count == 1, "\(word): \(commands)") }
    }
  }

  @Test func `every command has a word, and every word of the help works`() throws {
    let course = try shippedCourse()
    let inTable = Set(PlainCommand.table.map(\.command))
    #expect(inTable.union([.previousStage, .toggle]) == Set(PlainCommand.allCases))
    for language in course.languages {
      let vocabulary = PlainVocabulary([course.words(in: language), course.words(in: .english)])
      for entry in PlainCommand.table {
        for words in [course.words(in: language), course.words(in: .english)] {
          let spellings = PlainVocabulary.spellings(of: entry.words, in: words)
          #expect(!spellings.isEmpty)
          for spelling in spellings {
            let typed = spelling.uppercased().split(separator: " ").map(String.init)
            #expect(vocabulary.command(of: typed)?.command == entry.command, "\(spelling)")
          }
        }
      }
    }
  }

  @Test func `a letter does what its key does on the screen`() {
    let pairs: [String: Event] = [
      "n": .wentToNextStage, "p": .wentToPreviousStage, "g": .openedGoTo, "c": .openedCourse,
      "d": .openedGlossary, "r": .toggledReveal, "t": .askedTip, "w": .askedWhy, "u": .undid,
      "x": .restoredStep, "f": .changedDigits, "?": .openedHelp, "q": .askedToQuit,
    ]
    #expect(Set(pairs.keys) == Set(PlainCommand.letters.keys))
    for (letter, event) in pairs {
      #expect(
        KeyMap.bindings.contains {
          $0.contexts.contains(.step) && $0.keys.contains(.character(Character(letter))) && $0.event == event
        }, "\(letter)")
    }
  }

  @Test(arguments: [
    ("K", Shown(name: "K")), ("k", Shown(name: "K")), ("K[dog]", Shown(name: "K", row: 0)),
    ("K[DOG,3]", Shown(name: "K", row: 0, column: 2)), ("K dog d3", Shown(name: "K", row: 0, column: 2)),
    ("K[1,1]", Shown(name: "K", row: 0, column: 0)), ("K[*,3]", Shown(name: "K", column: 2)),
    (" K [ dog , 3 ] ", Shown(name: "K", row: 0, column: 2)), ("Q[3]", Shown(name: "Q", row: 0, column: 2)),
    ("Q quickly 3", Shown(name: "Q", row: 0, column: 2)), ("A[quickly]", Shown(name: "A", row: 0)),
    ("A[dog]", Shown(name: "A", row: 0, column: 0)), ("\"A\"[\"dog\"]?", Shown(name: "A", row: 0, column: 0)),
  ])
  func `cells are named as people type them`(text: String, shown: Shown) throws {
    #expect(try tutor().worksheet.shown(named: text) == shown)
  }

  @Test(arguments: [
    ("", PlainPlaceError.empty), ("[]", .empty), ("W", .noMatrix("W")), ("K[cat]", .noRow("cat", in: "K")),
    ("K[dog,4]", .noColumn("4", in: "K")), ("K[0,1]", .noRow("0", in: "K")),
    ("Q[d0]", .noColumn("d0", in: "Q")),
    ("K[dog,1,1]", .tooManyIndices), ("K[99999999999999999999,1]", .noRow("99999999999999999999", in: "K")),
  ])
  func `what names no cell is said`(text: String, error: PlainPlaceError) throws {
    let worksheet = try tutor().worksheet
    #expect(throws: error) { try worksheet.shown(named: text) }
  }

  @Test(
    arguments: [
      ("3.1", 3.1), ("0,5", 0.5), (",5", 0.5), ("-2", -2), ("\u{2212}2.50", -2.5), ("+1", 1), ("3.", 3),
      ("", nil), ("-", nil), (".", nil), ("1.2.3", nil), ("1e5", nil), ("0x1", nil), ("inf", nil),
      ("nan", nil),
      ("1\u{301}", nil), ("--1", nil), ("٣", nil), ("1 2", nil),
    ] as [(String, Double?)])
  func `numbers are read with a point or a comma`(text: String, number: Double?) {
    #expect(plainNumber(text) == number)
  }

  @Test func `a letter that is a matrix too takes a number`() throws {
    var reader = try plainReader(at: "dial", lesson: "next-token")
    #expect(reader.hearing("T 0,5").contains("T 1.00 → 0.50"))
    #expect(reader.hearing("T = 2").contains("T 0.50 → 2.00"))
    #expect(reader.hearing("t") == "This step has no tips.\n")
  }

  @Test func `a language that is not read yet is asked for`() throws {
    var course = try shippedCourse()
    course.interface[Language("es")] = nil
    let tutor = try #require(Tutor(course: course))
    var reader = PlainReader(tutor)
    let answer = reader.read("language español")
    #expect(answer.effects == [.read(Language("es"))] && answer.text.isEmpty)
    #expect(reader.adopt(try shippedCourse(), speaking: Language("es")).text.hasPrefix("Lección 1 de 10"))
  }

  @Test func `effects are those of the tutor`() throws {
    var reader = try plainReader()
    #expect(reader.read("").effects == [.save])
    #expect(reader.read("Q[quickly,1] 0.5").effects == [.saveSoon])
    #expect(reader.read("QUIT").effects == [.save, .quit])
  }
}
