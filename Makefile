# Attend: make run starts it, make test checks everything. Both install what is missing.

SWIFT ?= swift
# The standard library goes into the binary, so that it runs where Swift is not installed; the symbols do not, as they
# would triple its size and slow its start.
RELEASE = -c release --static-swift-stdlib -Xlinker -s
# A module may import only what Package.swift says it depends on.
CHECKS = --explicit-target-dependency-import-check error
# Apart from the other builds, whose switches differ.
SOAK = -c release -Xswiftc -enable-testing --scratch-path .build/soak
BINARY = .build/release/attend

PREFIX ?= /usr/local
DESTDIR ?=

.PHONY: help run build test soak install uninstall deb format lint man pictures setup setup-tests clean

help:
	@echo "make run       install what is missing, build, start"
	@echo "make test      everything that must hold: format, imports, unit, screen and terminal tests"
	@echo "make soak      the long versions of the tests that have one; takes about half an hour"
	@echo "make build     the binary: $(BINARY)"
	@echo "make install   the program, its manual and its completions below PREFIX ($(PREFIX))"
	@echo "make uninstall take away what make install put there"
	@echo "make deb       a Debian package in .build"
	@echo "make format    format the source"
	@echo "make man       make attend-lesson(5) from its chapter anew"
	@echo "make pictures  draw the pictures of the README anew"
	@echo "make clean     remove what was built"

run: build
	@$(BINARY)

build: setup
	@$(SWIFT) build $(RELEASE) $(CHECKS) --product attend

# The packages are tested with the program that the tests were built with: that saves a release build.
test: setup-tests lint
	$(SWIFT) build --build-tests $(CHECKS)
	$(SWIFT) test --skip-build
	sh Tests/Packaging/test.sh .build/debug/attend

# The suites that are named Soak try a little in make test and very often here, in a program built as users get it.
soak: setup-tests
	$(SWIFT) build $(SOAK) --build-tests
	SOAK=1 $(SWIFT) test $(SOAK) --skip-build --filter Soak

# Built only where it is missing: who installs as root should not have to build as root.
$(BINARY):
	@[ $(BINARY) = .build/release/attend ] || { echo "$(BINARY) is not there" >&2; exit 66; }
	@$(MAKE) build

install: $(BINARY)
	@sh Packaging/install.sh install $(BINARY) $(PREFIX) $(DESTDIR)

uninstall:
	@sh Packaging/install.sh uninstall $(PREFIX) $(DESTDIR)

deb: $(BINARY)
	@sh Packaging/deb.sh $(BINARY) .build

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Plugins Sources Tests

format:
	$(SWIFT) format format --in-place --recursive Package.swift Plugins Sources Tests

man:
	awk -f docs/man/lesson-page.awk docs/write-a-lesson.md > docs/man/attend-lesson.5

# Frames of the shipped lessons, drawn by the program itself; a test holds the files against them.
pictures: export XDG_CONFIG_HOME = /nowhere
pictures: build
	@mkdir -p docs/pictures
	$(BINARY) frame two-tokens:two-of-four --keys 'g 4 Enter Right*4 Tab Down Right Right "3.10" Enter' \
	  --format svg --theme dark > docs/pictures/edit.svg
	$(BINARY) frame two-tokens:p1 --keys '3 r' --format svg --theme dark > docs/pictures/question.svg
	$(BINARY) frame two-tokens:c1 --keys 'Tab Right Right "1.50" Enter' \
	  --format svg --theme light > docs/pictures/challenge.svg
	$(BINARY) frame whole-sentence:all-weights --lang es --size 60x16 \
	  --format svg --theme light > docs/pictures/projector.svg

setup:
	@sh ./setup.sh curses.h:libncurses-dev yaml.h:libyaml-dev

setup-tests:
	@sh ./setup.sh curses.h:libncurses-dev yaml.h:libyaml-dev vterm.h:libvterm-dev

clean:
	rm -rf .build
