package search

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"
)

// cacheFormat changes whenever the same text may be cut otherwise than before: other rules, another dictionary.
const cacheFormat = "words of texts, form 2\n"

type digest [16]byte

func digestOf(text string) digest {
	full := sha256.Sum256([]byte(text))
	return digest(full[:16])
}

// cache remembers the words of texts from one build to the next. What cannot be read is forgotten: the cache makes a
// build faster and changes nothing else.
type cache struct {
	dir   string // "" keeps nothing
	known func() map[digest][]word

	mu     sync.Mutex
	used   map[digest][]word
	fresh  bool // something is used that was not known
	spared bool // words were known that this build did not have to ask for
}

func newCache(dir string) *cache {
	c := &cache{dir: dir, used: map[digest][]word{}}
	c.known = sync.OnceValue(c.read)
	return c
}

func (c *cache) wordsFile() string { return filepath.Join(c.dir, "search-words.bin") }

// there tells whether an earlier build left words.
func (c *cache) there() bool {
	if c.dir == "" {
		return false
	}
	_, err := os.Stat(c.wordsFile())
	return err == nil
}

func (c *cache) read() map[digest][]word {
	if c.dir == "" {
		return nil
	}
	data, err := os.ReadFile(c.wordsFile())
	if err != nil {
		return nil
	}
	known, _ := decodeCache(data)
	return known
}

func (c *cache) get(d digest) ([]word, bool) {
	words, ok := c.known()[d]
	if ok {
		c.mu.Lock()
		c.used[d] = words
		c.mu.Unlock()
	}
	return words, ok
}

func (c *cache) put(d digest, words []word) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.used[d] = words
	c.fresh = true
}

// spare notes that a part of the index was not made anew, so that its words are kept although nobody asked for them.
func (c *cache) spare() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.spared = true
}

// save writes what this build used, when it is not what was read.
func (c *cache) save() error {
	if c.dir == "" || !c.fresh {
		return nil
	}
	if c.spared {
		maps.Copy(c.used, c.known())
	}
	return writeCache(c.wordsFile(), encodeCache(c.used))
}

// writeCache replaces a file of the cache, whole or not at all.
func writeCache(file string, data []byte) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("keeping %s for the next build: %w", filepath.Base(file), err)
		}
	}()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	temporary, err := os.CreateTemp(filepath.Dir(file), filepath.Base(file)+"-*")
	if err != nil {
		return err
	}
	defer os.Remove(temporary.Name())
	_, err = temporary.Write(data)
	if closed := temporary.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	return os.Rename(temporary.Name(), file)
}

// encodeCache writes a table of the different words, and for each text its digest and the places of its words there.
// The checksum at the end tells a file that was cut off or damaged.
func encodeCache(texts map[digest][]word) []byte {
	digests := make([]digest, 0, len(texts))
	for d := range texts {
		digests = append(digests, d)
	}
	slices.SortFunc(digests, func(a, b digest) int { return bytes.Compare(a[:], b[:]) })
	places := map[word]uint64{}
	var table, lists []byte
	for _, d := range digests {
		lists = append(lists, d[:]...)
		lists = binary.AppendUvarint(lists, uint64(len(texts[d])))
		for _, w := range texts[d] {
			place, ok := places[w]
			if !ok {
				place = uint64(len(places))
				places[w] = place
				table = appendString(appendString(table, w.key), w.reading)
			}
			lists = binary.AppendUvarint(lists, place)
		}
	}
	out := binary.AppendUvarint([]byte(cacheFormat), uint64(len(places)))
	out = append(out, table...)
	out = binary.AppendUvarint(out, uint64(len(digests)))
	out = append(out, lists...)
	sum := sha256.Sum256(out)
	return append(out, sum[:]...)
}

func decodeCache(data []byte) (map[digest][]word, bool) {
	const sumSize = sha256.Size
	if len(data) < len(cacheFormat)+sumSize || string(data[:len(cacheFormat)]) != cacheFormat {
		return nil, false
	}
	content := data[:len(data)-sumSize]
	if sum := sha256.Sum256(content); !bytes.Equal(sum[:], data[len(data)-sumSize:]) {
		return nil, false
	}
	r := &cacheReader{rest: content[len(cacheFormat):]}
	table := make([]word, r.count())
	for i := range table {
		table[i] = word{key: r.text(), reading: r.text()}
	}
	texts := map[digest][]word{}
	for range r.count() {
		var d digest
		copy(d[:], r.take(len(d)))
		words := make([]word, r.count())
		for i := range words {
			words[i] = table[r.count()]
		}
		texts[d] = words
	}
	return texts, true
}

// cacheReader reads what encodeCache wrote; the checksum has told that it is that.
type cacheReader struct{ rest []byte }

func (r *cacheReader) count() int {
	v, n := binary.Uvarint(r.rest)
	r.rest = r.rest[n:]
	return int(v)
}

func (r *cacheReader) take(n int) []byte {
	taken := r.rest[:n]
	r.rest = r.rest[n:]
	return taken
}

func (r *cacheReader) text() string { return string(r.take(r.count())) }

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}
