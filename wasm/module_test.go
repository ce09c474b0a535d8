package main

import (
	"context"
	"encoding/binary"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"
	"shigotoatlas/wasm/scoring"
)

// build compiles the module as the package comment says, and returns its path.
func build(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "scoring.wasm")
	goTool(t, "build", "-buildmode=c-shared", "-trimpath", "-buildvcs=false",
		"-ldflags=-s -w", "-gcflags=runtime/...=-l", "-o", path, ".")
	return path
}

// goTool runs the go command for the browser's platform.
func goTool(t *testing.T, arguments ...string) string {
	t.Helper()
	command := exec.Command("go", arguments...)
	command.Env = append(os.Environ(), "GOOS=wasip1", "GOARCH=wasm")
	output, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("go %v: %v\n%s", arguments, err, output)
	}
	return string(output)
}

// A module is the compiled program in wazero. Its methods are the protocol of
// the package comment, as a page would speak it.
type module struct {
	t        *testing.T
	instance api.Module
	imports  []string
}

func start(t *testing.T) module {
	t.Helper()
	code, err := os.ReadFile(build(t))
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	runtime := wazero.NewRuntime(ctx)
	t.Cleanup(func() { runtime.Close(ctx) })
	wasi_snapshot_preview1.MustInstantiate(ctx, runtime)
	compiled, err := runtime.CompileModule(ctx, code)
	if err != nil {
		t.Fatal(err)
	}
	m := module{t: t}
	for _, function := range compiled.ImportedFunctions() {
		from, name, _ := function.Import()
		m.imports = append(m.imports, from+"."+name)
	}
	m.instance, err = runtime.InstantiateModule(ctx, compiled, wazero.NewModuleConfig().WithStartFunctions("_initialize"))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func (m module) call(name string, arguments ...int) int {
	m.t.Helper()
	var words []uint64
	for _, a := range arguments {
		words = append(words, api.EncodeI32(int32(a)))
	}
	results, err := m.instance.ExportedFunction(name).Call(context.Background(), words...)
	if err != nil {
		m.t.Fatalf("%s%v: %v", name, arguments, err)
	}
	return int(api.DecodeI32(results[0]))
}

func (m module) write(request []byte) {
	m.t.Helper()
	address := m.call("buffer", len(request))
	if address == 0 || address%8 != 0 || !m.instance.Memory().Write(uint32(address), request) {
		m.t.Fatalf("buffer(%d) = %d", len(request), address)
	}
}

func (m module) read(bytes int) []byte {
	m.t.Helper()
	response, ok := m.instance.Memory().Read(uint32(m.call("buffer", 0)), uint32(bytes))
	if !ok {
		m.t.Fatalf("no %d bytes to read", bytes)
	}
	return slices.Clone(response)
}

// pack writes numbers as the protocol has them, little-endian, one after the other.
func pack(numbers ...any) (packed []byte) {
	for _, n := range numbers {
		packed, _ = binary.Append(packed, binary.LittleEndian, n)
	}
	return packed
}

func (m module) load(domain int, ids []int32, figures []float64) int {
	m.t.Helper()
	m.write(pack(figures, ids))
	return m.call("load", domain, len(ids))
}

// ranking calls rank with a request in place and reads the response.
func (m module) ranking(kind, domain, count int) (scoring.Ranking, scoring.Refusal) {
	m.t.Helper()
	result := m.call("rank", kind, domain, count)
	if result < 0 {
		return scoring.Ranking{}, scoring.Refusal(-result)
	}
	var header [4]int32
	decode(m.t, m.read(16), &header)
	places, areas := int(header[0]), int(header[2])
	if places != result {
		m.t.Errorf("rank gives %d places, its response %d", result, places)
	}
	scores, contributions, columns := make([]float64, areas), make([]float64, places*areas), make([]int32, 3*places)
	decode(m.t, m.read(16 + 8*areas + 8*places*areas + 12*places)[16:], scores, contributions, columns)
	ranking := scoring.Ranking{Scores: scores, Unranked: int(header[1])}
	for i := range places {
		ranking.Places = append(ranking.Places, scoring.Place{
			ID:            columns[i],
			Rank:          columns[places+i],
			Band:          scoring.Band(columns[2*places+i]),
			Contributions: contributions[i*areas : (i+1)*areas],
		})
	}
	return ranking, scoring.Accepted
}

func decode(t *testing.T, packed []byte, into ...any) {
	t.Helper()
	for _, numbers := range into {
		read, err := binary.Decode(packed, binary.LittleEndian, numbers)
		if err != nil {
			t.Fatal(err)
		}
		packed = packed[read:]
	}
}
