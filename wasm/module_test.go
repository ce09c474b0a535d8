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
		"-ldflags=-s -w", "-gcflags=all=-l", "-gcflags=runtime/...=-l -B", "-o", path, ".")
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

func (m module) load(file []byte) int {
	m.t.Helper()
	m.write(file)
	return m.call("load", len(file))
}

// request is what rank takes for a part, and its three numbers.
func request(p scoring.Part) (data []byte, kind, domain, count int) {
	switch p.Kind {
	case scoring.Answers:
		return pack(p.Answers, p.Key), int(p.Kind), p.Domain, len(p.Answers)
	case scoring.Scores:
		return pack(p.Minimum, p.Maximum, p.Numbers), int(p.Kind), p.Domain, len(p.Numbers)
	}
	return pack(p.Numbers), int(p.Kind), p.Domain, len(p.Numbers)
}

// requests is what combine and stability take.
func requests(parts []scoring.Part) (data []byte) {
	for _, p := range parts {
		own, kind, domain, count := request(p)
		data = append(data, pack(p.Weight, int32(kind), int32(domain), int32(count), int32(0))...)
		data = append(data, own...)
		data = append(data, make([]byte, (8-len(data)%8)%8)...)
	}
	return data
}

func (m module) rank(p scoring.Part) (scoring.Ranking, scoring.Refusal) {
	m.t.Helper()
	data, kind, domain, count := request(p)
	m.write(data)
	return m.ranking(m.call("rank", kind, domain, count))
}

func (m module) combine(parts []scoring.Part) (scoring.Ranking, scoring.Refusal) {
	m.t.Helper()
	m.write(requests(parts))
	return m.ranking(m.call("combine", len(parts)))
}

func (m module) stability(parts []scoring.Part) int {
	m.t.Helper()
	m.write(requests(parts))
	return m.call("stability", len(parts))
}

func (m module) gap(domain int, own []float64, id int32) (gaps scoring.Gaps, refusal scoring.Refusal) {
	m.t.Helper()
	m.write(pack(own))
	items := m.call("gap", domain, int(id), len(own))
	if items < 0 {
		return gaps, scoring.Refusal(-items)
	}
	var header [2]int32
	lacking, weights, columns := make([]float64, items), make([]float64, items), make([]int32, 2*items)
	decode(m.t, m.read(16+24*items), &header, &gaps.Shortfall, lacking, weights, columns)
	gaps.Unknown = int(header[1])
	for i := range items {
		gaps.Items = append(gaps.Items, scoring.Gap{
			Item: int(columns[i]), Lacking: lacking[i], Weight: weights[i], Class: scoring.GapClass(columns[items+i]),
		})
	}
	return gaps, scoring.Accepted
}

// numbers reads a response of numbers alone.
func (m module) numbers(count int) ([]float64, scoring.Refusal) {
	m.t.Helper()
	if count < 0 {
		return nil, scoring.Refusal(-count)
	}
	numbers := make([]float64, count)
	decode(m.t, m.read(8*count), numbers)
	return numbers, scoring.Accepted
}

// ranking reads the response that a call left.
func (m module) ranking(result int) (scoring.Ranking, scoring.Refusal) {
	m.t.Helper()
	if result < 0 {
		return scoring.Ranking{}, scoring.Refusal(-result)
	}
	var header [4]int32
	decode(m.t, m.read(16), &header)
	places, columns := int(header[0]), int(header[2])
	if places != result {
		m.t.Errorf("rank gives %d places, its response %d", result, places)
	}
	scores, contributions, table := make([]float64, columns), make([]float64, places*columns), make([]int32, 3*places)
	decode(m.t, m.read(16 + 8*columns + 8*places*columns + 12*places)[16:], scores, contributions, table)
	ranking := scoring.Ranking{Scores: scores, Unranked: int(header[1])}
	for i := range places {
		ranking.Places = append(ranking.Places, scoring.Place{
			ID:            table[i],
			Rank:          table[places+i],
			Band:          scoring.Band(table[2*places+i]),
			Contributions: contributions[i*columns : (i+1)*columns],
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
