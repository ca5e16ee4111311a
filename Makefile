# The README's first command is `make sample`; everything here can be run by hand too.
SWIFT  ?= swift
PREFIX ?= /usr/local
REPORT  = Examples/report.yaml
RELEASE = $(SWIFT) build -c release --product tarikh --static-swift-stdlib

.PHONY: sample gallery build test test-long promises coverage fuzz lint format install clean

# The sample sheets that the README shows, from the articles in Examples/.
sample: build
	"$$($(RELEASE) --show-bin-path)/tarikh" build --force $(REPORT)

# Pictures of every layout, to be looked at: Output/gallery/*.png.
gallery: build
	.ci/gallery "$$($(RELEASE) --show-bin-path)/tarikh"

build:
	.ci/packages build
	$(RELEASE)

# Everything a change must pass. The release build and the fuzzers keep one core busy each, so they run
# side by side.
test:
	.ci/packages test
	$(MAKE) lint
	$(SWIFT) build
	$(SWIFT) test
	$(MAKE) -j2 build fuzz SECONDS=20
	$(MAKE) promises

# Random input for every reader of outside data, for SECONDS each.
SECONDS ?= 60
fuzz:
	.ci/packages test
	Tests/Fuzz/run $(SECONDS)

# What an everyday run cannot wait for: all tests under both sanitizers, every phrase of the generator, all
# fuzz targets for a minute each, 20,000 random timelines, 300 of them drawn, 50 PDFs looked at from outside,
# and the promises as often as they say.
#
# The address sanitizer's search for leaks is off: fontconfig and XCTest keep what they made to the end. The
# thread sanitizer itself does not live under the limit on file sizes that one test sets.
LONG = -c release -Xswiftc -enable-testing --scratch-path .build/long
test-long: build
	.ci/packages test
	$(SWIFT) build $(LONG) --build-tests
	TARIKH_CASES=20000 $(SWIFT) test $(LONG) --skip-build --filter 'OverlapTests|SheetTests'
	TARIKH_NIGHTLY=1 $(SWIFT) test $(LONG) --skip-build --filter GeneratorTests
	Tests/Promises/pdf_boxes.py "$$($(RELEASE) --show-bin-path)/tarikh"
	ASAN_OPTIONS=detect_leaks=0 $(SWIFT) test --sanitize=address --scratch-path .build/address
	$(SWIFT) test --sanitize=thread --scratch-path .build/thread --skip 'ExitCodeTests/outputs'
	Tests/Fuzz/run 60
	FULL=1 $(MAKE) promises

# The promises of unattended builds, reduced; test-long runs them in full. See Tests/Promises/README.md.
promises: build
	.ci/packages test
	Tests/Promises/run $(PROMISES)
PROMISES = kill disk same increment day clock records operands hostile dates names

# How many lines of the library the tests run: at least 90 of a hundred.
coverage:
	$(SWIFT) build --build-tests --enable-code-coverage --scratch-path .build/coverage
	rm -rf .build/coverage/profiles
	LLVM_PROFILE_FILE="$(CURDIR)/.build/coverage/profiles/%p.profraw" \
	  $(SWIFT) test --skip-build --scratch-path .build/coverage
	Tests/Promises/coverage .build/coverage

lint:
	$(SWIFT) format lint --strict --recursive --configuration .swift-format Sources Styles Tests

# Rewrites the sources in the house style.
format:
	$(SWIFT) format --in-place --recursive --configuration .swift-format Sources Styles Tests

# The tool in PREFIX/bin, its data in PREFIX/share/tarikh.
install: build
	.ci/install "$$($(RELEASE) --show-bin-path)" "$(DESTDIR)$(PREFIX)"

clean:
	rm -rf .build
