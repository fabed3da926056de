import AttentionCore
import Frames
import Tutorial

/// A row of scores as a query and its keys: how far each key points away from the query, and how long it is.
///
/// Arrows of two numbers are drawn in their plane. For more there is no plane that shows them all as they are, so each
/// key stands at its true angle on a scale from 0° to 180°.
struct AnglesView: StageView {
  let name: String
  let row: Int

  func pictures(in context: ViewContext, width: Int) -> [() -> Block] {
    guard let arrows = context.arrows(of: name, row: row) else {
      return [
        {
          context.matrixGrid(
            Shown(name: name, row: row), style: GridStyle(head: .corner, gap: 0, bands: true), width: width)
        }
      ]
    }
    let notes = notes(on: arrows, in: context, width: width)
    let tables = Self.forms.map { form in { table(of: arrows, in: context, form: form).above(notes) } }
    // Where there is no room to say why, the angle that is missing says so.
    let small = Self.smallForms.map { form in { table(of: arrows, in: context, form: form) } }
    guard arrows.dimensions == 2 else { return tables + small }
    let beside = Self.formsBesidePlane.map { table(of: arrows, in: context, form: $0) }
    let plane = ArrowPlane(arrows, in: context)
    // In fewer than five rows directions run into one another, and a scale says more.
    let sizes = stride(from: 12, through: 2, by: -1).filter { plane.size(rows: $0).rows >= 5 }
    let planes = sizes.flatMap { rows -> [() -> Block] in
      beside.fitting(beside: plane.size(rows: rows), width: width).map { table in
        { plane.block(rows: rows).beside(table).above(notes).drawn }
      }
    }
    return planes + tables + small
  }

  private struct Form {
    /// Columns of the scale of angles and of the bars of lengths; 0: none.
    var scale = 0
    var bar = 0
    /// Whether a score stands as length × length × cosine.
    var isEquation = false
    var cosine = true
    /// How the headings and the query stand over the keys.
    var head = Head.query
    /// Angles and scores alone, beside a plane that shows the query and the lengths.
    var isBare = false
    var isSpaced = false
    var old = ViewContext.Old.shown

    enum Head {
      /// The query on a line of its own.
      case query
      /// The query on the line of the headings.
      case short
      /// Nothing: while numbers are changed, and the matrix that they are in needs the rows.
      case none

      var lines: Int { self == .query ? 2 : self == .none ? 0 : 1 }
    }
  }

  private static let forms = [
    Form(scale: 25, bar: 10, isEquation: true, isSpaced: true),
    Form(scale: 25, bar: 10, isEquation: true), Form(scale: 21, bar: 6, isEquation: true),
    Form(scale: 19, isEquation: true), Form(scale: 17, bar: 6), Form(scale: 17, bar: 6, head: .short),
    Form(scale: 13, bar: 4), Form(scale: 13, bar: 4, head: .short), Form(scale: 13, old: .hidden),
    Form(scale: 13, head: .short, old: .hidden),
  ]
  private static let smallForms = [
    Form(scale: 13, head: .short, old: .hidden), Form(scale: 17, bar: 6, head: .none),
    Form(scale: 13, bar: 4, head: .none), Form(scale: 13, head: .none, old: .hidden),
    Form(scale: 9, cosine: false, old: .hidden), Form(scale: 9, cosine: false, head: .short, old: .hidden),
    Form(scale: 9, cosine: false, head: .none, old: .hidden), Form(cosine: false, old: .hidden),
    Form(cosine: false, head: .short, old: .hidden),
  ]
  private static let formsBesidePlane = [
    Form(isEquation: true), Form(), Form(head: .short), Form(head: .short, old: .hidden),
    Form(head: .short, isBare: true),
    Form(head: .none, isBare: true),
  ]

  // MARK: The table

  private func table(of arrows: ArrowRow, in context: ViewContext, form: Form) -> Block {
    let rays = [arrows.query] + arrows.keys.map(\.ray)
    let longest = rays.compactMap(\.length).reduce(0, max)
    var lines = form.head == .none ? [] : heads(arrows, in: context, form: form, longest: longest)
    for key in arrows.keys {
      if form.isSpaced { lines.append([]) }
      lines.append(line(of: key, arrows.query, in: context, form: form, longest: longest))
    }
    var block = TutorialView.table(lines, gap: 1)
    block.pinned = form.head.lines
    return block
  }

  /// A vector of zeros has no direction, which has to be said, as its angle is missing.
  private func notes(on arrows: ArrowRow, in context: ViewContext, width: Int) -> Block {
    ([arrows.query] + arrows.keys.map(\.ray)).filter { $0.length == 0 }.reduce(Block()) { notes, ray in
      let label = Span(ray.label.map(\.text).joined(), Style(.text, bold: true))
      return notes.above(context.styled(.boardNoDirection, ["row": label]).wrapped(to: width))
    }
  }

