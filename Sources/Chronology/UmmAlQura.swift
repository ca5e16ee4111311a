/// The month lengths of the Umm al-Qura calendar of Saudi Arabia, 1343 to 1500 AH.
///
/// The calendar was announced, and later computed, by an office; no formula gives it, so it is a
/// table. Source: `hijridate` 2.6.0 (Mohammed Alshehri, MIT licence), which compiled it from the
/// archived newspaper Umm al-Qura and the comparative calendar of King Abdulaziz City for Science
/// and Technology. The announcements before 1365 hold five months of 28 days and three of 31; they
/// stand as announced.
enum UmmAlQura {
  /// The years the table covers.
  static let years = 1343...1500

  /// 1 Muharram 1343, 1924-08-01, as a day number.
  static let firstDay = -16_589

  /// The day after 30 Dhu al-Hijja 1500, 2077-11-17, as a day number.
  static let endDay = yearStarts.last ?? firstDay

  /// The day number of each 1 Muharram, and of the one after the last year.
  static let yearStarts: [Int] = {
    var starts: [Int] = []
    var day = firstDay
    for packed in packedLengths {
      starts.append(day)
      for month in 1...12 { day += length(of: month, in: packed) }
    }
    starts.append(day)
    return starts
  }()

  /// How many days a month has; `nil` outside the table.
  static func days(inMonth month: Int, year: Int) -> Int? {
    guard years.contains(year), (1...12).contains(month) else { return nil }
    return length(of: month, in: packedLengths[year - years.lowerBound])
  }

  /// The day number a month begins with; `nil` outside the table.
  static func start(ofMonth month: Int, year: Int) -> Int? {
    guard years.contains(year), (1...12).contains(month) else { return nil }
    let packed = packedLengths[year - years.lowerBound]
    var day = yearStarts[year - years.lowerBound]
    for earlier in 1..<month { day += length(of: earlier, in: packed) }
    return day
  }

  private static func length(of month: Int, in packed: UInt32) -> Int {
    28 + Int(packed >> UInt32(2 * (month - 1)) & 3)
  }

  /// One number a year from 1343 on: two bits a month, Muharram lowest, days above 28.
  private static let packedLengths: [UInt32] = [
    0xa8a9a6, 0x666665, 0x9a2766, 0x6969a5, 0x5a69a5, 0x35a666,
    0xb2a666, 0x9a6599, 0x9a5666, 0x666666, 0x9699a6, 0x666999,
    0x9a6666, 0x65a665, 0xa66666, 0x69659a, 0x65966a, 0xa66666,
    0x666666, 0x666666, 0xa66666, 0x6a2666, 0xa66666, 0x666666,
    0x666666, 0xa66666, 0x69a666, 0x666666, 0xa99966, 0xa65999,
    0x999999, 0xa5a666, 0x696666, 0x666a59, 0xa69996, 0x666666,
    0x999999, 0x666666, 0x6659a6, 0x9969a6, 0x666699, 0x666666,
    0x6a65a6, 0xa6665a, 0xa66665, 0x666669, 0xa66666, 0x59a666,
    0xa66666, 0xa66665, 0xa66566, 0x696666, 0x6659a6, 0x9966a6,
    0x666699, 0x99a666, 0x699999, 0xa6659a, 0x665999, 0x99666a,
    0x6599a9, 0x966a69, 0x6669a5, 0x9a6666, 0x999999, 0x996666,
    0x6599a6, 0x9666a6, 0x59a699, 0x66a696, 0xa69a59, 0x9a9965,
    0x9a6599, 0x996666, 0x599a66, 0x666a66, 0x9a6999, 0x9aa659,
    0x9aa565, 0x9a9596, 0x999666, 0x6659a6, 0x6699a6, 0x9a6999,
    0x69a665, 0xa6a596, 0xa69659, 0x999969, 0x966669, 0x5999a9,
    0x6669a6, 0x5a6999, 0x9a6666, 0x999999, 0x9665a6, 0x6596a6,
    0x9666a6, 0x599a99, 0x669a66, 0x669999, 0xa66666, 0x999699,
    0x9659a9, 0x5969a9, 0x6666a6, 0x99a699, 0x69a665, 0x699966,
    0x66659a, 0x99966a, 0x6665a9, 0x9999a9, 0x6699a5, 0x9a9996,
    0xa69659, 0x9a5966, 0x69659a, 0xa5999a, 0x666699, 0x9a6666,
    0x69a659, 0xa99966, 0xa96599, 0x999666, 0x6659a6, 0x9999a6,
    0x5a69a5, 0x6a6696, 0x69a659, 0x699666, 0x6659a6, 0x99669a,
    0x659a99, 0x969a99, 0x5a9a65, 0x9a6996, 0x9a6659, 0x999969,
    0x659a69, 0x9669a6, 0x59a9a5, 0x69a696, 0xa99a59, 0xa66665,
    0xa65999, 0x996669, 0x6599a9, 0x9669a6, 0xa66999, 0x9a6665,
    0x9a5996, 0x99965a, 0x66599a, 0x99666a, 0x665a69, 0x999a66,
    0x699999, 0xa9965a,
  ]
}
