import CYAML

/// One event of libyaml, as far as lessons use YAML.
struct YAMLEvent {
  enum Kind {
    case documentStart
    case scalar(YAMLScalar)
    case listStart
    case mapStart
    /// Of a list, a map, the document or the file.
    case end
    /// A part of YAML that lessons do not use.
    case refused(String)
  }

  let kind: Kind
  let place: Place
}

/// The events of libyaml's parser, one after the other.
final class YAMLEvents {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// What the parser reads; it keeps a pointer to it.
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let source: SourceText

  init(_ source: SourceText) {
    self.source = source
    bytes = .allocate(capacity: source.text.utf8.count)
    _ = bytes.initialize(from: source.text.utf8)
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    yaml_parser_initialize(parser)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    bytes.deallocate()
  }

  /// - Throws: What is not YAML.
  func next() throws(Fault) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw fault }
    defer { yaml_event_delete(&event) }
    let place = Place(event.start_mark)
    switch event.type {
    case YAML_STREAM_START_EVENT: return try next()
    case YAML_DOCUMENT_START_EVENT: return YAMLEvent(kind: kind(ofDocument: event), place: place)
    case YAML_SCALAR_EVENT: return YAMLEvent(kind: kind(ofScalar: event), place: place)
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      return YAMLEvent(kind: refusal(anchor: start.anchor, tag: start.tag) ?? .listStart, place: place)
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      return YAMLEvent(kind: refusal(anchor: start.anchor, tag: start.tag) ?? .mapStart, place: place)
    case YAML_ALIAS_EVENT:
      return YAMLEvent(
        kind: .refused("aliases (*) are not used in lessons: write the value out"), place: place)
    default: return YAMLEvent(kind: .end, place: place)
    }
  }

  private func kind(ofDocument event: yaml_event_t) -> YAMLEvent.Kind {
    let start = event.data.document_start
    let hasDirectives =
      start.version_directive != nil || start.tag_directives.start != start.tag_directives.end
    return hasDirectives ? .refused("directives (%) are not used in lessons") : .documentStart
  }

  private func kind(ofScalar event: yaml_event_t) -> YAMLEvent.Kind {
    let scalar = event.data.scalar
    if let refusal = refusal(anchor: scalar.anchor, tag: scalar.tag) { return refusal }
    if scalar.style == YAML_LITERAL_SCALAR_STYLE || scalar.style == YAML_FOLDED_SCALAR_STYLE {
      return .refused("blocks of text (| and >) are not used in lessons: put the text in quotes")
    }
    let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
    let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
    let written = event.end_mark.index - event.start_mark.index - (isPlain ? 0 : 2)
    return .scalar(
      YAMLScalar(
        text: text, place: Place(event.start_mark), isPlain: isPlain,
        isVerbatim: event.start_mark.line == event.end_mark.line && written == text.unicodeScalars.count))
  }

  private func refusal(anchor: UnsafePointer<UInt8>?, tag: UnsafePointer<UInt8>?) -> YAMLEvent.Kind? {
    if anchor != nil { return .refused("anchors (&) are not used in lessons: write the value out") }
    if tag != nil { return .refused("tags (!) are not used in lessons") }
    return nil
  }

  /// What libyaml could not read, in our words where a writer of lessons is likely to meet it.
  private var fault: Fault {
    guard parser.pointee.error != YAML_MEMORY_ERROR else {
      return Fault(place: .start, sentence: "there is not enough memory to read the file")
    }
    let place = Place(parser.pointee.problem_mark)
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "not YAML"
    return Fault(place: place, sentence: YAMLProblem(problem, at: place, in: source).sentence)
  }
}

extension Place {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: mark.line + 1, column: mark.column + 1)
  }
}
