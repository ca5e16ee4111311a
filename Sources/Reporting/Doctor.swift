import DataFiles

/// Looks at what the tool needs around it: data files, libraries, fonts.
public struct Doctor: Sendable {
  /// One thing that was looked at.
  public struct Finding: Hashable, Sendable {
    /// What was looked at.
    public var subject: String
    /// What was found.
    public var found: String
    /// Whether the tool can work with it.
    public var isWell: Bool
  }

  /// A doctor.
  public init() {}

  /// Everything that was looked at, in a fixed order.
  public func findings() -> [Finding] {
    [Finding(subject: "tarikh", found: Version.current, isWell: true)] + dataFolders()
  }

  private func dataFolders() -> [Finding] {
    ["Lexicons"].map { module in
      do throws(DataFileError) {
        let folder = try DataFolder.resources(of: module)
        return Finding(subject: "data of \(module)", found: folder.path, isWell: true)
      } catch {
        return Finding(subject: "data of \(module)", found: error.description, isWell: false)
      }
    }
  }
}
