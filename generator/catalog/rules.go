package catalog

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// The rules here are shared by all content: what a key, a date, a reading, an address look like.

var (
	slugRule    = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	readingRule = regexp.MustCompile(`^[ぁ-ゖー、。・（）()/／＆&+0-9０-９ 　〜~\-－]+$`)
	pageRule    = regexp.MustCompile(`^[a-z0-9][a-z0-9/_.-]*(#[A-Za-z0-9_-]+)?$`)
	hashRule    = regexp.MustCompile(`^[0-9a-f]{64}$`)
	urlRule     = regexp.MustCompile(`^https://[^\s/]+\.[^\s/]+(/\S*)?$`)
)

func indexed(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }

// checkDistinct reports entries that stand twice in a list.
func checkDistinct[T comparable](d *document, path string, list []T) {
	for i, v := range list {
		if slices.Contains(list[:i], v) {
			d.fault(indexed(path, i), "%v stands here twice", v)
		}
	}
}

// checkUnique reports a key that an earlier entry of the file already has.
func checkUnique(d *document, path, what, key string, seen map[string]bool) {
	if seen[key] {
		d.fault(path, "%s %q is already taken by an earlier entry", what, key)
	}
	seen[key] = true
}

func checkSlug(d *document, path, slug string) {
	if !slugRule.MatchString(slug) {
		d.fault(path, "key %q should be small letters, digits and single hyphens", slug)
	}
}

func checkDate(d *document, path, date string) {
	if _, err := time.Parse(time.DateOnly, date); err != nil {
		d.fault(path, "date %q should be a day that exists, written YYYY-MM-DD", date)
	}
}

func checkReading(d *document, path, reading string) {
	if !readingRule.MatchString(reading) {
		d.fault(path, "reading %q should be hiragana", reading)
	}
}

func checkURL(d *document, path, url string) {
	if url != "" && !urlRule.MatchString(url) {
		d.fault(path, "url %q should be an https address", url)
	}
}

// checkPage holds the path of a page inside the site against how one is written, for the pages are not known here.
func checkPage(d *document, path, page string) {
	if !pageRule.MatchString(page) {
		d.fault(path, "page %q should be a path inside the site, such as occupations/", page)
	}
}

func hasJapanese(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
	})
}

// length counts the characters of a text, white space aside.
func length(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}
