import Testing

@testable import LessonFile

@Suite struct ValueNumberTests {
  @Test(arguments: [
    ("0.5", 0.5), ("+.5", 0.5), ("5.", 5), ("-0.5", -0.5), ("\u{2212}0.5", -0.5), (" 7\t", 7), ("1e2", 100),
    ("1E-2", 0.01), ("1e+2", 100), ("-0", 0), ("0.1234567890123456789012345678", 0.12345678901234568),
    ("0,5", 0.5), (",5", 0.5), ("1,25", 1.25), ("0,500", 0.5), ("1,0005", 1.0005), ("0e999", 0),
    ("5e-324", Double.leastNonzeroMagnitude), ("1.7976931348623157e308", 1.7976931348623157e308),
  ])
  func `a number is read, with a comma where nothing else is one`(text: String, number: Double) throws {
    #expect(try ValueNumber.read(text, commas: true) == number)
    #expect(try ValueNumber.read("-0", commas: true).sign == .plus)
  }

  @Test(arguments: [
    "", " ", "-", ".", ",", "-.", "--1", "1e", "1e+", "1e1000", "1e309", "1e999", "1e-400", "nan", "NaN",
    "inf",
    "Infinity", "∞", "nan(0x7)", "0x1p3", "0x1F", "1_000", "1 000", "1\u{A0}000", "½", "٣", "１", "0.5f",
    "1d5",
    "1/2", "50%", "0.1 0.2", "1,5,2", "1.000,5", "1,000.5", "1,000", "12,345", "1\u{0} 2", "0b1",
    String(repeating: "1", count: 400),
  ])
  func `anything else is refused`(text: String) {
    #expect(throws: ValueNumberError.self) { try ValueNumber.read(text, commas: true) }
  }

  @Test func `where commas separate, a decimal comma is refused and the point is told`() {
    let error = #expect(throws: ValueNumberError.self) { try ValueNumber.read("0,5", commas: false) }
    #expect(error?.message == "0,5 is not a number: write 0.5")
  }
}
