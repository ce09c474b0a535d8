package search

import "unicode/utf8"

// phrases finds known names in running text: names of occupations, aliases, licences and synonyms are words of the
// vocabulary even where the dictionary cuts them up.
type phrases struct{ root phraseNode }

type phraseNode struct {
	next map[rune]*phraseNode
	key  string // of the phrase that ends here; "" when none does
}

func (p *phrases) add(key string) {
	if utf8.RuneCountInString(key) < minPhrase {
		return
	}
	n := &p.root
	for _, r := range key {
		child := n.next[r]
		if child == nil {
			child = &phraseNode{}
			if n.next == nil {
				n.next = map[rune]*phraseNode{}
			}
			n.next[r] = child
		}
		n = child
	}
	n.key = key
}

// minPhrase keeps short names to where the dictionary finds them: 京都 is no part of 東京都.
const minPhrase = 3

// find gives every word in Latin letters of a text, and every phrase, also those inside others.
func (p *phrases) find(text string) []string {
	runes := []rune(Normalise(text))
	for i, r := range runes {
		if r == longMark && i > 0 {
			runes[i] = lengthened(runes[i-1]) // as Key does
		}
	}
	found := latinWords(runes)
	for i, r := range runes {
		if isLatin(r) && i > 0 && isLatin(runes[i-1]) {
			continue
		}
		n := p.root.next[r]
		for j := i + 1; n != nil; j++ {
			if n.key != "" && !(j < len(runes) && isLatin(runes[j-1]) && isLatin(runes[j])) {
				found = append(found, n.key)
			}
			if j == len(runes) {
				break
			}
			n = n.next[runes[j]]
		}
	}
	return found
}

// latinWords are the runs of Latin letters and digits; one letter alone is a mark, no word.
func latinWords(runes []rune) []string {
	var found []string
	for i := 0; i < len(runes); i++ {
		first := i
		for i < len(runes) && isLatin(runes[i]) {
			i++
		}
		if i-first > 1 {
			found = append(found, string(runes[first:i]))
		}
	}
	return found
}
