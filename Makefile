# Shigoto Atlas. `make site` needs Go alone; everything else installs what it lacks.

GO        ?= go
OUT       ?= public
ADDRESS   ?= 127.0.0.1:8080

# Patterns of pages that are held against the HTML standard: all kinds, and some dozens of occupations.
KINDS = *.html {,en/}search/index.html {about,fields,glossary,items,licences,occupations,sources,statistics,themes,industries,classification,stories,yardsticks}/index.html \
        occupations/{a,m,s}*/index.html fields/food/index.html themes/n*/index.html licences/n*/index.html industries/d*/index.html \
        classification/*/*/index.html items/{skills,education}/index.html items/*/{reading,income,sitting}/index.html \
        landscape/index.html navigator/{,all/,a/,b/a/b/}index.html statistics/*/{1133,1031,13}/index.html about/method/index.html \
        {,easy/,en/}tools/index.html {,easy/,en/}tools/*/index.html {,en/}about/method/*/index.html stories/s*/index.html yardsticks/*/index.html {,en/}dataset/index.html

.PHONY: site test check vet unit architecture types html serve bench tools clean

site: ## build the site into public/
	$(GO) run ./generator build --out $(OUT)

check: ## validate content and dataset
	$(GO) run ./generator check

test: tools check vet architecture types unit html ## every check

bench: ## time and memory of the build, beside its peers where they are installed
	./.ci/bench

serve: ## build, serve on $(ADDRESS), rebuild and reload on change
	$(GO) run ./generator serve --out $(OUT) --address $(ADDRESS)

vet:
	@unformatted=$$(gofmt -l generator wasm); test -z "$$unformatted" || { echo "not formatted by gofmt: $$unformatted"; exit 1; }
	$(GO) vet ./...

unit:
	$(GO) test -timeout 40m ./...

types: static/node_modules
	cd static && npm run --silent check

html: site static/node_modules ## the HTML of pages of every kind, by html-validate
	cd $(OUT) && bash -c '$(abspath static)/node_modules/.bin/html-validate --config $(abspath static)/htmlvalidate.json $(KINDS)'

architecture: ## imports run one way; only publish and ingest write; the wasm stays small
	@GO=$(GO) ./.ci/architecture

tools: static/node_modules
	@./.ci/browser
	@./.ci/readers

static/node_modules: static/package.json static/package-lock.json
	@command -v npm >/dev/null || { echo "npm is missing: install Node.js 20 or newer with npm"; exit 1; }
	cd static && npm ci --no-audit --no-fund --silent
	@touch static/node_modules

clean:
	rm -rf $(OUT) build static/node_modules
