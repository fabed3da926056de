import Frames
import Testing
import Tutorial

@testable import TutorialView

@Suite struct KeyMapTests {
  @Test(arguments: KeyContext.allCases)
  func `no key means two things in one context`(context: KeyContext) {
    let keys = KeyMap.bindings.filter { $0.contexts.contains(context) }.flatMap(\.keys)
    let repeated = Dictionary(grouping: keys) { $0 }.filter { $0.value.count > 1 }.keys
    #expect(repeated.isEmpty)
  }

  /// What is left of an escape sequence that arrives in two parts must do nothing; brackets and the like need AltGr on
  /// many keyboards; some control keys are other keys or stop the terminal.
  @Test func `no key is one that terminals or keyboards make trouble with`() {
    let forbidden: [Key] =
      "[O~ABCDEFHZ;]{}\\|@#".map { .character($0) } + "himjsqy[\\cd".map { .control($0) }
    for binding in KeyMap.bindings {
      #expect(Set(binding.keys).isDisjoint(with: forbidden), "\(binding.event)")
    }
  }

  @Test func `everything can be done from a vt100, which has arrows but no page keys`() {
    let missing: Set<Key> = [.pageUp, .pageDown, .home, .end, .delete, .backTab, .function(1)]
    // Aliases of what another key does: the beginning and the end of a stage or a number are as near by p, n and the
    // arrows, the matrix before by Tab again.
    let aliases: Set<Event> = [
      .wentToFirstStepOfStage, .wentToLastStepOfStage, .movedToPreviousMatrix, .editedNumber(.delete),
      .scrolled(by: -10), .scrolled(by: 10),
    ]
    for context in KeyContext.allCases {
      let bindings = KeyMap.bindings.filter { $0.contexts.contains(context) }
      let reachable = Set(bindings.filter { !Set($0.keys).isSubset(of: missing) }.map(\.event))
      let walking: Set<Event> = [.number, .answer].contains(context) ? [.steppedForward, .steppedBack] : []
      for binding in bindings where !aliases.contains(binding.event) && !walking.contains(binding.event) {
        #expect(reachable.contains(binding.event), "\(binding.event) in \(context)")
      }
    }
  }

  @Test func `clickers step in every mode of the lesson`() throws {
    for keys in ["", "Tab", "Tab 1"] {
      let tutor = try tutor(at: "keys").pressing(keys)
      #expect(try tutor.pressing("PageDown").step.id == "values")
      #expect(try tutor.pressing("PageUp").step.id == "query")
    }
  }

  @Test func `the way out is on every screen that is not the lesson itself`() throws {
    for (keys, words) in [
      ("Tab", "Esc"), ("Tab 1", "Esc"), ("?", "Esc"), ("g", "Esc"), ("w", "Esc"), ("q", "q or Enter"),
    ] {
      for (columns, rows) in [(80, 24), (60, 16), (40, 10)] {
        let screen = try tutor(at: "output").pressing(keys).screen(columns, rows)
        let footer = screen.split(separator: "\n", omittingEmptySubsequences: false)[(rows - 2)..<rows]
        #expect(footer.joined().contains(words), "\(keys) at \(columns)x\(rows): \(footer)")
      }
    }
  }

  @Test func `digits in STEP say where numbers are changed`() throws {
    #expect(try tutor().pressing("5").notice == .pressTabToEdit)
    #expect(try tutor().pressing("Q").notice == nil)
  }

  @Test func `any key but q and Enter stays`() throws {
    #expect(try tutor().pressing("q Right").overlay == nil)
    #expect(try tutor().pressing("q z").overlay == nil)
    let asked = try tutor().pressing("q")
    for key in [Key.enter, .character("q")] {
      #expect(KeyMap.event(for: key, in: asked, size: Size(columns: 80, rows: 24)) == .confirmedQuit)
    }
  }

  @Test func `a paste never acts as keys`() throws {
    let tutor = try tutor()
    #expect(KeyMap.event(for: .paste("qq"), in: tutor, size: Size(columns: 80, rows: 24)) == .pasted)
  }
}
