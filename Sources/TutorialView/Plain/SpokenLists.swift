import AttentionCore
import Frames
import Tutorial

/// The lists over the course: its lessons, its places, its terms, the commands.
extension ViewContext {
  /// The lessons, with how much of each is done.
  var spokenCourse: PlainPage {
    var page = PlainPage()
    let saved = tutor.saved
    let title = tutor.course.ownWords(in: tutor.settings.language).title
    let lines = tutor.course.lessons.enumerated().map { index, lesson -> PlainLine in
      let summary = saved.summary(of: lesson)
      var items = [lesson.words(in: tutor.settings.language)?.title ?? lesson.id, lesson.id]
      items.append(words[summary.mark.phrase])
      if summary.challenges > 0 {
        items.append(
          words.text(.listChallenges, ["met": "\(summary.met)", "count": "\(summary.challenges)"]))
      }
      if summary.questions > 0 {
        items.append(
          words.text(
            .listQuestions, ["answered": "\(summary.answered)", "count": "\(summary.questions)"]))
      }
      if index == tutor.lessonIndex { items.append(words[.plainHere]) }
      return PlainLine("\(index + 1)", items: items)
    }
    page.add(title.isEmpty ? words[.titleCourse] : title, over: lines)
    return page
  }

  /// The stages of this lesson, with their ids.
  var spokenPlaces: PlainPage {
    var page = PlainPage()
    let lesson = tutor.lesson
    let lines = lesson.stages.enumerated().map { index, stage -> PlainLine in
      let title = lesson.words(in: tutor.settings.language)?.stages[stage.id] ?? stage.id
      let here = index == tutor.stageIndex ? [words[.plainHere]] : []
      return PlainLine("\(index + 1)", items: [title, stage.id] + here)
    }
    page.add(words[.plainStages], over: lines)
    let example = "\(word(.go)) \(lesson.stages.last?.id ?? lesson.id)"
    page.add(words.text(.hintGo, ["word": word(.go), "example": example]))
    return page
  }

  /// Where the learner is, what may be changed, and what the token that asks listens to.
  var spokenWhere: PlainPage {
    var page = PlainPage()
    page.add([spokenLesson, spokenStage, spokenStepNumber].map { PlainLine($0) })
    page.add([spokenPermission])
    page.add(words[.plainOffers], over: spokenOffers)
    page.add(spokenStrip)
    return page
  }

  /// A term with what it means.
  func spokenTerm(_ entry: GlossaryEntry) -> PlainLine {
    PlainLine([StyledText(entry.term + ": ")] + pieces(of: entry.definition))
  }

  /// Every term of the glossary by its name.
  var spokenTerms: PlainLine {
    let marker = words.text(.plainTermsAre, ["terms": "\n"]).split(
      separator: "\n", omittingEmptySubsequences: false)
    let terms = tutor.glossary("").map(\.term)
    guard marker.count == 2 else { return PlainLine(terms.joined(separator: ", ")) }
    return PlainLine(
      [StyledText(String(marker[0]))] + PlainLine.list(terms) + [StyledText(String(marker[1]))])
  }

  /// The commands, each with what it does.
  var spokenHelp: PlainPage {
    var page = PlainPage()
    let lines = PlainCommand.table.map { entry -> PlainLine in
      let word = word(entry.command) + (entry.example.map { " \($0)" } ?? "")
      return PlainLine("\(word): \(words[entry.help])")
    }
    page.add(words[.plainCommands], over: lines + [PlainLine("1, 2, 3: \(words[.doAnswer])")])
    page.add(words.text(.plainKeys, ["example": exampleOfChange]))
    return page
  }
}

extension LessonSummary.Mark {
  fileprivate var phrase: Phrase {
    switch self {
    case .untouched: .plainUntouched
    case .begun: .plainBegun
    case .finished: .plainFinished
    }
  }
}
