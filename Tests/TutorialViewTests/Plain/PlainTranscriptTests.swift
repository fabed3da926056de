import Testing
import Tutorial
import TutorialView

/// Whole sessions as they are heard. `RECORD_SCREENS=1` writes them anew.
@Suite struct PlainTranscriptTests {
  @Test(arguments: ["two-tokens", "whole-sentence"], ["en", "es"])
  func `a lesson from beginning to end`(lesson: String, language: String) throws {
    var reader = try plainReader(language: language, lesson: lesson)
    let count = reader.tutor.lesson.steps.count
    let text = reader.transcript([String](repeating: "", count: count - 1))
    #expect(reader.tutor.progress.step == count - 1)
    try expectScreen(text, named: "\(lesson)-\(language)", in: "Transcripts")
  }

  @Test func `a question that is answered wrong, and then right`() throws {
    var reader = try plainReader(at: "p1")
    try expectScreen(
      reader.transcript(["3", "", "say again", "changes", "hide", "tip", "2", "reveal", ""]),
      named: "question-en", in: "Transcripts")
    var spanish = try plainReader(at: "p1", language: "es")
    try expectScreen(
      spanish.transcript(["3", "", "repetir", "cambios", "ocultar", "pista", "2", "mostrar", ""]),
      named: "question-es", in: "Transcripts")
  }

  @Test func `a challenge that is missed, helped and met`() throws {
    var reader = try plainReader(at: "c1")
    try expectScreen(
      reader.transcript([
        "K[dog,1] = 1.54", "K[quickly,1] 0.3", "tip", "tip", "tip", "tip", "take back", "undo",
        "set K[dog,3] 3.1", "say again", "where",
      ]), named: "challenge-en", in: "Transcripts")
    var spanish = try plainReader(at: "c1", language: "es")
    try expectScreen(
      spanish.transcript([
        "K[dog,1] = 1,54", "K[quickly,1] 0,3", "pista", "pista", "pista", "pista", "retirar", "deshacer",
        "poner K[dog,3] 3,1", "repetir", "dónde",
      ]), named: "challenge-es", in: "Transcripts")
  }

  @Test func `a question for a number`() throws {
    var reader = try plainReader(at: "p3", lesson: "learning")
    try expectScreen(
      reader.transcript(["four", "4", "", "hide", "5", "5,0", "reveal", "7"]), named: "number-en",
      in: "Transcripts")
  }

  /// Everything else that can be typed.
  private static let commands: [(en: String, es: String)] = [
    ("help", "ayuda"), ("where", "dónde"), ("show", "ver"), ("show A", "ver A"),
    ("show A[quickly]", "enseña A[quickly]"), ("a[QUICKLY,dog]", "a[QUICKLY,dog]"), ("show X", "ver X"),
    ("show K cat", "ver K gato"), ("show K dog 9", "ver K dog 9"), ("why", "por qué"), ("why 2", "por qué 2"),
    ("why 7", "por qué 7"), ("why back", "por qué atrás"), ("why K[dog,1]", "¿por qué K[dog,1]?"),
    ("why A", "por qué A"), ("why O[quickly,1]", "por qué O[quickly,1]"), ("K[dog,3] 3.1", "K dog d3 3,1"),
    ("K[dog,3] 3.1", "K dog d3 3,1"), ("changes", "cambios"), ("K[dog] = 3 * Q", "K[dog] = 3 * Q"),
    ("set", "poner"), ("set K[dog,3]", "poner K[dog,3]"), ("set K[dog,3] much", "pon K[dog,3] mucho"),
    ("set K[dog,3] 99", "poner K[dog,3] 99"), ("set A[quickly,dog] 1", "poner A[quickly,dog] 1"),
    ("undo", "deshacer"), ("redo", "rehacer"), ("redo", "rehacer"),
    ("restore K[dog,3]", "restaurar K[dog,3]"),
    ("restore K", "restaurar K"), ("restore", "restaurar"), ("restore", "restaurar"), ("digits", "decimales"),
    ("digits", "decimales"), ("digits", "decimales"), ("reveal", "mostrar"), ("hide", "ocultar"),
    ("hide", "ocultar"), ("try", "probar"), ("take back", "retirar"), ("tip", "pista"), ("1", "1"),
    ("go doubled", "ir a doubled"), ("try", "probar"), ("take back", "retirar"), ("play", "aplicar"),
    ("play 2", "aplicar 2"), ("play 2", "aplicar 2"), ("play 9", "aplicar 9"), ("undo", "deshacer"),
    ("stage", "etapa"), ("stage back", "etapa atrás"), ("back", "atrás"), ("next", "siguiente"),
    ("furthest", "lo último"), ("go", "ir"), ("go 3", "ir 3"), ("go Dot product", "ir a producto PUNTO"),
    ("go softmx", "ir softmx"), ("go nowhere at all", "ir a ninguna parte"), ("course", "curso"),
    ("glossary", "glosario"), ("glossary mask", "glosario máscara"), ("glossary zebra", "glosario cebra"),
    ("nxt", "siguente"), ("zzz", "zzz"), ("go two-heads:c1", "ir two-heads:c1"),
    ("go two-tokens", "ir two-tokens"),
    ("language", "idioma"), ("language en", "language es"), ("language fr", "idioma francés"),
    ("quit", "salir"),
  ]

  @Test func `all commands`() throws {
    var reader = try plainReader(at: "bars")
    try expectScreen(reader.transcript(Self.commands.map(\.en)), named: "commands-en", in: "Transcripts")
    var spanish = try plainReader(at: "bars", language: "es")
    try expectScreen(spanish.transcript(Self.commands.map(\.es)), named: "commands-es", in: "Transcripts")
  }

  @Test func `the end of a lesson leads to the next, the end of the course does not`() throws {
    var reader = try plainReader(at: "c3")
    #expect(reader.hearing("").contains("An empty line begins lesson 2: The whole sentence."))
    #expect(reader.hearing("").hasPrefix("Lesson 2 of 10: The whole sentence."))
    var last = try plainReader(at: "c2", lesson: "kv-cache")
    #expect(last.hearing("") == "This is the last step\n")
  }
}
