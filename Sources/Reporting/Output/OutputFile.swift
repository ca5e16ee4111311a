import DataFiles

/// A file that a command was asked to write; `-` is standard output.
public enum OutputFile {
  /// Writes the bytes, whole or not at all.
  public static func write(_ bytes: [UInt8], to path: String) throws(Fault) {
    guard path != "-" else {
      var output = ByteWriter.standardOutput()
      try output.write(bytes)
      try output.flush()
      return
    }
    do throws(FileWriteError) {
      try AtomicFile.write(bytes, to: path)
    } catch {
      throw .writing(path, errno: error.errno)
    }
  }
}
