package search

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"shigotoatlas/generator/catalog"
)

// A term is one entry of the vocabulary.
type term struct {
	key      string
	postings []posting
	exact    []exact  // documents that are called this
	readings []string // keys of the words that are read like this
}

// exact says that a term is a whole name of a document.
type exact struct {
	doc  int
	rank uint8 // as in entry
}

// vocabulary is a collection under construction.
type vocabulary struct {
	terms map[string]*term
	docs  []*document
}

func (v *vocabulary) term(key string) *term {
	t := v.terms[key]
	if t == nil {
		t = &term{key: key}
		v.terms[key] = t
	}
	return t
}

// addNames enters the names of every document.
func (v *vocabulary) addNames() {
	for i, d := range v.docs {
		for _, e := range d.entries {
			if key := joined(e.text); key != "" {
				v.term(key).addExact(exact{i, e.rank})
			}
		}
	}
}

// How much the end of a name, and its first word, is a name.
const (
	tailRank = 5
	headRank = 3
)

// addTails enters the ends of names that begin where one of their words does (事務官 of 検察事務官), and their first words.
func (v *vocabulary) addTails(a *Analyser) error {
	for i, d := range v.docs {
		for _, e := range d.entries {
			if e.field != title {
				continue
			}
			words, err := a.cut(e.text)
			if err != nil {
				return err
			}
			key := joined(e.text)
			for _, tail := range tails(key, words) {
				v.term(tail).addExact(exact{i, tailRank})
			}
			if head := headOf(key, words); head != "" {
				v.term(head).addExact(exact{i, headRank})
			}
		}
	}
	return nil
}

// headOf is the first word of a name; "" when it begins with something else.
func headOf(key string, words []word) string {
	if latin := key[:len(key)-len(strings.TrimLeftFunc(key, isLatin))]; latin != "" {
		return latin
	}
	if len(words) > 0 && strings.HasPrefix(key, words[0].key) {
		return words[0].key
	}
	return ""
}

// addExact keeps the best rank of a document; the list is in the order of documents.
func (t *term) addExact(e exact) {
	at, found := slices.BinarySearchFunc(t.exact, e.doc, func(x exact, doc int) int { return x.doc - doc })
	if found {
		t.exact[at].rank = max(t.exact[at].rank, e.rank)
		return
	}
	t.exact = slices.Insert(t.exact, at, e)
}

