import ArabicText
import Lexicons
import NewsModel

// A state and the city of another one, spelt alike but for signs that few texts write.
extension ActorFinder {
  /// Whether one word names a state and a city of another state: «عمان».
  func isStateOrCity(_ senses: ActorSenses) -> Bool {
    guard let state = senses.first(where: { $0.kind == .country }) else { return false }
    return senses.contains {
      $0.kind == .city && scan.actors.entries[Int($0.entry)].country != state.entry
    }
  }

  /// The senses without the one that is not meant: «عُمان» is the state and «عمّان» the city; where no
  /// sign tells, the state is meant in an article that names it otherwise and not the city's.
  func stateOrCity(_ senses: ActorSenses, at index: Int) -> ActorSenses {
    guard isStateOrCity(senses), let state = senses.first(where: { $0.kind == .country }) else {
      return senses
    }
    let token = scan.tokens[index]
    let signs = scan.text.bytes[Int(token.start)..<min(Int(token.end), scan.text.bytes.count)]
    let (damma, shadda): ([UInt8], [UInt8]) = ([0xD9, 0x8F], [0xD9, 0x91])
    if signs.contains(shadda) { return senses.without([.country]) }
    if signs.contains(damma) { return senses.without([.city]) }
    let ofCity = senses.filter { $0.kind == .city }.map {
      scan.actors.entries[Int($0.entry)].country
    }
    let isState = countries.contains(state.entry) && !ofCity.contains(where: countries.contains)
    return senses.without(isState ? [.city] : [.country])
  }
}
