package catalog

import (
	"bytes"
	"math/bits"
	"strings"
	"unicode/utf8"
)

// The rules here keep the occupations' texts from repeating one another. Names and fixed terms repeat rightly; whole
// clauses do not.
const (
	maxSameSentence = 3    // occupations whose section may begin, or end, with the same sentence
	minWritten      = 20   // up to so many written occupations nothing is said about phrases
	phraseLength    = 18   // characters, spaces and punctuation aside
	maxPhraseFiles  = 4    // files in which a phrase may stand
	maxRepeated     = 0.10 // part of a text that may be made of phrases that stand in more files
)

// endSentences returns the first and the last sentence of a text.
func endSentences(plain string) (opening, closing string) {
	text := strings.Trim(plain, "。\n ")
	opening, closing = text, text
	for _, end := range []string{"。", "\n", ". "} {
		opening, _, _ = strings.Cut(opening, end)
		if i := strings.LastIndex(closing, end); i >= 0 {
			closing = closing[i+len(end):]
		}
	}
	return opening, closing
}

// checkSentences reports sections that begin or end with the same sentence as those of too many other occupations. The
// few and short sentences of easy Japanese may.
func (l *loader) checkSentences() {
	type place struct{ section, end, sentence string }
	count := map[place]int{}
	each := func(visit func(f *occupationFile, s *Section, p place)) {
		for _, f := range l.occupationFiles {
			for _, s := range f.occupation.Sections {
				if s.Kind.Key == "easy" {
					continue
				}
				visit(f, s, place{s.Kind.Title, "begins", s.opening})
				visit(f, s, place{s.Kind.Title, "ends", s.closing})
			}
		}
	}
	each(func(_ *occupationFile, _ *Section, p place) { count[p]++ })
	each(func(f *occupationFile, s *Section, p place) {
		if n := count[p]; n > maxSameSentence && p.sentence != "" {
			l.faults.add(f.name, s.line, 1, "section ## %s %s with %q as in %d occupations; allowed are %d", p.section, p.end, p.sentence, n, maxSameSentence)
		}
	})
}

// checkRepetition reports every file of which too much is made of phrases that stand in too many files.
func (l *loader) checkRepetition() {
	var files []*occupationFile
	var texts [][]rune
	for _, f := range l.occupationFiles {
		if f.occupation.Written() && !f.occupation.Borrowed() {
			files = append(files, f)
			text := make([]rune, 0, len(f.body)/2)
			eachLetter(f.body, func(_ int, r rune) { text = append(text, r) })
			texts = append(texts, text)
		}
	}
	if len(files) <= minWritten {
		return
	}
	for i, r := range repetitions(texts) {
		if r.share > maxRepeated {
			line, column := files[i].at(offsetOf(files[i].body, r.begin))
			l.faults.add(files[i].name, line, column, "%.1f %% of the text is phrases that stand in more than %d occupations, such as %q; allowed are %.0f %%",
				100*r.share, maxPhraseFiles, string(texts[i][r.begin:min(r.end, r.begin+2*phraseLength)]), 100*maxRepeated)
		}
	}
}

// eachLetter calls visit with every character of a body but those of headings, spaces and punctuation.
func eachLetter(body []byte, visit func(offset int, r rune)) {
	for at := 0; at < len(body); {
		if body[at] == '#' && bytes.HasPrefix(body[at:], []byte("##")) && (at == 0 || body[at-1] == '\n') {
			end := bytes.IndexByte(body[at:], '\n')
			if end < 0 {
				return
			}
			at += end
		}
		r, size := utf8.DecodeRune(body[at:])
		if !passedOver(r) {
			visit(at, r)
		}
		at += size
	}
}

func passedOver(r rune) bool {
	switch r {
	case '、', '。', '，', '．', '・', ',', '.', '(', ')', '（', '）', '「', '」', '『', '』', '【', '】', '/', '／', ':', '：', ';', '；',
		'!', '！', '?', '？', '*', '#', '>', '|', '[', ']', ' ', '\n', '\t', '\r', '　':
		return true
	}
	return false
}

// offsetOf is where the nth letter of a body stands.
func offsetOf(body []byte, n int) (offset int) {
	eachLetter(body, func(at int, _ rune) {
		if n == 0 {
			offset = at
		}
		n--
	})
	return offset
}

// A repetition is what a text shares with others: the part of it in phrases of too many texts, and the longest run.
type repetition struct {
	share      float64
	begin, end int
}

// repetitions finds for each text the phrases that stand in more than maxPhraseFiles of them. Phrases are told apart
// by a hash of 64 bits that is rolled along the text (R. M. Karp and M. O. Rabin, doi 10.1147/rd.312.0249). A first
// count in a table of slots, which several phrases may share, leaves few phrases to be counted one by one; so time and
// memory grow with the length of the texts alone.
func repetitions(texts [][]rune) []repetition {
	candidates := phrasesOfFullSlots(texts)
	files := map[uint64]slot{}
	for _, p := range candidates {
		s := files[p.hash]
		s.add(p.text)
		files[p.hash] = s
	}
	found := make([]repetition, len(texts))
	var text, begin, end, covered int // of the run so far
	for _, p := range candidates {
		if files[p.hash].count() <= maxPhraseFiles {
			continue
		}
		if p.text != text {
			text, begin, end, covered = p.text, p.at, p.at, 0
		} else if p.at > end {
			begin = p.at
		}
		covered += p.at + phraseLength - max(p.at, end)
		end = p.at + phraseLength
		r := &found[text]
		r.share = float64(covered) / float64(len(texts[text]))
		if end-begin > r.end-r.begin {
			r.begin, r.end = begin, end
		}
	}
	return found
}

// A phrase stands at a place of a text.
type phrase struct {
	text, at int
	hash     uint64
}

// phrasesOfFullSlots lists, in order, the phrases that may stand in more than maxPhraseFiles texts.
func phrasesOfFullSlots(texts [][]rune) []phrase {
	total := 0
	for _, text := range texts {
		total += len(text)
	}
	shift := 64 - min(bits.Len(uint(total/2)), 26)
	slots := make([]slot, 1<<(64-shift))
	const golden = 0x9E3779B97F4A7C15 // 2^64 by the golden ratio (D. E. Knuth, The Art of Computer Programming 3, 6.4)
	eachPhrase(texts, func(p phrase) { slots[p.hash*golden>>shift].add(p.text) })
	var full []phrase
	eachPhrase(texts, func(p phrase) {
		if slots[p.hash*golden>>shift].count() > maxPhraseFiles {
			full = append(full, p)
		}
	})
	return full
}

// A slot counts texts that come in order, each once, up to 7: the count in three bits, the last text plus one above.
type slot uint32

func (s *slot) add(text int) {
	if int(*s>>3) != text+1 {
		*s = slot(text+1)<<3 | min(*s&7+1, 7)
	}
}

func (s slot) count() int { return int(s & 7) }

func eachPhrase(texts [][]rune, visit func(phrase)) {
	const base = 0x2545F4914F6CDD1D
	power := uint64(1) // base to the power of phraseLength
	for range phraseLength {
		power *= base
	}
	for i, text := range texts {
		hash := uint64(0)
		for j, r := range text {
			hash = hash*base + uint64(r)
			if j >= phraseLength {
				hash -= power * uint64(text[j-phraseLength])
			}
			if j >= phraseLength-1 {
				visit(phrase{i, j - phraseLength + 1, hash})
			}
		}
	}
}
