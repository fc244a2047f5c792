# tocsin: everything is one word away. `make` alone lists the words.
#
#   build output   .build/        (never in git)
#   toolchain      Swift 6.3 on Debian 12; Debian packages are installed by the targets that need them

SHELL := /bin/bash
SWIFT ?= swift
RELEASE := -c release --static-swift-stdlib
PREFIX ?= /usr/local
DESTDIR ?=
VERSION = $(shell sed -n 's/^\#\# \([^ ]*\).*/\1/p;/^\#\# /q' CHANGELOG.md)
DIST = tocsin-$(VERSION)-linux-$(shell uname -m)
# One date for everything that is packed: the newest commit's, else the change log's.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md)

.DEFAULT_GOAL := help
.PHONY: help run build release test torture fuzz check counts bench bench-peers bench-compare \
        lint architecture format docs picture check-reports screens clean revision stage install \
        uninstall dist try-dist need-build need-test

help: ## list these commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | \
	  while IFS=$$'\t' read -r name text; do printf '  make %-14s %s\n' "$$name" "$$text"; done

run: release ## build tocsin and open it on demo incidents
	@"$$($(SWIFT) build $(RELEASE) --show-bin-path)/tocsin" demo

release: need-build revision ## build the program to copy to a jump host
	@$(SWIFT) build $(RELEASE) --product tocsin 1>&2

# Which commit this is, for --version. Where git cannot say, what was said before stands.
revision:
	@mkdir -p .build; \
	if name=$$(git describe --always --dirty --abbrev=12 --exclude '*' 2>/dev/null) && \
	  line="#define TOCSIN_REVISION \"$$name\"" && \
	  [ "$$line" != "$$(cat .build/revision.h 2>/dev/null)" ]; then \
	  echo "$$line" > .build/revision.h; touch Sources/CResources/version.c; fi

stage: release
	@Scripts/need.sh strip:binutils python3:python3
	@Scripts/stage.sh "$$($(SWIFT) build $(RELEASE) --show-bin-path)/tocsin" .build/stage

install: stage ## install it under PREFIX=/usr/local, with man pages and completions
	@cd .build/stage && find . -type f -printf '%m %P\n' | while read -r mode file; do \
	  install -D -m $$mode "$$file" "$(DESTDIR)$(PREFIX)/$$file" || exit; done
	@echo "installed tocsin $(VERSION) in $(DESTDIR)$(PREFIX)"

uninstall: ## remove what make install put under PREFIX
	@rm -f "$(DESTDIR)$(PREFIX)/bin/tocsin" \
	  "$(DESTDIR)$(PREFIX)/share/man/man1/tocsin.1" \
	  "$(DESTDIR)$(PREFIX)"/share/man/man[57]/tocsin-*.[57] \
	  "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/tocsin" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_tocsin" \
	  "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/tocsin.fish"
	@rm -rf "$(DESTDIR)$(PREFIX)/share/doc/tocsin"

dist: stage ## pack one tarball: the stripped program, man pages, completions
	@Scripts/check-dist.sh .build/stage/bin/tocsin
	@tar -C .build/stage --sort=name --mtime="@$(SOURCE_DATE_EPOCH)" --owner=0 --group=0 \
	  --numeric-owner --transform='s,^\.,$(DIST),' -cf - . | gzip -9n > .build/$(DIST).tar.gz
	@cd .build && sha256sum $(DIST).tar.gz

try-dist: dist ## try that tarball in a bare Debian 12; needs root
	@Scripts/need.sh debootstrap:debootstrap tmux:tmux
	@Scripts/try-bare.sh .build/$(DIST).tar.gz .build/bare

build: need-build ## build everything for development
	@$(SWIFT) build --build-tests

test: need-test ## run the tests
	@$(SWIFT) test --disable-xctest --parallel

torture: need-test ## hurt the store for an hour: power losses, faults, kills; ends with the figures
	@mkdir -p .build; set -o pipefail; \
	  TOCSIN_TORTURE=100 $(SWIFT) test --disable-xctest --filter StoreTortureTests | \
	  grep --line-buffered -E \
	  '^(power loss|faults in|program faults|full disk|killed|32 writers)|✘|↳|Test run' | \
	  tee .build/torture.txt; status=$$?; \
	  echo; awk -f Scripts/torture-table.awk .build/torture.txt; exit $$status

