/// The encoding that markup names for itself.
enum DeclaredEncoding {
  /// The name behind `charset=` or `encoding=` in the first bytes.
  static func name(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4096).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    for key in ["charset=", "encoding="] {
      let key = Array(key.utf8)
      var index = 0
      while index + key.count <= head.count {
        if head[index] == key[0], head[index...].starts(with: key) {
          return value(head[(index + key.count)...])
        }
        index += 1
      }
    }
    return nil
  }

  private static func value(_ bytes: ArraySlice<UInt8>) -> String? {
    let opened = bytes.drop { $0 == 0x20 || $0 == 0x22 || $0 == 0x27 }
    let name = opened.prefix { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F
    }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }
}
