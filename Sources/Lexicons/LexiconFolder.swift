public import DataFiles

/// Where the word tables of a language lie.
public enum LexiconFolder {
  /// The Arabic tables that ship with the tool.
  public static func arabic() throws(DataFileError) -> DataFolder {
    let resources = try DataFolder.resources(of: "Lexicons")
    return DataFolder(path: resources.path + "/ar")
  }
}
