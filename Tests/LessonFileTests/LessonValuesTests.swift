import AttentionCore
import Testing

@testable import LessonFile

@Suite struct LessonValuesTests {
  private let worksheet: Worksheet

  init() throws {
    let source = """
      format: 1
      axes:
        tokens: [dog, quickly]
      worksheet:
        Q: {role: query, rows: [quickly], cells: [[0.22, 0.64]]}
        K: {role: key, rows: tokens, cells: [[0.54, 0.36], [0.10, 0.70]]}
        M: {role: mask, cells: [[1, 0]]}
        F: {cells: [[3, 4]], fixed: true}
        S: Q · Kᵀ
      stages:
        all:
          steps:
            one:

      """
    worksheet = try lesson(source).worksheet
  }

  private func read(_ text: String, of matrix: String? = nil) -> (edits: [String]?, complaints: [String]) {
    let (values, faults) = LessonValues.read(Array(text.utf8), of: matrix, for: worksheet)
    let complaints = faults.complaints(in: "f").map { String("\($0)".dropFirst(2)) }
    return (values?.edits.map(\.text), complaints)
  }

  private let header = "matrix,row,column,value\n"

  // MARK: What is read

  @Test(arguments: [
    "matrix,row,column,value\nQ,quickly,1,0.5\nQ,quickly,2,0.64\n",
    "\u{FEFF}matrix,row,column,value\r\nQ,quickly,1,0.5\r\nQ,quickly,2,0.64\r\n",
    "matrix;row;column;value\nQ;quickly;1;0,5\nQ;1;2;0,64\n",
    "matrix\trow\tcolumn\tvalue\nQ\tquickly\t2\t0.64\nQ\t1\t1\t.5\n\n",
    "matrix,row,column,value\n\"Q\",\"quickly\",1,\"0,5\"\n Q , quickly , 2 , 0.64 \n",
    "matrix,row,column,value\nQ,quickly,1,0.5\nS,quickly,dog,\nQ,quickly,2,0.64\nS,no,such,thing\n",
    #"{"lesson": "x", "matrices": {"Q": {"rows": ["quickly"], "columns": ["1", "2"], "cells": [[0.5, 0.64]]}}}"#,
    #"{"matrices": {"S": null, "Q": {"cells": [[5e-1, 0.64]], "rows": ["\u0071uickly"]}}}"#,
    "\u{FEFF}\r\n {\"matrices\":{\"Q\":{\"cells\":[[0.5,0.64]]}}}",
  ])
  func `the forms that programs write`(text: String) {
    let (edits, complaints) = read(text)
    #expect(edits == ["Q[1,1] = 0.5"], "\(complaints)")
  }

  @Test(arguments: [
    "0.5 0.64", "0.5,0.64\n", "0.5, 0.64", "0,5;0,64\r\n", "0.5\t0.64", "\n  .5   0.64  \n\n", "0,5\t0,64",
  ])
  func `a table of numbers`(text: String) {
    let (edits, complaints) = read(text, of: "Q")
    #expect(edits == ["Q[1,1] = 0.5"], "\(complaints)")
  }

  @Test func `numbers that are there already are no edits, and a fixed matrix may say what it is`() {
    #expect(read(header + "F,1,1,3\nF,1,2,4.0\nQ,1,1,0.22\nQ,1,2,.64\n").edits == [])
  }

  @Test func `what is computed is passed over and named`() throws {
    let text = header + "S,quickly,dog,9\nQ,1,1,0.22\nQ,1,2,.64\nS,quickly,quickly,1e999\n"
    #expect(LessonValues.read(Array(text.utf8), for: worksheet).values?.computed == ["S"])
  }

  // MARK: What is refused

