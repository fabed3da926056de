import Testing

@testable import LessonFile

/// What is said of lessons whose frame does not hold.
struct BadLessonTests {
  @Test(arguments: badFrames)
  func `the frame of a lesson is complained about where it breaks`(_ file: BadFile) {
    #expect(file.text.lessonComplaints == file.complaints)
  }

  @Test(arguments: badAxes)
  func `an axis that cannot be used is complained about where it stands`(_ file: BadFile) {
    #expect(file.text.lessonComplaints == file.complaints)
  }
}

private let badFrames = [
  BadFile("format: 2\n", "1:9: this lesson has format 2; this attend knows format 1: upgrade attend"),
  BadFile("format: 0\n", "1:9: this lesson has format 0; this attend knows format 1"),
  BadFile("format: one\n", "1:9: the format is a number: format: 1"),
  BadFile("worksheet:\n", "1:1: a lesson begins with format: 1"),
  BadFile("[1, 2]\n", "1:1: a lesson is a map that begins with format: 1"),
  BadFile("~\n", "1:1: a lesson is a map that begins with format: 1"),
  BadFile("format: 1\n", "1:1: the lesson has no stages", "1:1: the lesson has no worksheet"),
  BadFile(
    "format: 1\ntitle: x\nworksheet: {Q: 1}\nstages: {a: {steps: {b: }}}\n", "2:1: a lesson has no key title"),
  BadFile(
    "format: 1\nversion: 999\nstage:\nworksheet: {Q: 1}\nstages: {a: {steps: {b: }}}\n",
    "2:1: a lesson has no key version", "3:1: a lesson has no key stage; did you mean stages?"),
]

private let badAxes = [
  BadFile(axes("[dog]"), "2:7: axes is a map from names to lists of names, this is a list"),
  BadFile(axes("{t: []}"), "2:11: t has no names"),
  BadFile(axes("{t: [dog, dog]}"), "2:17: dog is on this axis twice"),
  BadFile(axes("{t: [dog, 12]}"), "2:17: 12 cannot be a name: rows and columns without names are numbered"),
  BadFile(axes("{t: [dog, [a]]}"), "2:17: a name is a word, this is a list"),
  BadFile(axes("{t: [abcdefghijklmnopqrstuvwxyz]}"), "2:12: a name has at most 24 letters, this one has 26"),
  BadFile(axes("{t: ['']}"), "2:12: a name has at least one letter"),
  BadFile(axes(#"{t: ['a"b']}"#), #"2:12: a name has no " and no blanks at its ends"#),
]

/// A lesson whose line 2 says something about its axes.
private func axes(_ axes: String) -> String {
  "format: 1\naxes: \(axes)\nworksheet: {Q: 1}\nstages: {a: {steps: {b: }}}\n"
}
