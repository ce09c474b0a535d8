package page

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestSearchWords holds what the scripts of the search page ask for against what the page tells them: every key is
// there, none is left over, and both languages fill in the same.
func TestSearchWords(t *testing.T) {
	whole, begun := askedWords(t)
	filled := regexp.MustCompile(`\{\w+\}`)
	seen := map[string]bool{}
	for _, w := range searchTexts {
		if w.ja == "" || w.en == "" || seen[w.key] {
			t.Errorf("%q says nothing or stands twice: %q, %q", w.key, w.ja, w.en)
		}
		seen[w.key] = true
		if !whole[w.key] && !slices.ContainsFunc(begun, func(p string) bool { return strings.HasPrefix(w.key, p) }) {
			t.Errorf("no script asks for %q", w.key)
		}
		ja, en := filled.FindAllString(w.ja, -1), filled.FindAllString(w.en, -1)
		slices.Sort(ja)
		slices.Sort(en)
		if !slices.Equal(ja, en) {
			t.Errorf("%q fills in %v in Japanese and %v in English", w.key, ja, en)
		}
	}
	for key := range whole {
		if !seen[key] {
			t.Errorf("a script asks for %q, which the page does not have", key)
		}
	}
	for _, p := range begun {
		if !slices.ContainsFunc(searchTexts, func(w struct{ key, ja, en string }) bool { return strings.HasPrefix(w.key, p) }) {
			t.Errorf("a script asks for words that begin with %q, of which the page has none", p)
		}
	}
}

// askedWords are the keys that scripts ask for: whole ones, and the beginnings of those that are put together.
func askedWords(t *testing.T) (whole map[string]bool, begun []string) {
	t.Helper()
	whole = map[string]bool{}
	asked := regexp.MustCompile("words\\((?:[^\"`]*[?:] )?([\"`])([a-z-]+)([\"`]|\\$)")
	alternative := regexp.MustCompile("words\\([^\"()]*\\? \"([a-z-]+)\" : \"([a-z-]+)\"")
	noted := regexp.MustCompile(`"(note-[a-z]+)"`)
	for _, pattern := range []string{"facets/*.ts", "find/*.ts", "tools/search.ts", "tools/facets.ts"} {
		names, err := filepath.Glob(filepath.Join("..", "..", "static", pattern))
		if err != nil || len(names) == 0 {
			t.Fatalf("no scripts at %s: %v", pattern, err)
		}
		for _, name := range names {
			source, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range asked.FindAllSubmatch(source, -1) {
				if string(m[3]) == "$" {
					begun = append(begun, string(m[2]))
				} else {
					whole[string(m[2])] = true
				}
			}
			for _, m := range alternative.FindAllSubmatch(source, -1) {
				whole[string(m[1])], whole[string(m[2])] = true, true
			}
			for _, m := range noted.FindAllSubmatch(source, -1) {
				whole[string(m[1])] = true
			}
		}
	}
	return whole, begun
}
