package search

import (
	"encoding/json"
	"fmt"

	"github.com/dop251/goja"
)

// An Engine answers queries as the visitor's browser does: it runs the browser's own script.
type Engine struct {
	vm    *goja.Runtime
	index *goja.Object
}

// The script is the module EngineModule of static, bundled so that it leaves its exports in the variable EngineGlobal.
const (
	EngineModule = "search/index.ts"
	EngineGlobal = "shigotoAtlasSearch"
)

// A Result is what the script answers; static/search/index.ts says what each part means.
type Result struct {
	Total   int          `json:"total"`
	Hits    []Hit        `json:"hits"`
	IDs     []int        `json:"ids"`
	Words   []Word       `json:"words"`
	Relaxed bool         `json:"relaxed"`
	Cut     bool         `json:"cut"`
	Nearest []Suggestion `json:"nearest"`
}

// A Hit is one document found.
type Hit struct {
	Kind    Kind     `json:"kind"`
	ID      string   `json:"id"`
	Path    string   `json:"path"`
	Name    string   `json:"name"`
	Lead    string   `json:"lead"`
	Score   float64  `json:"score"`
	Reasons []Reason `json:"reasons"`
	Missing []string `json:"missing"`
}

// A Reason is what one word of the query earned a hit.
type Reason struct {
	Word   string `json:"word"`
	Term   string `json:"term"`
	Field  string `json:"field"`
	Points int    `json:"points"`
	Name   int    `json:"name"`
	How    string `json:"how"`
}

// A Word is a part the query was cut into.
type Word struct {
	Text  string   `json:"text"`
	How   string   `json:"how"`
	Terms []string `json:"terms"`
	Not   bool     `json:"not"`
}

// A Suggestion is a name to choose.
type Suggestion struct {
	Text string `json:"text"`
	Kind string `json:"kind"`
	ID   int    `json:"id,omitempty"`
}

// NewEngine runs the script and opens the index with it.
func NewEngine(script string, index *Index) (*Engine, error) {
	e := &Engine{vm: goja.New()}
	if _, err := e.vm.RunScript("search.js", script); err != nil {
		return nil, fmt.Errorf("running the search script: %w", err)
	}
	open, ok := goja.AssertFunction(e.vm.Get(EngineGlobal).ToObject(e.vm).Get("openIndex"))
	if !ok {
		return nil, fmt.Errorf("running the search script: %s has no function openIndex", EngineGlobal)
	}
	opened, err := e.settle(open(goja.Undefined(), e.vm.ToValue(e.loader(index)), e.vm.ToValue(rootName)))
	if err != nil {
		return nil, fmt.Errorf("opening the search index: %w", err)
	}
	e.index = opened.ToObject(e.vm)
	return e, nil
}

// rootName is what the engine asks for first.
const rootName = "root"

func (e *Engine) loader(index *Index) func(string) (*goja.Promise, error) {
	return func(name string) (*goja.Promise, error) {
		promise, resolve, reject := e.vm.NewPromise()
		data, ok := index.Files[name]
		if name == rootName {
			data, ok = index.Root, true
		}
		if !ok {
			return promise, reject(e.vm.NewGoError(fmt.Errorf("%s is not in the index", name)))
		}
		array, err := e.vm.New(e.vm.Get("Uint8Array"), e.vm.ToValue(e.vm.NewArrayBuffer(data)))
		if err != nil {
			return nil, err
		}
		return promise, resolve(array)
	}
}

// settle gives what a promise came to. Loading is immediate here, so nothing is left to wait for.
func (e *Engine) settle(value goja.Value, err error) (goja.Value, error) {
	if err != nil {
		return nil, err
	}
	promise, ok := value.Export().(*goja.Promise)
	if !ok {
		return value, nil
	}
	switch promise.State() {
	case goja.PromiseStateFulfilled:
		return promise.Result(), nil
	case goja.PromiseStateRejected:
		return nil, fmt.Errorf("%v", promise.Result())
	}
	return nil, fmt.Errorf("the search script waits for something that never comes")
}

// Options narrow a search.
type Options struct {
	Collection string         // "ja" (when empty), "more" or "en"
	Limit      int            // hits to give; 20 when 0
	Within     func(int) bool // which occupations count, by number; all when nil
	Fields     []string       // where every word must stand at best, such as "task"; anywhere when nil
}

// Search answers a query with the first hits.
func (e *Engine) Search(query string, options Options) (*Result, error) {
	given := map[string]any{}
	if options.Collection != "" {
		given["collection"] = options.Collection
	}
	if options.Limit > 0 {
		given["limit"] = options.Limit
	}
	if options.Within != nil {
		given["within"] = options.Within
	}
	if options.Fields != nil {
		given["fields"] = options.Fields
	}
	var result Result
	if err := e.call("search", &result, query, given); err != nil {
		return nil, fmt.Errorf("searching for %q: %w", query, err)
	}
	return &result, nil
}

// Suggest gives what is offered for a text being typed.
func (e *Engine) Suggest(text string) ([]Suggestion, error) {
	var names []Suggestion
	if err := e.call("suggest", &names, text); err != nil {
		return nil, fmt.Errorf("suggesting for %q: %w", text, err)
	}
	return names, nil
}

func (e *Engine) call(method string, into any, args ...any) error {
	function, ok := goja.AssertFunction(e.index.Get(method))
	if !ok {
		return fmt.Errorf("the index has no method %s", method)
	}
	values := make([]goja.Value, len(args))
	for i, arg := range args {
		values[i] = e.vm.ToValue(arg)
	}
	answer, err := e.settle(function(e.index, values...))
	if err != nil {
		return err
	}
	data, err := json.Marshal(answer.Export())
	if err != nil {
		return err
	}
	return json.Unmarshal(data, into)
}
