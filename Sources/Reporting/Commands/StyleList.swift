import DataFiles
import Styles

/// The styles that ship.
public enum StyleList {
  /// Their names and files, sorted by name.
  public static func shipped() throws(Fault) -> [(name: String, path: String)] {
    do throws(DataFileError) {
      let folder = try DataFolder.resources(of: "Styles")
      return StyleFile(folder: folder).names.map { ($0, "\(folder.path)/\($0).yaml") }
    } catch {
      throw Fault(error)
    }
  }
}
