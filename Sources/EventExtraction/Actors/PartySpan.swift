import ArabicText
import Lexicons
import NewsModel

/// A phrase of the text that names, or points to, someone who can take part in an event.
struct PartySpan {
  enum Kind {
    case state
    case person
    /// An office whose holder is not known.
    case office
    case organisation
    /// A body of a state: its government, forces, delegation.
    case institution
    case city
    case place
    /// The two that were named before: «الجانبان».
    case pair
    /// What was struck, or who struck, in the text's own words: «سيارتين مدنيتين».
    case thing
  }

  var tokens: Range<Int>
  var kind: Kind
  /// The gazetteer's entry, or -1.
  var entry: Int32 = -1
  /// The country it stands for, or -1.
  var country: Int32 = -1
  /// Further countries: «الحكومتين الأميركية والعراقية», «وزراء خارجية تونس والجزائر ومصر».
  var moreCountries: [Int32] = []
  /// The office's number, or -1.
  var office: Int32 = -1
  /// Whether it held its office once: «الرئيس السابق».
  var isFormer = false
  /// The words of a name that no table knows.
  var name: Range<Int>?
  /// The proclitics before it.
  var clitics: Clitics = []
  /// The classes of the word before it.
  var governor: WordClass = []
  var how: PartyReference = .alias
  /// The name of an earlier span that this one repeats.
  var antecedent: Int32 = -1

  /// Whether both mean the same actor.
  func means(_ other: PartySpan) -> Bool {
    if entry >= 0 || other.entry >= 0 { return entry == other.entry }
    if kind == .institution, other.kind == .institution { return country == other.country }
    return kind == other.kind && office == other.office && country == other.country
      && name == other.name && antecedent == other.antecedent
  }
}
