import ArabicText
import Lexicons

// What governs a man behind a long title.
extension ActorFinder {
  /// «مع زعيم الأغلبية الجمهورية في مجلس الشيوخ فلان»: what governs the title governs the man behind the house he sits in.
  func titleGovernor(of span: PartySpan) -> WordClass? {
    guard span.kind == .person, span.clitics.isEmpty, let house = spans.last,
      house.tokens.upperBound == span.tokens.lowerBound, house.governor.contains(.inside),
      [.institution, .organisation, .state].contains(house.kind),
      scan.tokens[span.tokens.lowerBound].gap == .space
    else { return nil }
    var index = house.tokens.lowerBound - 2
    let floor = max(1, index - Self.titleReach)
    while index >= floor, scan.tokens[index].kind == .word, scan.tokens[index + 1].gap == .space {
      let isHead = scan.has([.lead, .people], at: index)
      if isHead, scan.tokens[index].gap == .space, scan.tokens[index - 1].kind == .word {
        return scan.words[index - 1].classes.intersection([.with, .between])
      }
      index -= 1
    }
    return nil
  }

  /// How many words a title has between its head and the house.
  private static let titleReach = 4
}
