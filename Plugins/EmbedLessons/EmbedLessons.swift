import FoundationEssentials
import PackagePlugin

/// Writes the files of `Lessons` as Swift source whenever one of them changes, is added or is removed.
///
/// A build only asks for its plugins again when the folder of a target gains or loses a file. That is why a link
/// to `Lessons` lies beside this file: it makes the lessons part of such a folder.
@main
struct EmbedLessons: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let package = context.package.directoryURL
    let lessons = package.appending(path: "Lessons")
    let script = package.appending(path: "Plugins/EmbedLessons/embed.sh")
    let source = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    let files = try FileManager.default.subpathsOfDirectory(atPath: lessons.path)
    return [
      .buildCommand(
        displayName: "Embedding the lessons",
        executable: URL(filePath: "/bin/sh"),
        arguments: [script.path, lessons.path, source.path],
        inputFiles: [script] + files.sorted().map { lessons.appending(path: $0) },
        outputFiles: [source])
    ]
  }
}
