package search_test

import (
	"bytes"
	"hash/crc32"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/dop251/goja"

	"shigotoatlas/generator/asset"
	"shigotoatlas/generator/search"
)

// vocabularyOf is the file of the vocabulary that a search for the query asks for first: without any, it is missed.
func vocabularyOf(t *testing.T, source string, index *search.Index, query string) string {
	t.Helper()
	without := &search.Index{Root: index.Root, Files: maps.Clone(index.Files)}
	maps.DeleteFunc(without.Files, func(name string, _ []byte) bool { return strings.HasPrefix(name, "ja/v") })
	e, err := search.NewEngine(source, without)
	if err != nil {
		t.Fatal(err)
	}
	_, err = e.Search(query, search.Options{})
	if err == nil {
		t.Fatalf("no file of the vocabulary is asked for %q", query)
	}
	return regexp.MustCompile(`ja/v[^ ]*`).FindString(err.Error())
}

// TestDamage holds every kind of damage to a message that names the file, and never to another answer.
func TestDamage(t *testing.T) {
	source, index := script(t), smallIndex(t)
	name := vocabularyOf(t, source, index, "看護師")
	other := ""
	for file := range index.Files {
		if strings.HasPrefix(file, "ja/v") && file != name {
			other = file
		}
	}
	whole := index.Files[name]
	flipped := bytes.Clone(whole)
	flipped[len(flipped)/2] ^= 1
	for _, test := range []struct {
		what string
		data []byte
		want string
	}{
		{"missing", nil, "is not in the index"},
		{"empty", []byte{}, "is too short"},
		{"cut off", whole[:len(whole)-9], "its checksum does not fit its content"},
		{"one bit changed", flipped, "its checksum does not fit its content"},
		{"another kind of file", index.Root, "does not begin with SAv1"},
		{"another part of the vocabulary", index.Files[other], "is of another version of the index"},
	} {
		t.Run(test.what, func(t *testing.T) {
			damaged := &search.Index{Root: index.Root, Files: maps.Clone(index.Files)}
			if damaged.Files[name] = test.data; test.data == nil {
				delete(damaged.Files, name)
			}
			e, err := search.NewEngine(source, damaged)
			if err != nil {
				t.Fatal(err)
			}
			_, err = e.Search("看護師", search.Options{})
			if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), name) {
				t.Errorf("error is %v, want one that names %s and says %q", err, name, test.want)
			}
		})
	}
	if _, err := search.NewEngine(source, &search.Index{Root: index.Root[:20]}); err == nil || !strings.Contains(err.Error(), "root: its checksum does not fit its content") {
		t.Errorf("a root cut off gives %v", err)
	}
}

// FuzzFiles gives the readers of the index files with a right checksum and any content: they read them, or tell of
// damage, and nothing else.
func FuzzFiles(f *testing.F) {
	magics := []string{"SAr1", "SAv1", "SAb1", "SAn1", "SAp1"}
	index := smallIndex(f)
	inner := func(data []byte) []byte { return data[4 : len(data)-4] }
	f.Add(byte(0), inner(index.Root))
	kinds := regexp.MustCompile(`/(root|v|b|n|p)`)
	for _, name := range slices.Sorted(maps.Keys(index.Files)) {
		kind := slices.Index([]string{"root", "v", "b", "n", "p"}, kinds.FindStringSubmatch(name)[1])
		f.Add(byte(kind), inner(index.Files[name]))
	}
	vm := goja.New()
	source, err := asset.Module(filepath.Join("..", ".."), "search/files.ts", "files")
	if err == nil {
		_, err = vm.RunString(source + readAny)
	}
	if err != nil {
		f.Fatal(err)
	}
	read, _ := goja.AssertFunction(vm.Get("readAny"))
	f.Fuzz(func(t *testing.T, kind byte, content []byte) {
		kind %= byte(len(magics))
		data := append([]byte(magics[kind]), content...)
		sum := crc32.ChecksumIEEE(data)
		data = append(data, byte(sum), byte(sum>>8), byte(sum>>16), byte(sum>>24))
		array, err := vm.New(vm.Get("Uint8Array"), vm.ToValue(vm.NewArrayBuffer(data)))
		if err != nil {
			t.Fatal(err)
		}
		answer, err := read(goja.Undefined(), vm.ToValue(kind), array, vm.ToValue(sum))
		if err != nil {
			t.Fatalf("reading fails with %v", err)
		}
		if got := answer.String(); got != "read" && got != "DamageError" {
			t.Errorf("reading ends with %s", got)
		}
	})
}

const readAny = `
function readAny(kind, data, sum) {
  const readers = [
    () => files.readRoot("root", data, sum), () => files.readTerms("v", data, sum, 100), () => files.readBlock("b", data, sum),
    () => files.readNames("n", data, sum), () => files.readPassages("p", data, sum),
  ];
  try {
    readers[kind]();
    return "read";
  } catch (error) {
    return error.name;
  }
}`

// FuzzSearch asks anything: the answer is clean, and the same again.
func FuzzSearch(f *testing.F) {
	for _, query := range readLines(f, "testdata/operators.txt") {
		f.Add(query)
	}
	f.Add(strings.Repeat("介護", 1000))
	e, err := search.NewEngine(script(f), smallIndex(f))
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, query string) {
		first, err := e.Search(query, search.Options{})
		if err != nil {
			t.Fatal(err)
		}
		second, err := e.Search(query, search.Options{Limit: 1})
		if err != nil {
			t.Fatal(err)
		}
		if first.Total != second.Total || len(first.Hits) > 0 && first.Hits[0].ID != second.Hits[0].ID {
			t.Errorf("%q finds %d and then %d", query, first.Total, second.Total)
		}
		if len(first.Hits) > first.Total {
			t.Errorf("%q finds %d and shows %d", query, first.Total, len(first.Hits))
		}
		if _, err := e.Suggest(query); err != nil {
			t.Fatal(err)
		}
	})
}
