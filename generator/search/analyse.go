package search

import (
	"fmt"
	"runtime"
	"strings"
	"sync"

	"github.com/ikawaha/kagome-dict/ipa"
	"github.com/ikawaha/kagome/v2/tokenizer"
	"golang.org/x/sync/errgroup"
)

// A word is a word of running text in its dictionary form.
type word struct {
	key     string // of the vocabulary
	reading string // the key of its reading; "" when that is the key itself, or unknown
}

// An Analyser cuts Japanese text into words. Loading the dictionary takes most of a second, so it starts at once and
// beside other work, unless the cache promises that it will not be needed.
type Analyser struct {
	cache     *cache
	tokenizer func() (*tokenizer.Tokenizer, error)
}

// NewAnalyser makes an analyser that remembers the words of texts in a file of the directory; "" remembers nothing.
func NewAnalyser(dir string) *Analyser {
	a := &Analyser{cache: newCache(dir), tokenizer: sync.OnceValues(loadTokenizer)}
	if !a.cache.there() {
		go a.tokenizer()
	}
	return a
}

func loadTokenizer() (*tokenizer.Tokenizer, error) {
	t, err := tokenizer.New(ipa.Dict(), tokenizer.OmitBosEos())
	if err != nil {
		return nil, fmt.Errorf("loading the dictionary: %w", err)
	}
	return t, nil
}

// words cuts each of the texts, in their order.
func (a *Analyser) words(texts []string) ([][]word, error) {
	out := make([][]word, len(texts))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	const batch = 64
	for first := 0; first < len(texts); first += batch {
		g.Go(func() error {
			for i := first; i < min(first+batch, len(texts)); i++ {
				words, err := a.cut(texts[i])
				if err != nil {
					return err
				}
				out[i] = words
			}
			return nil
		})
	}
	return out, g.Wait()
}

func (a *Analyser) cut(text string) ([]word, error) {
	digest := digestOf(text)
	if words, ok := a.cache.get(digest); ok {
		return words, nil
	}
	t, err := a.tokenizer()
	if err != nil {
		return nil, err
	}
	var words []word
	for _, line := range strings.Split(text, "\n") {
		for _, token := range t.Analyze(line, tokenizer.Search) {
			if w, ok := wordOf(&token); ok {
				words = append(words, w)
			}
		}
	}
	a.cache.put(digest, words)
	return words, nil
}

// wordOf gives the word of a token, or false for one that carries no meaning of its own.
func wordOf(token *tokenizer.Token) (word, bool) {
	features := token.Features()
	if len(features) < 2 || !carries(features[0], features[1]) {
		return word{}, false
	}
	inflected := features[0] == "動詞" || features[0] == "形容詞"
	form := token.Surface
	if base, ok := token.BaseForm(); ok && inflected && base != "*" {
		form = base
	}
	key := joined(form)
	if key == "" || strings.ContainsFunc(key, isLatin) || len([]rune(key)) == 1 && !isHan([]rune(key)[0]) {
		return word{}, false // words in Latin letters are found by phrases, which does not cut C++
	}
	w := word{key: key}
	if reading, ok := token.Reading(); ok && hasHan(key) {
		w.reading = readingOf(reading, token.Surface, form)
	}
	return w, true
}

// carries tells the parts of speech that people search by.
func carries(class, sub string) bool {
	switch class {
	case "名詞":
		return sub != "非自立" && sub != "代名詞" && sub != "接尾" && sub != "数"
	case "動詞", "形容詞":
		return sub == "自立"
	}
	return class == "未知語"
}

// readingOf turns the reading of an inflected form into that of the dictionary form: what follows the last character
// that is not kana is written as it is read.
func readingOf(reading, surface, form string) string {
	read, shown, base := []rune(Normalise(reading)), []rune(Normalise(surface)), []rune(Normalise(form))
	tail := 0
	for tail < len(shown) && isHiragana(shown[len(shown)-1-tail]) {
		tail++
	}
	ending := 0
	for ending < len(base) && isHiragana(base[len(base)-1-ending]) {
		ending++
	}
	if tail > len(read) {
		return ""
	}
	return Key(string(read[:len(read)-tail]) + string(base[len(base)-ending:]))
}

// joined is the key of a name as a whole: its words without what parts them.
func joined(name string) string {
	return Key(strings.Map(func(r rune) rune {
		if isWord(r) {
			return r
		}
		return -1
	}, Normalise(name)))
}

func hasHan(s string) bool { return strings.ContainsFunc(s, isHan) }

// read gives how a name is read, as a key; "" where the dictionary does not know a word of it.
func (a *Analyser) read(name string) (string, error) {
	digest := digestOf("reading of " + name)
	if words, ok := a.cache.get(digest); ok {
		return words[0].key, nil
	}
	t, err := a.tokenizer()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, token := range t.Analyze(name, tokenizer.Normal) {
		reading, known := token.Reading()
		if !known || reading == "*" {
			reading = token.Surface
		}
		b.WriteString(reading)
	}
	reading := joined(b.String())
	if hasHan(reading) {
		reading = ""
	}
	a.cache.put(digest, []word{{key: reading}})
	return reading, nil
}