// addLetters lets words in capital letters be found by the names of the letters: エスイー is SE.
func (v *vocabulary) addLetters() {
	var keys []string
	for key := range v.terms {
		if n := len(key); 2 <= n && n <= 5 && strings.Trim(key, "abcdefghijklmnopqrstuvwxyz") == "" {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	for _, key := range keys {
		var spoken strings.Builder
		for _, letter := range key {
			spoken.WriteString(letters[letter-'a'])
		}
		v.addReading(joined(spoken.String()), key)
	}
}

// letters are the names of a to z.
var letters = [...]string{
	"エー", "ビー", "シー", "ディー", "イー", "エフ", "ジー", "エイチ", "アイ", "ジェー", "ケー", "エル", "エム",
	"エヌ", "オー", "ピー", "キュー", "アール", "エス", "ティー", "ユー", "ブイ", "ダブリュー", "エックス", "ワイ", "ゼット",
}

// addReading lets the reading of a word find it.
func (v *vocabulary) addReading(reading, key string) {
	if reading == "" || reading == key || hasHan(reading) {
		return
	}
	if t := v.term(reading); !slices.Contains(t.readings, key) {
		t.readings = append(t.readings, key)
	}
}

// describe gives documents what synonyms say of what people in them do (犯人を捕まえる) as text, so that its words find
// them too. A description has more than one word.
func describe(docs []*document, groups []*catalog.SynonymGroup) {
	named := map[string][]*document{}
	for _, d := range docs {
		for _, e := range d.entries {
			if e.field == title || e.field == alias {
				named[joined(e.text)] = append(named[joined(e.text)], d)
			}
		}
	}
	for _, g := range groups {
		for _, text := range append(append([]string{}, g.Words...), g.From...) {
			if !strings.ContainsAny(text, "をがにで") {
				continue
			}
			for _, name := range append(append([]string{}, g.Words...), g.To...) {
				for _, d := range named[joined(name)] {
					if !slices.Contains(d.texts[synonym], text) {
						d.texts[synonym] = append(d.texts[synonym], text)
					}
				}
			}
		}
	}
}

// What a synonym is worth beside the word itself.
const (
	synonymWorth = 0.6
	synonymRank  = 2 // taken from the rank of a name
)

// addSynonyms lets each word of a group find what the others find. All groups read the postings as they were before,
// so their order does not matter and synonyms of synonyms are none.
func (v *vocabulary) addSynonyms(groups []*catalog.SynonymGroup) {
	found := map[string]*term{}
	for _, g := range groups {
		from, to := keysOf(g.Words), keysOf(g.Words)
		if len(g.Words) == 0 {
			from, to = keysOf(g.From), keysOf(g.To)
		}
		for _, f := range from {
			for _, t := range to {
				if source := v.terms[t]; source != nil && t != f {
					if found[f] == nil {
						found[f] = &term{key: f}
					}
					found[f].borrow(source)
				}
			}
		}
	}
	for key, borrowed := range found {
		t := v.term(key)
		t.postings = merge(t.postings, borrowed.postings, func(own, lent float64) float64 { return own + lent/2 })
		for _, e := range borrowed.exact {
			t.addExact(e)
		}
	}
}

// keysOf gives the keys of words. What describes the people who do something (家を建てる人) describes the doing as well.
func keysOf(words []string) []string {
	var keys []string
	for _, w := range words {
		key := joined(w)
		if key != "" {
			keys = append(keys, key)
		}
		for _, ending := range []string{"の仕事", "する仕事", "仕事", "人"} {
			if doing, ok := strings.CutSuffix(key, ending); ok && utf8.RuneCountInString(doing) > minPhrase {
				keys = append(keys, doing)
				break
			}
		}
	}
	return keys
}

func (t *term) borrow(source *term) {
	lent := make([]posting, len(source.postings))
	for i, p := range source.postings {
		lent[i] = posting{p.doc, p.score * synonymWorth, synonym, p.deep}
	}
	t.postings = merge(t.postings, lent, math.Max)
	for _, e := range source.exact {
		if e.rank > synonymRank {
			t.addExact(exact{e.doc, e.rank - synonymRank})
		}
	}
}

// merge joins two lists of postings, each by document. Of two for one document the better stands, with the score that
// joined makes of both.
func merge(a, b []posting, joined func(a, b float64) float64) []posting {
	out := make([]posting, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].doc < b[0].doc:
			out, a = append(out, a[0]), a[1:]
		case a[0].doc > b[0].doc:
			out, b = append(out, b[0]), b[1:]
		default:
			better := a[0]
			if b[0].score > better.score {
				better = b[0]
			}
			better.score, better.deep = joined(a[0].score, b[0].score), a[0].deep && b[0].deep
			out, a, b = append(out, better), a[1:], b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// addPairs enters the pairs of neighbouring characters of every name: the net under words that the vocabulary does not
// have.
func (v *vocabulary) addPairs() {
	found := map[string][]posting{}
	for i, d := range v.docs {
		for _, e := range d.entries {
			if e.field == licence {
				continue
			}
			for _, pair := range pairs(joined(e.text)) {
				list := found[pair]
				score := weights[e.field].weight / 2
				if n := len(list); n > 0 && list[n-1].doc == i {
					list[n-1].score = max(list[n-1].score, score)
					continue
				}
				found[pair] = append(list, posting{i, score, e.field, false})
			}
		}
	}
	for pair, list := range found {
		v.term(pair + pairMark).postings = list
	}
}

// pairMark parts pairs from the words of two characters; it stands in no word.
const pairMark = "*"

// pairs are the neighbouring characters of a key, words in Latin letters left out.
func pairs(key string) []string {
	var out []string
	runes := []rune(key)
	for i := 1; i < len(runes); i++ {
		if !isLatin(runes[i-1]) && !isLatin(runes[i]) {
			out = append(out, string(runes[i-1:i+1]))
		}
	}
	return out
}

// sorted gives the terms that find anything, in the order of their keys.
func (v *vocabulary) sorted() []*term {
	var out []*term
	for _, t := range v.terms {
		t.readings = slices.DeleteFunc(t.readings, func(key string) bool { return !v.finds(key) })
		if len(t.postings)+len(t.exact)+len(t.readings) > 0 {
			slices.Sort(t.readings)
			out = append(out, t)
		}
	}
	slices.SortFunc(out, func(a, b *term) int { return compare(a.key, b.key) })
	return out
}

func (v *vocabulary) finds(key string) bool {
	t := v.terms[key]
	return t != nil && len(t.postings)+len(t.exact) > 0
}
