extension Frame {
  /// The frame as a page of its own, which a browser opens as it is.
  public func htmlPage(theme: Theme, title: String, language: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(escapedForMarkup(language))">
    <meta charset="utf-8">
    <title>\(escapedForMarkup(title))</title>
    \(html(theme: theme))
    """
  }

  /// The frame as one `<pre>` element that brings its own colours, for a page that is there already.
  ///
  /// The theme `terminal` is shown in the colours of `dark`.
  public func html(theme: Theme) -> String {
    let theme = theme.pictured
    let page = PictureColors(.text, theme: theme)
    let rows = (0..<size.rows).map { row in
      runs(ofRow: row) { PictureColors($0, theme: theme) }.map { run in
        let text = escapedForMarkup(run.text)
        return run.look == page ? text : "<span style=\"\(run.look.css)\">\(text)</span>"
      }.joined()
    }
    return """
      <pre style="\(page.css);font-family:monospace;line-height:1.25;padding:1em;display:inline-block">
      \(rows.joined(separator: "\n"))
      </pre>

      """
  }
}

extension PictureColors {
  fileprivate var css: String {
    var css = "color:\(foreground);background:\(background)"
    if bold { css += ";font-weight:bold" }
    if underlined { css += ";text-decoration:underline" }
    return css
  }
}
