import DataFiles
import Glibc
import Styles

@testable import Reporting

/// Any text as a report or a style: values or a fault with its line, and never a trap.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzYAML(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: data, count: count)
  let text = String(decoding: bytes, as: UTF8.self)
  if let root = try? ConfigurationNode(yaml: text, file: "fuzz.yaml") { visit(root, depth: 0) }
  // A style is read with the one it extends, which takes a hundred times as long as a report.
  if count < 512, bytes.reduce(0, { $0 &+ $1 }) % 16 == 0, let file = fopen(path, "wb") {
    fwrite(data, 1, count, file)
    fclose(file)
    _ = try? StyleFile(folder: DataFolder(path: "Styles")).style(path)
  }
  return 0
}

/// Asks for all that a report asks for.
private func visit(_ node: ConfigurationNode, depth: Int) {
  precondition(node.line >= 0)
  _ = try? node.text(named: "x")
  _ = try? node.boolean(named: "x")
  _ = try? node.integer(named: "x", in: 0...9)
  _ = try? node.choice(named: "x", of: ["auto", "monday"])
  guard depth < 64 else { return }
  for entry in (try? node.list(named: "x")) ?? [] where !node.isScalar {
    visit(entry, depth: depth + 1)
  }
  _ = try? node.table(named: "x", keys: ["version", "name"])
  for (_, value) in (try? node.table(named: "x", keys: node.ownKeys)) ?? [:] {
    visit(value, depth: depth + 1)
  }
}

/// A file without a name: a style is read from a file alone.
private let path: String = {
  guard let file = tmpfile() else { preconditionFailure("no temporary file") }
  return "/proc/self/fd/\(fileno(file))"
}()
