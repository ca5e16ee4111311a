# The README's first command is `make sample`; everything here can be run by hand too.
SWIFT  ?= swift
PREFIX ?= /usr/local
REPORT  = Examples/report.yaml
RELEASE = $(SWIFT) build -c release --product tarikh --static-swift-stdlib

.PHONY: sample build test lint format install clean

# The sample sheets that the README shows, from the articles in Examples/.
sample: build
	"$$($(RELEASE) --show-bin-path)/tarikh" build --force $(REPORT)

build:
	.ci/packages build
	$(RELEASE)

# Everything a change must pass.
test:
	.ci/packages test
	$(MAKE) lint
	$(SWIFT) build
	$(SWIFT) test

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