  @Test(arguments: [
    ("", "1:1: a list of cells begins with the line matrix,row,column,value"),
    ("matrix,row,value\n", "1:1: a list of cells begins with the line matrix,row,column,value"),
    ("matrix,row,column,value\n", "1:1: no number of an input is in this file"),
    ("matrix,row,column,value\nX,1,1,0\n", "2:1: this lesson has no matrix X: it has Q, K, M, F, S"),
    ("matrix,row,column,value\nQ,dog,1,0\n", "2:3: Q has no row dog: its rows are quickly"),
    ("matrix,row,column,value\nQ,1,3,0\n", "2:5: Q has no column 3: its columns are 1 to 2"),
    ("matrix,row,column,value\nQ,1,1,10\n", "2:7: 10 is outside the range of Q, -9.99 to 9.99"),
    ("matrix,row,column,value\nQ,1,1,\n", "2:7: Q[quickly,1]: here is no number"),
    ("matrix,row,column,value\nQ,1,1,nan\n", "2:7: Q[quickly,1]: nan is not a number"),
    ("matrix,row,column,value\nQ,1,1,1e999\n", "2:7: Q[quickly,1]: 1e999 is too large to hold"),
    ("matrix,row,column,value\nM,1,1,0.5\n", "2:7: the cells of a mask are 0 or 1, not 0.5"),
    ("matrix,row,column,value\nF,1,1,2\n", "2:7: F is fixed in this lesson: here it is 3"),
    ("matrix,row,column,value\nQ,1,1,0\nQ,quickly,1,1\n", "3:13: Q[quickly,1] is there already, on line 2"),
    ("matrix,row,column,value\nQ,1,1,0\n", "2:1: Q has 1 of its 2 numbers: Q[quickly,2] is missing"),
    ("matrix,row,column,value\nQ,1,1,0\nQ,1,2,0.6", "3:1: the last line does not end: is the file whole?"),
    (
      "matrix,row,column,value\nQ,1,1,0,5\n",
      "2:1: a line has 4 fields, matrix, row, column and value; this one has 5"
    ),
    ("matrix,row,column,value\n\"Q,1,1,0\n", "2:1: a quotation mark is not closed"),
    ("{", "1:2: expected \", found the end of the file"),
    ("{}", "1:1: expected \"matrices\": {…}"),
    ("{\"matrix\": {}}", "1:2: there is no key matrix here"),
    ("{\"matrices\": {}}", "1:17: no number of an input is in this file"),
    ("{\"matrices\": {\"Q\": {\"cells\": [[0, NaN]]}}}", "1:35: expected a value, found N"),
    ("{\"matrices\": {\"Q\": {\"cells\": [[0, null]]}}}", "1:35: Q has something else than a number here"),
    ("{\"matrices\": {\"Q\": {\"cells\": [[0]]}}}", "1:31: Q has 2 numbers in a row, here are 1"),
    ("{\"matrices\": {\"Q\": {\"cells\": [[0, 1], [0, 1]]}}}", "1:30: Q has 1 rows, here are 2"),
    ("{\"matrices\":\n{\"Q\": {\"cells\": [[0, 01]]}}}", "2:22: 01 is not a number"),
    (
      "{\"matrices\": {\"Q\": {\"rows\": [\"dog\"], \"cells\": [[0, 1]]}}}",
      "1:29: the rows of Q are quickly in this lesson"
    ),
    ("{\"matrices\": {\"Q\": 1, \"Q\": 2}}", "1:23: Q is written twice"),
    (String(repeating: "{\"a\":", count: 20), "1:82: the file is nested more than 16 deep"),
    ("{\"matrices\": {\"Q\": {\"cells\": [[0, 1]]}}} x", "1:42: expected the end, found x"),
    ("\u{0}\u{1}binary", "1:1: U+0000 cannot be seen on a screen: take it out"),
  ])
  func `what is wrong is said with its place`(text: String, complaint: String) {
    let (edits, complaints) = read(text)
    #expect(edits == nil)
    #expect(complaints.first == complaint)
  }

  @Test(arguments: [
    ("0.5", "1:1: Q has 2 columns, this row has 1 number"),
    (
      "0,5,0,64",
      "1:1: Q has 2 columns, this row has 4 numbers: where a comma is the decimal sign, put ; between the numbers"
    ),
    ("0.5 0.6\n0.1 0.2", "2:1: Q has 1 row, here are 2"),
    ("0.5 cat", "1:5: Q[quickly,2]: cat is not a number"),
    ("", "1:1: Q has 1 row, here are 0"),
    ("0.5 99", "1:5: 99 is outside the range of Q, -9.99 to 9.99"),
  ])
  func `a wrong table is said with its place`(text: String, complaint: String) {
    #expect(read(text, of: "Q").complaints == [complaint])
  }

  @Test func `a table of what is computed or unknown is refused`() {
    #expect(read("1 2", of: "S").complaints == ["1:1: S is computed: give its inputs"])
    #expect(read("1 2", of: "q").complaints.count == 1)
  }

  @Test func `a file that was cut off anywhere never passes for a whole one`() {
    let whole = header + "K,dog,1,0.5\nK,dog,2,0.25\nK,quickly,1,0.5\nK,quickly,2,0.75\n"
    let json = #"{"matrices": {"K": {"cells": [[0.5, 0.25], [0.5, 0.75]]}}}"#
    for text in [whole, json] {
      #expect(read(text).edits?.count == 4)
      for count in 0..<text.count { #expect(read(String(text.prefix(count))).edits == nil, "\(count)") }
    }
  }

  @Test func `bytes that are no text, and endless complaints, end soon`() {
    for bytes: [UInt8] in [[0xFF, 0xFE, 0x41, 0], [0xC0, 0x80], [0x80], [0, 0, 0, 0x41]] {
      let (values, faults) = LessonValues.read(bytes, for: worksheet)
      #expect(values == nil && faults.count == 1)
    }
    let many = header + String(repeating: "X,1,1,0\n", count: 5000)
    #expect(read(many).complaints.count == 20)
    let lines = [UInt8](repeating: UInt8(ascii: "\n"), count: LessonValues.mostLines + 1)
    #expect(LessonValues.read(lines, for: worksheet).faults.first?.sentence.contains("lines") == true)
  }
}