  /// The headings, and the query with its length: it points to 0°.
  private func heads(_ arrows: ArrowRow, in context: ViewContext, form: Form, longest: Double) -> [[Line]] {
    let faint = Style(.faint)
    func word(_ text: String) -> Line { [Span(text, faint)] }
    let score = [Span(name + " ", Style(context.role(of: name), bold: true))]
    let query = arrows.query
    let length = length(of: query, role: .query, in: context, form: form, longest: longest)
    let degrees = [(0.0, 0), (0.5, 90), (1.0, 180)].map { ($0.0, "\($0.1)" + context.glyphs.degree) }
    let scale = form.scale > 0 ? [Scale.labels(degrees, width: form.scale)] : []
    let blank = form.scale > 0 ? [Line()] : []
    let angle = word(context.words[.boardAngle])
    if form.isBare { return [[[], angle, score]] }
    let cosine = form.cosine ? [word("cos")] : []
    if form.isEquation {
      let lengths = [query.label, arrows.keys.first?.ray.label ?? []].map { label in
        word("|\(label.first?.text ?? "")|")
      }
      let bar = form.bar > 0 ? [Line()] : []
      return [
        [[], angle] + blank + [lengths[0], [], lengths[1]] + bar + [[], word("cos"), [], score],
        [query.label, []] + scale + length.prefix(1) + [[], []] + length.dropFirst(),
      ]
    }
    if form.head == .short { return [[query.label, angle] + scale + length + cosine + [score]] }
    let lengthHead = [word(context.words[.boardLength])] + (form.bar > 0 ? [Line()] : [])
    return [
      [[], angle] + blank + lengthHead + cosine + [score], [query.label, []] + scale + length,
    ]
  }

  private func line(
    of key: ArrowRow.Key, _ query: ArrowRow.Ray, in context: ViewContext, form: Form, longest: Double
  ) -> [Line] {
    let faint = Style(.faint)
    let angle = Span(context.angleText(key, old: form.old), angleStyle(of: key, in: context))
    let scale = form.scale > 0 ? [self.scale(of: key, in: context, width: form.scale)] : []
    let digits = context.digits(form.isEquation ? 3 : 2)
    let cosine: Line = [
      context.tutor.isVisible(key.score)
        ? Span(key.arrow?.cosine.map { context.text($0, digits: digits) } ?? context.glyphs.missing)
        : Span(context.glyphs.unknown, Style(.closed))
    ]
    // The equation stays whole over a change; the strip has what the score was.
    let score = context.numberCell(key.score, old: form.isEquation ? .hidden : form.old)
    let length = length(of: key.ray, role: .key, in: context, form: form, longest: longest)
    let name: Line = [Span(key.ray.name, Style(.token))]
    if form.isBare { return [name, [angle], score] }
    guard form.isEquation else {
      return [name, [angle]] + scale + length + (form.cosine ? [cosine] : []) + [score]
    }
    let times: Line = [Span(context.glyphs.times, faint)]
    return [name, [angle]] + scale + [lengthText(of: query, in: context, digits: digits), times] + length
      + [times, cosine, [Span("=", faint)], score]
  }

  private func angleStyle(of key: ArrowRow.Key, in context: ViewContext) -> Style {
    guard context.tutor.isVisible(key.score) else { return Style(.closed) }
    return key.old == nil ? Style(.text, bold: true) : Style(.changed, bold: true)
  }

  /// The key at its angle, and where it was before the last change.
  private func scale(of key: ArrowRow.Key, in context: ViewContext, width: Int) -> Line {
    var scale = Scale(
      width: width, marks: [.init(share: 0.5, glyph: context.glyphs.tick, style: Style(.rule))])
    if let old = key.old?.degrees {
      scale.marks.append(.init(share: old / 180, glyph: context.glyphs.pointBefore, style: Style(.closed)))
    }
    if let degrees = key.arrow?.degrees {
      scale.marks.append(
        .init(share: degrees / 180, glyph: context.glyphs.point, style: Style(.key, bold: true)))
    }
    return scale.line(context.glyphs)
  }

  /// The length as a number and, if the form has any, as a bar.
  private func length(
    of ray: ArrowRow.Ray, role: Role, in context: ViewContext, form: Form, longest: Double
  ) -> [Line] {
    let number = lengthText(of: ray, in: context, digits: context.digits(form.isEquation ? 3 : 2))
    guard form.bar > 0 else { return [number] }
    return [number, context.heatBar(ray.length, scale: longest, width: form.bar, role: role)]
  }

  private func lengthText(of ray: ArrowRow.Ray, in context: ViewContext, digits: Int) -> Line {
    [
      ray.length.map { Span(context.text($0, digits: digits)) }
        ?? Span(context.glyphs.unknown, Style(.closed))
    ]
  }
}
