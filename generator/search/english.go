package search

import "strings"

// englishWords are the stems of the words of an English text.
func englishWords(text string) []string {
	var words []string
	for _, w := range strings.FieldsFunc(Normalise(text), func(r rune) bool { return !isLatin(r) }) {
		if len(w) > 1 {
			words = append(words, Stem(w))
		}
	}
	return words
}

// Stem takes the commonest endings off an English word: plurals, -ing and -ed, and an e that they may have pushed out.
// It has a twin in static/search/english.ts.
func Stem(word string) string {
	switch {
	case len(word) > 4 && strings.HasSuffix(word, "ies"):
		return word[:len(word)-3] + "y"
	case len(word) > 4 && strings.HasSuffix(word, "sses"):
		return word[:len(word)-2]
	case len(word) > 3 && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") && !strings.HasSuffix(word, "us") && !strings.HasSuffix(word, "is"):
		word = word[:len(word)-1]
	}
	for _, ending := range []string{"ing", "ed"} {
		if rest, ok := strings.CutSuffix(word, ending); ok && len(rest) > 2 {
			if n := len(rest); rest[n-1] == rest[n-2] && rest[n-1] != 'l' && rest[n-1] != 's' {
				rest = rest[:n-1]
			}
			word = rest
			break
		}
	}
	if len(word) > 3 {
		word = strings.TrimSuffix(word, "e")
	}
	return word
}
