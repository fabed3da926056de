# Attend: make run starts it, make test checks everything. Both install what is missing.

SWIFT ?= swift
# All libraries go into the binary, so that it runs where Swift is not installed and starts without looking for them;
# STATIC=no leaves those of the system outside, for one whose C library is another. The symbols stay outside too, as they
# would triple its size and slow its start.
STATIC ?= yes
RELEASE = -c release -Xlinker -s $(if $(filter yes,$(STATIC)),-Xswiftc -static-executable,--static-swift-stdlib)
# A module may import only what Package.swift says it depends on.
CHECKS = --explicit-target-dependency-import-check error
# Apart from the other builds, whose switches differ.
SOAK = -c release -Xswiftc -enable-testing --scratch-path .build/soak
# For processors of the last ten years.
AVX2 = -Xswiftc -Xcc -Xswiftc -march=x86-64-v3
BINARY = .build/release/attend

PREFIX ?= /usr/local
DESTDIR ?=

# Measurements are taken in turns, so many of them.
ROUNDS ?= 5

# What make soak runs: long versions of tests, and those that make test leaves out.
SOAK_TESTS = Soak|RandomSessionTests|HostileLessonTests|SystemCallTests

.PHONY: help run build test soak bench install uninstall deb format lint man pictures setup setup-tests setup-soak clean

help:
	@echo "make run       install what is missing, build, start"
	@echo "make test      everything that must hold: format, imports, unit, screen and terminal tests"
	@echo "make soak      the long versions of the tests that have one; takes about half an hour"
	@echo "make build     the binary: $(BINARY)"
	@echo "make install   the program, its manual and its completions below PREFIX ($(PREFIX))"
	@echo "make uninstall take away what make install put there"
	@echo "make deb       a Debian package in .build"
	@echo "make soak      the long tests: a million random keys, each hostile lesson by itself, a session under strace"
	@echo "make bench     how fast it is, beside a C program and NumPy; writes docs/performance.md"
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

# The suites that are named Soak, and some others, try a little in make test and very often here, in an optimised build.
soak: setup-soak
	$(SWIFT) build $(SOAK) --build-tests
	SOAK=1 $(SWIFT) test $(SOAK) --skip-build --filter '$(SOAK_TESTS)'

# Beside Attend runs a C program with the same screens, beside the core NumPy where it is installed.
bench: build
	@mkdir -p .build/bench
	cc -O2 -Wall -Wextra -Werror -o .build/bench/floor Bench/floor.c -lncursesw -ltinfo -lm
	$(SWIFT) build -c release --package-path Bench --scratch-path .build/bench/core
	$(SWIFT) build -c release --package-path Bench --scratch-path .build/bench/core-avx2 $(AVX2)
	python3 Bench/bench.py --attend $(BINARY) --floor .build/bench/floor --rounds $(ROUNDS) --write docs/performance.md \
	  --core-bench .build/bench/core/release/core-bench --core-bench-avx2 .build/bench/core-avx2/release/core-bench

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
	$(SWIFT) format lint --strict --recursive Package.swift Bench Plugins Sources Tests

format:
	$(SWIFT) format format --in-place --recursive Package.swift Bench Plugins Sources Tests

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
	$(BINARY) frame order:plane --keys 'Tab "110" Enter' \
	  --format svg --theme dark > docs/pictures/arrows.svg
	$(BINARY) frame whole-sentence:all-weights --lang es --size 60x16 \
	  --format svg --theme light > docs/pictures/projector.svg

setup:
	@sh ./setup.sh curses.h:libncurses-dev yaml.h:libyaml-dev

setup-tests:
	@sh ./setup.sh curses.h:libncurses-dev yaml.h:libyaml-dev vterm.h:libvterm-dev

setup-soak: setup-tests
	@sh ./setup.sh strace:strace

clean:
	rm -rf .build .build-*
