import Glibc

/// The bytes of a regular file that is no larger than any file of a course.
public func readRegularFile(_ path: String) throws(FileError) -> [UInt8] {
  try readRegularFile(path, largest: SourceText.largest)
}

/// The bytes of a regular file.
///
/// It is opened without waiting, so that a pipe without a writer does not hold the program, and looked at before
/// anything is read, so that a device cannot fill the memory.
///
/// - Parameter largest: The most bytes that it may have.
func readRegularFile(_ path: String, largest: Int) throws(FileError) -> [UInt8] {
  let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
  guard file >= 0 else { throw FileError(path: path, errno) }
  defer { close(file) }
  var status = stat()
  guard fstat(file, &status) == 0 else { throw FileError(path: path, errno) }
  if let kind = kindOfSpecialFile(status.st_mode) { throw FileError(path: path, reason: .notAFile(kind)) }
  // One byte more than it may have: a file that grows while it is read is noticed too.
  let most = largest + 1
  guard status.st_size < most else { throw FileError(path: path, reason: .tooLarge) }
  var bytes = [UInt8](repeating: 0, count: Int(status.st_size) + 1)
  var count = 0
  while true {
    let read = bytes.withUnsafeMutableBytes {
      Glibc.read(file, $0.baseAddress?.advanced(by: count), $0.count - count)
    }
    if read < 0, errno == EINTR { continue }
    guard read >= 0 else { throw FileError(path: path, errno) }
    count += read
    if read == 0 { break }
    guard count < most else { throw FileError(path: path, reason: .tooLarge) }
    if count == bytes.count { bytes += [UInt8](repeating: 0, count: bytes.count) }
  }
  return Array(bytes.prefix(count))
}

/// The names in a directory, sorted, without `.` and `..`.
func namesInDirectory(_ path: String) throws(FileError) -> [String] {
  guard let directory = opendir(path) else {
    let number = errno
    throw number == ENOTDIR ? FileError(path: path, reason: .notAFolder) : FileError(path: path, number)
  }
  defer { closedir(directory) }
  var names: [String] = []
  while let entry = readdir(directory) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names.sorted()
}

private func kindOfSpecialFile(_ mode: mode_t) -> String? {
  switch mode & S_IFMT {
  case S_IFREG: nil
  case S_IFDIR: "a directory"
  case S_IFIFO: "a pipe"
  case S_IFSOCK: "a socket"
  default: "a device"
  }
}

extension FileError {
  fileprivate init(path: String, _ number: Int32) {
    self.init(path: path, reason: number == ENOENT || number == ENOTDIR ? .missing : .system(number))
  }
}

/// The last name in a path, also where the path ends in `/` or is `.`.
func lastPathComponent(of path: String) -> String {
  guard let resolved = realpath(path, nil) else { return path }
  defer { free(resolved) }
  return String(cString: resolved).split(separator: "/").last.map(String.init) ?? path
}