fuzz: need-build ## fuzz the readers of foreign bytes, SECONDS=300 each; prints the figures
	@Scripts/fuzz.sh $(if $(filter command line environment,$(origin SECONDS)),$(SECONDS),300)

counts: build ## count bytes, frames, allocations and instructions per key, and hold their limits
	@Scripts/need.sh python3:python3 strace:strace valgrind:valgrind strip:binutils cc:gcc
	@Benchmarks/tests.py --quiet --buffer
	@Benchmarks/counts.py "$$($(SWIFT) build --show-bin-path)/tocsin"

# For example SIZES="1000 1000000" RUNS=5.
bench: release ## measure it beside what the machine can do at the least; Documentation/benchmarks.md
	@Scripts/need.sh python3:python3 strace:strace strip:binutils cc:gcc jq:jq
	@Benchmarks/bench.py "$$($(SWIFT) build $(RELEASE) --show-bin-path)/tocsin" \
	  $(if $(SIZES),--sizes "$(SIZES)") $(if $(RUNS),--runs $(RUNS))

bench-peers: release ## measure it beside tig, neomutt, less and others, SIZE=100000 items each
	@Scripts/need.sh python3:python3 cc:gcc tig:tig neomutt:neomutt mutt:mutt aerc:aerc lnav:lnav \
	  less:less vd:visidata fzf:fzf htop:htop git:git
	@Benchmarks/bench_peers.py "$$($(SWIFT) build $(RELEASE) --show-bin-path)/tocsin" \
	  $(if $(SIZE),--size $(SIZE)) $(if $(RUNS),--runs $(RUNS))

bench-compare: release ## show what changed in time and memory since BASE=<commit>
	@Scripts/need.sh python3:python3 jq:jq cc:gcc
	@Benchmarks/compare.py "$$($(SWIFT) build $(RELEASE) --show-bin-path)/tocsin" \
	  "$(or $(BASE),$(error BASE=<commit> is missing))" \
	  $(if $(SIZES),--sizes "$(SIZES)") $(if $(RUNS),--runs $(RUNS))

check: lint architecture test counts ## what CI runs: format, architecture, warnings as errors, tests

lint: ## check the format of the sources
	@$(SWIFT) format lint --strict --parallel -r Sources Tests Package.swift
	@echo "format: ok"

architecture: ## check which module imports what, and what only one place may do
	@Scripts/check-architecture.sh

format: ## format the sources
	@$(SWIFT) format --in-place --parallel -r Sources Tests Package.swift

docs: need-build ## write the pages and the schema that come from the tables of actions and settings
	@$(SWIFT) run --quiet keys-document > Documentation/keys.md.new
	@mv Documentation/keys.md.new Documentation/keys.md
	@$(SWIFT) run --quiet keys-document query > Documentation/query.md.new
	@mv Documentation/query.md.new Documentation/query.md
	@$(SWIFT) run --quiet keys-document settings > Documentation/config.md.new
	@mv Documentation/config.md.new Documentation/config.md
	@$(SWIFT) run --quiet keys-document schema > Documentation/config.schema.json.new
	@mv Documentation/config.schema.json.new Documentation/config.schema.json

check-reports: release ## open reports of a hostile store in LibreOffice, Chromium and Markdown renderers
	@Scripts/need.sh soffice:libreoffice-calc-nogui chromium:chromium cmark-gfm:cmark-gfm \
	  pdftoppm:poppler-utils /usr/lib/python3/dist-packages/markdown:python3-markdown \
	  /usr/lib/python3/dist-packages/markdown_it:python3-markdown-it \
	  /usr/lib/python3/dist-packages/linkify_it:python3-linkify-it
	@/usr/bin/python3 Scripts/check-reports.py \
	  "$$($(SWIFT) build $(RELEASE) --show-bin-path)/tocsin" .build/reports

picture: release need-test ## take the README's picture from the real screen
	@Scripts/take-picture.py "$$($(SWIFT) build $(RELEASE) --show-bin-path)/tocsin" \
	  Documentation/console.svg

screens: release need-test ## take a picture of every screen in every theme; see Documentation/screens.md
	@Scripts/take-screens.py "$$($(SWIFT) build $(RELEASE) --show-bin-path)/tocsin" \
	  Documentation/screens Documentation/screens.md

clean: ## remove what was built
	@rm -rf .build

need-build:
	@Scripts/need.sh /usr/include/ncurses.h:libncurses-dev

need-test: need-build
	@Scripts/need.sh tmux:tmux python3:python3 strace:strace
