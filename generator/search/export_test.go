package search

import (
	"fmt"
	"strings"
)

// Twin is what the test of the twin rules compares: normalised text, its key, and the class of each character.
func Twin(s string) string {
	normal := Normalise(s)
	var classes strings.Builder
	for _, r := range normal {
		class := 0
		if isWord(r) {
			class++
		}
		if isHan(r) {
			class += 2
		}
		if isLatin(r) {
			class += 4
		}
		fmt.Fprint(&classes, class)
	}
	return normal + "/" + Key(normal) + "/" + classes.String()
}
