# tocsin: everything is one word away. `make` alone lists the words.
#
#   build output   .build/        (never in git)
#   toolchain      Swift 6.3 on Debian 12; Debian packages are installed by the targets that need them

SHELL := /bin/bash
SWIFT ?= swift
RELEASE := -c release --static-swift-stdlib

.DEFAULT_GOAL := help
.PHONY: help run build release test torture fuzz check lint architecture format docs picture screens clean \
        need-build need-test

help: ## list these commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | \
	  while IFS=$$'\t' read -r name text; do printf '  make %-14s %s\n' "$$name" "$$text"; done

run: release ## build tocsin and open it on demo incidents
	@"$$($(SWIFT) build $(RELEASE) --show-bin-path)/tocsin" demo

release: need-build ## build the program to copy to a jump host
	@$(SWIFT) build $(RELEASE) --product tocsin 1>&2

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

check: lint architecture test ## what CI runs: format, architecture, warnings as errors, tests

lint: ## check the format of the sources
	@$(SWIFT) format lint --strict --parallel -r Sources Tests Package.swift
	@echo "format: ok"

architecture: ## check which module imports what, and what only one place may do
	@Scripts/check-architecture.sh

format: ## format the sources
	@$(SWIFT) format --in-place --parallel -r Sources Tests Package.swift

docs: need-build ## write Documentation/keys.md from the table of actions
	@$(SWIFT) run --quiet keys-document > Documentation/keys.md.new
	@mv Documentation/keys.md.new Documentation/keys.md

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
