import Testing

@testable import Reporting

@Suite("Who corrects")
struct LoginTests {
  @Test("The password database names a user, and nobody else")
  func names() {
    #expect(EditJob.name(ofUser: 0) == "root")
    #expect(EditJob.name(ofUser: 3_999_999_999) == nil)
    #expect(!EditJob.login.isEmpty)
  }
}
