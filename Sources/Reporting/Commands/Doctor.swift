import CairoRendering
import DataFiles
import Drawing
import Styles

/// Looks at what the tool needs around it: data files, libraries, fonts.
public struct Doctor: Sendable {
  /// One thing that was looked at.
  public struct Finding: Hashable, Sendable {
    /// What was looked at.
    public var subject: String
    /// What was found, and the remedy when that will not do.
    public var found: String
    /// Whether the tool can work with it.
    public var isWell: Bool
  }

  /// The modules that bring data files.
  static let modulesWithData = [
    "Lexicons", "ArticleReading", "TimelineLayout", "Exporting", "Styles",
  ]

  /// A doctor.
  public init() {}

  /// Everything that was looked at, in a fixed order.
  public func findings() -> [Finding] {
    [Finding(subject: "tarikh", found: Version.current, isWell: true)]
      + Installation.libraries.map {
        Finding(subject: $0.name, found: $0.version, isWell: true)
      }
      + Self.modulesWithData.map(data) + fonts() + [lexicons(), zones()]
  }

  private func data(of module: String) -> Finding {
    do throws(DataFileError) {
      let folder = try DataFolder.resources(of: module)
      return Finding(subject: "data of \(module)", found: folder.path, isWell: true)
    } catch {
      return Finding(subject: "data of \(module)", found: error.description, isWell: false)
    }
  }

  /// The tables are read as every run reads them, so that a slip in one is found here too.
  private func lexicons() -> Finding {
    do throws(Fault) {
      _ = try WordTables.ofEvents()
      return Finding(subject: "word tables", found: "read without fault", isWell: true)
    } catch {
      return Finding(subject: "word tables", found: error.description, isWell: false)
    }
  }

  /// Only reports that name a time zone need the database.
  private func zones() -> Finding {
    let none = "none; install tzdata before a report names a ‘timezone:’"
    return Finding(subject: "time zones", found: TimeZones.folder ?? none, isWell: true)
  }

  /// The fonts of the styles that ship.
  private func fonts() -> [Finding] {
    var findings: [Finding] = []
    var known: Set<String> = []
    do {
      let styles = try StyleFile()
      for name in styles.names {
        for family in try styles.style(name).fontFamilies {
          for file in family.files where known.insert(file).inserted {
            findings.append(font(file, of: family))
          }
        }
      }
    } catch {
      findings.append(Finding(subject: "styles", found: "\(error)", isWell: false))
    }
    return findings
  }

  private func font(_ file: String, of family: FontFamily) -> Finding {
    let path = Installation.path(ofFont: file)
    return Finding(
      subject: "font \(family.family)",
      found: path ?? "\(file) is missing; install it with ‘apt-get install \(family.package)’",
      isWell: path != nil
    )
  }
}
