import GRDB

/// The forms an archive has had, each as the statements that lead to it from the one before.
struct ArchiveSchema: Sendable {
  /// `tari` in ASCII: what `file` and SQLite's own header call the application.
  static let application = 0x7461_7269

  /// The statements of each form, the first for an empty file.
  let steps: [String]

  /// The form that this version writes.
  var version: Int { steps.count }

  /// The forms there are; a new one is a new entry, never a change of an old one.
  static let current = ArchiveSchema(steps: [first, country, start, merging, findable])

  /// Rows that were replaced stay in the word indexes, which are joined by keys never used again:
  /// SQLite learnt to delete from an index without contents only in 3.43.
  private static let first = """
    CREATE TABLE setting(
      name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE file(
      path TEXT PRIMARY KEY, digest TEXT NOT NULL, stamp TEXT NOT NULL, good INTEGER NOT NULL,
      bad INTEGER NOT NULL, events INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE setaside(
      path TEXT NOT NULL, number INTEGER NOT NULL, line INTEGER, code TEXT NOT NULL,
      message TEXT NOT NULL, PRIMARY KEY(path, number)) WITHOUT ROWID;
    CREATE TABLE article(
      key INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL, id TEXT NOT NULL,
      occurrence INTEGER NOT NULL, place INTEGER NOT NULL, kept INTEGER NOT NULL,
      digest TEXT NOT NULL, copy_of TEXT, written INTEGER, written_basis TEXT NOT NULL,
      published INTEGER, published_basis TEXT NOT NULL, modified INTEGER, source TEXT, url TEXT,
      title TEXT, runs INTEGER NOT NULL, sketch BLOB NOT NULL, furniture BLOB NOT NULL,
      text TEXT NOT NULL, UNIQUE(path, id, occurrence));
    CREATE INDEX article_place ON article(path, place);
    CREATE TABLE mention(
      article INTEGER NOT NULL REFERENCES article(key) ON DELETE CASCADE, number INTEGER NOT NULL,
      id TEXT NOT NULL, type TEXT NOT NULL, body BLOB NOT NULL,
      PRIMARY KEY(article, number)) WITHOUT ROWID;
    CREATE TABLE event(
      key INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL,
      status TEXT NOT NULL, first INTEGER, last INTEGER, headline TEXT NOT NULL,
      digest TEXT NOT NULL, line TEXT NOT NULL);
    CREATE TABLE correction(
      number INTEGER PRIMARY KEY, target TEXT NOT NULL, matched INTEGER NOT NULL,
      author TEXT NOT NULL, reason TEXT NOT NULL, body TEXT NOT NULL);
    CREATE TABLE build(
      number INTEGER PRIMARY KEY, tool TEXT NOT NULL, day TEXT, articles INTEGER NOT NULL,
      events INTEGER NOT NULL, added INTEGER NOT NULL, changed INTEGER NOT NULL,
      dropped INTEGER NOT NULL);
    CREATE VIRTUAL TABLE article_words USING fts5(
      words, content='', detail='none', tokenize='ascii');
    CREATE VIRTUAL TABLE event_words USING fts5(
      words, content='', detail='none', tokenize='ascii');
    """

  /// The country of an article's outlet, without which one that no file holds any more would be read
  /// by other weeks and fiscal years.
  private static let country = "ALTER TABLE article ADD COLUMN country TEXT;"

  /// Where in its file a record that was set aside begins.
  private static let start = "ALTER TABLE setaside ADD COLUMN start INTEGER;"

  /// What the last build merged of each article, which event each telling went to, and the events
  /// whole and findable by day and party: without it every build would merge and draw all again.
  private static let merging = """
    CREATE TABLE merged(
      article INTEGER PRIMARY KEY, id TEXT NOT NULL, published INTEGER, original TEXT,
      marks BLOB NOT NULL);
    CREATE TABLE telling(
      article INTEGER NOT NULL, number INTEGER NOT NULL, event TEXT NOT NULL,
      PRIMARY KEY(article, number)) WITHOUT ROWID;
    CREATE INDEX telling_event ON telling(event);
    ALTER TABLE event ADD COLUMN body BLOB;
    CREATE INDEX event_days ON event(first, last);
    CREATE TABLE event_tag(
      tag INTEGER NOT NULL, event INTEGER NOT NULL, PRIMARY KEY(tag, event)) WITHOUT ROWID;
    """

  /// Days, types and ids side by side: events are chosen and ordered without their rows, each of
  /// which fills a page of the file.
  private static let findable = """
    DROP INDEX event_days;
    CREATE INDEX event_days ON event(first, last, type, id);
    """
}
