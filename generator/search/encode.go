package search

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"strings"
	"unicode/utf8"
)

// The files of an index. All numbers are unsigned LEB128, all texts UTF-8 with their length in bytes before them.
//
//	root        "SAr1", then the collection: see root.encode
//	vocabulary  "SAv1", terms in the order of their keys: see encodeTerms
//	block       "SAb1", what is shown of a few documents: see encodeBlock
//	names       "SAn1", what is suggested while typing: see encodeNames
//	passage     "SAp1", texts of documents for snippets and phrases: as many as a passage of the collection holds
//
// Every file ends in the CRC-32 (IEEE) of all before it, four bytes, low byte first. A file that another names is
// named with that checksum, so its name changes with its content and a wrong file cannot be taken for it.

// fileSize is about how large a file of the vocabulary or of names is made, before compression. Smaller files load less
// that is not asked for; larger ones compress better.
const fileSize = 2600

// blockSize is how many documents share a block.
const blockSize = 6

// A file is one file of the index.
type file struct {
	name string
	data []byte
	sum  uint32
}

// seal closes a file with its checksum and names it: "ja/v12" becomes "ja/v12-0a1b2c3d.bin".
func seal(name, magic string, content []byte) file {
	data := append([]byte(magic), content...)
	sum := crc32.ChecksumIEEE(data)
	return file{fmt.Sprintf("%s-%08x.bin", name, sum), binary.LittleEndian.AppendUint32(data, sum), sum}
}

func number(b []byte, n int) []byte { return binary.AppendUvarint(b, uint64(n)) }

// prefix is the part of a key that decides its file: the first character, and for kana and letters the second too,
// because few different ones begin most words.
func prefix(key string) string {
	first, size := utf8.DecodeRuneInString(key)
	if isHan(first) || size == len(key) {
		return key[:size]
	}
	_, second := utf8.DecodeRuneInString(key[size:])
	return key[:size+second]
}

// compare orders keys by code points, as their bytes in UTF-8 lie.
func compare(a, b string) int { return cmp.Compare(a, b) }

// A part is a run of keys in one file; parts are split between prefixes, never inside one.
type part[T any] struct {
	first string // prefix it begins with
	items []T
}

func split[T any](items []T, key func(T) string, size func(T) int) []part[T] {
	var parts []part[T]
	filled := fileSize // so that the first item begins a part
	for i, item := range items {
		own := prefix(key(item))
		if i == 0 || own != prefix(key(items[i-1])) && filled >= fileSize {
			parts = append(parts, part[T]{first: own})
			filled = 0
		}
		last := &parts[len(parts)-1]
		last.items = append(last.items, item)
		filled += size(item)
	}
	return parts
}

func (t *term) size() int { return 4 + len(t.key)/2 + 2*len(t.postings) + 2*len(t.exact) }

// encodeTerms writes terms in columns, because like beside like compresses best: keys, each as how many bytes it shares
// with the one before and the rest; what each has; then the postings of all.
//
//	count, then per term: shared bytes, rest
//	per term: number of postings, of exact documents, of readings; its importance when there are postings
//	per posting: how far its document is from the one before
//	per posting: one byte, field × 32 + impact
//	per exact document: distance as above; then per exact document: one byte, its rank
//	per reading: the key of the word that is read so
func encodeTerms(terms []*term, documents int) []byte {
	var keys, shapes, docs, codes, exactDocs, ranks, readings []byte
	previous := ""
	for _, t := range terms {
		keys = appendShared(keys, previous, t.key)
		previous = t.key
		shapes = number(number(number(shapes, len(t.postings)), len(t.exact)), len(t.readings))
		if len(t.postings) > 0 {
			shapes = number(shapes, importance(t.postings, documents))
		}
		last := 0
		for _, p := range t.postings {
			docs = number(docs, p.doc-last)
			last = p.doc
			codes = append(codes, byte(p.field)<<5|byte(p.impact()))
		}
		last = 0
		for _, e := range t.exact {
			exactDocs = number(exactDocs, e.doc-last)
			last = e.doc
			ranks = append(ranks, e.rank)
		}
		for _, r := range t.readings {
			readings = appendString(readings, r)
		}
	}
	out := number(nil, len(terms))
	for _, column := range [][]byte{keys, shapes, docs, codes, exactDocs, ranks, readings} {
		out = append(out, column...)
	}
	return out
}

func appendShared(b []byte, previous, key string) []byte {
	shared := 0
	for shared < len(previous) && shared < len(key) && previous[shared] == key[shared] {
		shared++
	}
	return appendString(number(b, shared), key[shared:])
}

// encodeBlock writes what is shown of documents: the place of the first, how many, then for each kind, id, path, name,
// lead and the checksum of the file with its passage, 0 when it has none.
func encodeBlock(first int, docs []*document, passages []uint32) []byte {
	out := number(number(nil, first), len(docs))
	for i, d := range docs {
		for _, text := range []string{string(d.kind), d.id, d.path, d.name, d.lead} {
			out = appendString(out, text)
		}
		out = binary.LittleEndian.AppendUint32(out, passages[first+i])
	}
	return out
}

// A name is something to suggest for what is being typed.
type name struct {
	key  string // what is typed
	text string // what is offered
	kind Kind
	doc  int // of the occupation it names; documents of other collections are not numbered here
	rank uint8
}

// encodeNames writes names in the order of their keys, each with the shared bytes of its key and the rest, its text, its
// kind, rank and, for an occupation, its document.
func encodeNames(names []name) []byte {
	out := number(nil, len(names))
	previous := ""
	for _, n := range names {
		out = appendShared(out, previous, n.key)
		previous = n.key
		out = appendString(out, n.text)
		out = appendString(out, string(n.kind))
		out = append(out, n.rank)
		if n.kind == "occupation" {
			out = number(out, n.doc)
		}
	}
	return out
}

// root is what is loaded first of a collection.
type root struct {
	language   string
	documents  int
	perPassage int
	ids        []int    // numbers of the documents, where they have any
	vocabulary []bound  // files of the vocabulary
	names      []bound  // files of names
	blocks     []uint32 // checksums
}

// A bound is a file by the first prefix in it.
type bound struct {
	first string
	sum   uint32
}

// other is the root of another collection.
type other struct {
	collection string
	sum        uint32
}

func (r *root) encode() []byte {
	out := appendString(nil, r.language)
	out = number(number(number(number(out, r.documents), blockSize), r.perPassage), len(r.ids))
	for _, id := range r.ids {
		out = number(out, id)
	}
	out = appendBounds(out, r.vocabulary)
	out = appendBounds(out, r.names)
	out = number(out, len(r.blocks))
	for _, sum := range r.blocks {
		out = binary.LittleEndian.AppendUint32(out, sum)
	}
	return out
}

// appendOthers closes a root: the roots it leads to.
func appendOthers(out []byte, others []other) []byte {
	out = number(out, len(others))
	for _, o := range others {
		out = binary.LittleEndian.AppendUint32(appendString(out, o.collection), o.sum)
	}
	return out
}

func appendBounds(out []byte, bounds []bound) []byte {
	firsts := make([]string, len(bounds))
	for i, b := range bounds {
		firsts[i] = b.first
	}
	out = number(out, len(bounds))
	out = appendString(out, strings.Join(firsts, separator))
	for _, b := range bounds {
		out = binary.LittleEndian.AppendUint32(out, b.sum)
	}
	return out
}
