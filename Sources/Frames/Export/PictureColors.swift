/// The colours of a cell outside a terminal, where nothing is left open.
struct PictureColors: Hashable {
  let foreground: String
  let background: String
  let bold: Bool
  let underlined: Bool

  /// The colours of a style, in a theme as pictures show it.
  init(_ style: Style, theme: Theme) {
    let paint = theme.paint(for: style, depth: .full)
    // A theme without a page of its own is shown on that of the dark theme.
    let page = Theme.dark.paint(for: .text, depth: .full)
    let ink = [paint.foreground ?? page.foreground, paint.background ?? page.background].map { number in
      PaletteColor(number ?? 0).hex
    }
    foreground = paint.reversed ? ink[1] : ink[0]
    background = paint.reversed ? ink[0] : ink[1]
    bold = paint.bold
    underlined = paint.underlined
  }
}

extension Theme {
  /// The theme in which a picture is drawn: a picture has no terminal whose colours it could keep.
  var pictured: Theme { self == .terminal ? .dark : self }
}

/// Text in which nothing is markup: for SVG and HTML.
func escapedForMarkup(_ text: some StringProtocol) -> String {
  var escaped = ""
  for character in text {
    switch character {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "\"": escaped += "&quot;"
    default: escaped.append(character)
    }
  }
  return escaped
}
