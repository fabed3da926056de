import ArgumentParser
import Frames
import Tutorial
import TutorialView

/// `attend record LESSON FILE`: a recording of scripted keys, for asciinema and its kin.
struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Record the screens that keys make, as an asciicast.",
    discussion: """
      Without --keys the whole lesson is played from the place on: the right arrow from step to step, and r on each \
      question and experiment. There is no clock, so the same command writes the same file. Each step is a marker. \
      Play it with asciinema play FILE.
      """)

  @Argument(help: "A lesson or the folder of one, with a stage or a step after a colon.")
  var place: String

  @Argument(
    help: "The file to write, or - for standard output; one that is there is kept, unless --force is given.")
  var file: String

  @Option(help: "Keys to press, as 'Right Right Tab + +'; text in quotes is typed, Right*5 repeats.")
  var keys: String?

  @Option(help: "The size of the screen, as 80x24.")
  var size = Size(columns: 80, rows: 24)

  @Option(
    help: ArgumentHelp(
      "What a key takes; each new word adds a tenth of it, a digit takes a quarter.", valueName: "seconds"))
  var secondsPerStep = 2.0

  @Option(help: ArgumentHelp("Write a time of recording, in seconds since 1970.", valueName: "seconds"))
  var timestamp: Int?

  @Flag(help: "Replace the file if it is there.")
  var force = false

  @OptionGroup var values: ValuesOptions
  @OptionGroup var course: CourseOptions
  @OptionGroup var looks: LookOptions

  func validate() throws {
    guard (0...60).contains(secondsPerStep) else {
      throw ValidationError("--seconds-per-step is from 0 to 60")
    }
    if let timestamp, timestamp < 0 { throw ValidationError("--timestamp is 0 or more") }
    if size.columns == 0 || size.rows == 0 { throw ValidationError("--size is at least 1x1") }
  }

  func run() throws {
    let address = try CourseAddress(place, lessons: course.lessons)
    let course = try loadCourse(from: address.source, proving: false)
    let preferences = preferencesOrComplaint(looks.choice)
    let settings = preferences.settings(in: try self.course.choice(preferences).language(of: course))
    var tutor = try makeTutor(course, at: address.place, settings: settings)
    try tutor.take(values)
    var recorder = Recorder(
      tutor, size: size, glyphs: preferences.glyphs.set(isUTF8: true),
      depth: preferences.color == .never ? .none : .full,
      pace: RecordingPace(milliseconds: Int((secondsPerStep * 1000).rounded())))
    if let keys {
      let script: [Key]
      do { script = try Frames.keys(ofScript: keys) } catch { throw ValidationError("--keys: \(error)") }
      for key in script where !recorder.press(key) { break }
    } else {
      recorder.walk()
    }
    var cast = recorder.finished()
    cast.timestamp = timestamp
    try write(cast.text, to: file, replacing: force)
  }
}
