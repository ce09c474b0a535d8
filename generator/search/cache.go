package search

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
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
	file  string
	known map[digest][]word

	mu    sync.Mutex
	used  map[digest][]word
	fresh bool // something is used that was not known
}

func readCache(dir string) *cache {
	c := &cache{known: map[digest][]word{}, used: map[digest][]word{}}
	if dir == "" {
		return c
	}
	c.file = filepath.Join(dir, "search-words.bin")
	data, err := os.ReadFile(c.file)
	if err != nil {
		return c
	}
	if known, ok := decodeCache(data); ok {
		c.known = known
	}
	return c
}

func (c *cache) get(d digest) ([]word, bool) {
	words, ok := c.known[d]
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

// save writes what this build used, when it is not what was read.
func (c *cache) save() error {
	if c.file == "" || !c.fresh {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(c.file), 0o755); err != nil {
		return fmt.Errorf("saving the words of texts: %w", err)
	}
	temporary, err := os.CreateTemp(filepath.Dir(c.file), "search-words-*")
	if err != nil {
		return fmt.Errorf("saving the words of texts: %w", err)
	}
	defer os.Remove(temporary.Name())
	_, err = temporary.Write(encodeCache(c.used))
	if closed := temporary.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(temporary.Name(), c.file)
	}
	if err != nil {
		return fmt.Errorf("saving the words of texts: %w", err)
	}
	return nil
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
