import DataFiles

/// The files that are being written beside their places.
public enum Drafts {
  /// Removes them all, for a process that is told to end at once.
  public static func abandon() { AtomicFile.abandon() }
}
