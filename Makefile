# Ronda: `make help` lists the targets.
SHELL := /bin/bash
SWIFT_BUILD := swift build --explicit-target-dependency-import-check error
RONDA := .build/release/ronda
DEMO_OUT ?= demo-out

.DEFAULT_GOAL := help
.PHONY: help bootstrap build demo test unit check lint golden eval conformance corpus bench hostile trouble chaos soak fuzz sanitize sbom clean

help: ## print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

bootstrap: ## install what is missing (apt; asks before sudo)
	@scripts/bootstrap

build: bootstrap ## build the program: .build/release/ronda
	$(SWIFT_BUILD) -c release --product ronda

demo: build ## the whole main job on a sample region, on loopback
	$(RONDA) demo --out $(DEMO_OUT)

test: bootstrap ## every test, without internet
	$(SWIFT_BUILD) --build-tests
	swift test --skip-build --parallel

unit: bootstrap ## the pure tests only: no sockets, no rounds, under a minute once built
	swift test --skip ScanTests --skip FetchTests --skip FarmTests --parallel

check: ## everything CI runs
	.ci/run

lint: build ## format, rules and target lists
	swift format lint --strict --recursive Sources Tests Package.swift
	$(RONDA) rules lint
	$(RONDA) targets lint targets/*.csv

golden: bootstrap ## write the golden reports anew; look at the difference before you commit it
	UPDATE_GOLDEN=1 swift test --filter ReportTests

eval: build ## precision and recall on the labelled corpus, where it is present
	scripts/corpus.sh eval

conformance: build ## public test vectors, where they are present
	scripts/conformance.sh

corpus: build ## scan the real pages of the corpus on loopback, where it is present
	scripts/corpus.sh scan

bench: build ## speed beside the C ceiling and the peers, where the bench is present
	scripts/bench.sh

hostile: build ## 260 hosts in an empty network namespace, guards on (root or user namespaces)
	scripts/hostile-net.sh

trouble: build ## full, read-only and damaged disks, two scans on one store (root)
	scripts/trouble.sh --points 20

chaos: build ## workers, PostgreSQL and NATS killed in the middle of a round; every server is started here, on loopback
	$(SWIFT_BUILD) -c release --product webfarm
	python3 scripts/chaos.py $(RONDA) .build/release/webfarm --out .build/chaos.txt

SECONDS_EACH ?= 60
fuzz: bootstrap ## each reader of foreign bytes under libFuzzer, in a build of its own; SECONDS_EACH=1800 for half an hour each
	scripts/fuzz.sh --seconds $(SECONDS_EACH)

sanitize: bootstrap ## the suite under the address and the thread sanitizer; two builds of their own, an hour and more
	scripts/sanitize.sh

PAGES ?= 500000
soak: build ## 10,000 hosts and PAGES=500000 pages on loopback by one scan: memory and descriptors stay what they were
	$(SWIFT_BUILD) -c release --product webfarm
	python3 scripts/soak.py --self-check
	nice python3 scripts/soak.py $(RONDA) .build/release/webfarm --pages $(PAGES) --out .build/soak.txt

sbom: ## bill of materials, CycloneDX 1.5: .build/ronda-sbom.json
	scripts/sbom --out .build/ronda-sbom.json

clean: ## remove what was built
	rm -rf .build $(DEMO_OUT)
