package search

import (
	"crypto/sha256"
	"embed"
	"encoding/binary"
	"hash"
	"hash/crc32"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"shigotoatlas/generator/catalog"
)

// sources are this package itself: when it changes, indexes that it made before are made anew.
//
//go:embed *.go
var sources embed.FS

// key tells whether a collection would be made as it was before: it covers the program, the modules it cuts and inverts
// with, the documents, and what is said of words: synonyms, and licences, which are suggested beside occupations.
func (col *collection) key(c *catalog.Catalog) digest {
	h := sha256.New()
	names, _ := fs.Glob(sources, "*.go") // errs on a malformed pattern alone
	for _, name := range names {
		text, _ := sources.ReadFile(name) // it is inside the program
		h.Write(text)
	}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, module := range info.Deps {
			if strings.Contains(module.Path, "kagome") || strings.Contains(module.Path, "bluge") || module.Path == "golang.org/x/text" {
				digestTexts(h, module.Path, module.Version)
			}
		}
	}
	digestTexts(h, col.name)
	for _, d := range col.docs {
		digestTexts(h, string(d.kind), d.id, d.path, d.name, d.lead, d.passage)
		for _, e := range d.entries {
			digestTexts(h, e.text, e.reading)
			h.Write([]byte{e.rank, byte(e.field), flag(e.suggest)})
		}
		for _, texts := range d.texts {
			digestTexts(h, texts...)
		}
	}
	for _, l := range c.Licences {
		digestTexts(h, l.Name, l.Reading)
	}
	for _, g := range c.Synonyms {
		digestTexts(h, g.Words...)
		digestTexts(h, g.From...)
		digestTexts(h, g.To...)
	}
	return digest(h.Sum(nil)[:len(digest{})])
}

// digestTexts writes texts so that no two lists of them read alike.
func digestTexts(h hash.Hash, texts ...string) {
	b := binary.AppendUvarint(nil, uint64(len(texts)))
	for _, text := range texts {
		b = appendString(b, text)
	}
	h.Write(b)
}

func flag(is bool) byte {
	if is {
		return 1
	}
	return 0
}

// restore takes a collection from the directory of the cache, if it was made with the same key.
func (col *collection) restore(dir string, key digest) bool {
	data, err := os.ReadFile(keptFile(dir, col.name))
	if err != nil || len(data) < len(key)+4 || digest(data[:len(key)]) != key {
		return false
	}
	content := data[:len(data)-4]
	if crc32.ChecksumIEEE(content) != binary.LittleEndian.Uint32(data[len(data)-4:]) {
		return false
	}
	r := &cacheReader{rest: content[len(key):]}
	col.head = r.take(r.count())
	col.files = make([]file, r.count())
	for i := range col.files {
		col.files[i] = file{name: r.text(), data: r.take(r.count())}
	}
	return true
}

// keep leaves a collection in the directory of the cache.
func (col *collection) keep(dir string, key digest) error {
	b := append([]byte{}, key[:]...)
	b = append(number(b, len(col.head)), col.head...)
	b = number(b, len(col.files))
	for _, f := range col.files {
		b = append(number(appendString(b, f.name), len(f.data)), f.data...)
	}
	return writeCache(keptFile(dir, col.name), binary.LittleEndian.AppendUint32(b, crc32.ChecksumIEEE(b)))
}

func keptFile(dir, collection string) string { return filepath.Join(dir, "search-"+collection+".bin") }
