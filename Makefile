SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run test nightly budget chaos bench lint fmt check schema postgres postgres-stop requirements clean

help: ## What can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

run: ## Install what is needed and play on http://localhost:8000 (PORT=9000 for another port)
	@bash scripts/run.sh

test: ## Every test: lint, Python on SQLite and on PostgreSQL, TypeScript, a real browser
	@bash scripts/test.sh

nightly: ## The slow tests in full: 20,000 stories through both engines, long fuzzing of check
	@bash scripts/install.sh dev
	CHUMIL_NIGHTLY=1 CHUMIL_ENV=test .venv/bin/pytest -q tests/engine tests/authoring

budget: ## The bytes of the first response, of playing offline and of every story, against mobile/budget.json
	@bash scripts/install.sh base
	@bash scripts/client.sh
	npm --prefix mobile run --silent budget

chaos: ## The long trial: kill servers, phones and the network for CHAOS_SECONDS (600) on each database
	@bash scripts/chaos.sh

bench: ## How fast the server is, beside floors and the naive way: BENCH_N rounds (5) of BENCH_SECONDS (3) a cell
	@bash scripts/bench.sh

lint: ## ruff, mypy, import-linter, tsc, biome
	@bash scripts/install.sh dev
	@bash scripts/lint.sh

fmt: ## Format Python and TypeScript
	@bash scripts/install.sh dev
	.venv/bin/ruff check --fix-only backend tests scripts deploy
	.venv/bin/ruff format backend tests scripts deploy
	cd mobile && npx biome check --write .

check: ## Check the stories and everything else in fixtures/
	@bash scripts/install.sh base
	.venv/bin/chumil check fixtures

schema: ## Write backend/openapi.yaml and the client's types from the code
	@bash scripts/install.sh dev
	.venv/bin/python backend/manage.py spectacular --validate --fail-on-warn --file backend/openapi.yaml
	npm --prefix mobile run types

postgres: ## Start a private PostgreSQL in var/ and print its address for CHUMIL_DATABASE_URL
	@bash scripts/postgres.sh start
	@bash scripts/postgres.sh url

postgres-stop: ## Stop it
	@bash scripts/postgres.sh stop

requirements: ## Pin the dependencies of pyproject.toml again
	@bash scripts/install.sh dev
	bash scripts/pin.sh requirements

clean: ## Forget what was built and installed; the data in var/ stays
	rm -rf .venv mobile/node_modules mobile/dist var/stamps var/static
