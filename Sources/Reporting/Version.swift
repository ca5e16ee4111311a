/// The version of the tool.
public enum Version {
  /// As `tarikh --version` prints it.
  public static let current = "0.1.0"
}
