#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Fault {
  /// The fault of writing a file, from the system's error number.
  public static func writing(_ path: String, errno code: Int32) -> Fault {
    let reason = message(of: code)
    switch code {
    case ENOSPC, EDQUOT, EFBIG:
      return Fault(.inputOutput, "\(path): \(reason)", remedy: "free some space and run again")
    case EIO:
      return Fault(.inputOutput, "\(path): \(reason)", remedy: "check the disk and run again")
    case EACCES, EPERM, EROFS:
      return Fault(
        .notPermitted,
        "\(path): \(reason)",
        remedy: "write elsewhere or ask for the right to write here"
      )
    case EPIPE:
      return Fault(.pipeClosed, "\(path): \(reason)", remedy: "")
    default:
      return Fault(.cannotCreate, "\(path): \(reason)", remedy: "check the folder and the name")
    }
  }

  /// The fault of reading a file, from the system's error number.
  public static func reading(_ path: String, errno code: Int32) -> Fault {
    let reason = message(of: code)
    switch code {
    case ENOENT, ENOTDIR:
      return Fault(.noInput, "\(path): \(reason)", remedy: "check the path")
    case EACCES, EPERM:
      return Fault(.noInput, "\(path): \(reason)", remedy: "ask for the right to read it")
    default:
      return Fault(.noInput, "\(path): \(reason)", remedy: "check the file")
    }
  }

  /// The system's words for an error number.
  private static func message(of code: Int32) -> String {
    guard let text = strerror(code) else { return "error \(code)" }
    let words = String(cString: text)
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}
