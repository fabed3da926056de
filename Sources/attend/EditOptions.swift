import ArgumentParser
import AttentionCore
import Frames

extension Worksheet {
  /// The edits of `--set`, in order, if they can be carried out.
  func checked(options edits: [String]) throws -> [Edit] {
    var copy = self
    return try copy.apply(options: edits)
  }

  /// Carries out the edits of `--set`, in order.
  @discardableResult
  mutating func apply(options edits: [String]) throws -> [Edit] {
    try edits.map { text in
      do {
        let edit = try Edit(parsing: text)
        try apply(edit)
        return edit
      } catch let error as FormulaError {
        throw ValidationError("--set \(quoted(text)): \(error.message)")
      } catch let error as EditError {
        throw ValidationError("--set \(quoted(text)): \(sentence(for: error))")
      }
    }
  }

  private func sentence(for error: EditError) -> String {
    switch error {
    case .formula(let error): error.message
    case .outOfRange(let range):
      "the number must be from \(shortestText(range.lowerBound)) to \(shortestText(range.upperBound))"
    case .fixed(let name): "\(name) is fixed in this lesson"
    case .noValue: "the right side has no value"
    }
  }
}
