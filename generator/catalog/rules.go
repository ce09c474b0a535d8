package catalog

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"unicode"
)

// The rules here are shared by all content: what a filled value, a key, a date, a reading look like.

var (
	slugRule    = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	dateRule    = regexp.MustCompile(`^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$`)
	readingRule = regexp.MustCompile(`^[ぁ-ゖー、。・（）()/／＆&+0-9０-９ 　〜~\-－]+$`)
	urlRule     = regexp.MustCompile(`^https://[^\s/]+\.[^\s/]+(/\S*)?$`)
)

func indexed(path string, i int) string { return fmt.Sprintf("%s[%d]", path, i) }

// checkFilled reports every text of v that has to be there and is empty: all but those marked omitempty.
func checkFilled(d *document, path string, v any) {
	fillValue(d, path, reflect.ValueOf(v))
}

func fillValue(d *document, path string, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			fillValue(d, path, v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			if e := v.Index(i); e.Kind() == reflect.String && strings.TrimSpace(e.String()) == "" {
				d.fault(indexed(path, i), "an empty entry; write it or take it out")
				continue
			}
			fillValue(d, indexed(path, i), v.Index(i))
		}
	case reflect.Struct:
		fillStruct(d, path, v)
	}
}

func fillStruct(d *document, path string, v reflect.Value) {
	for i := range v.NumField() {
		name, option, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ",")
		if name == "" || name == "-" {
			continue
		}
		f := v.Field(i)
		required := option != "omitempty"
		switch {
		case f.Kind() == reflect.String && required && strings.TrimSpace(f.String()) == "":
			d.fault(path+"."+name, "%q is missing", name)
		case f.Kind() == reflect.Slice && required && f.Len() == 0:
			d.fault(path+"."+name, "%q is missing: at least one entry", name)
		case f.Kind() == reflect.String && f.String() != strings.TrimSpace(f.String()):
			d.fault(path+"."+name, "%q begins or ends with a space", name)
		default:
			fillValue(d, path+"."+name, f)
		}
	}
}

// checkDistinct reports entries that stand twice in a list.
func checkDistinct[T comparable](d *document, path string, list []T) {
	seen := map[T]bool{}
	for i, v := range list {
		if seen[v] {
			d.fault(indexed(path, i), "%v stands here twice", v)
		}
		seen[v] = true
	}
}

// checkUnique reports a key that an earlier entry already has.
func checkUnique(d *document, path, what, key string, seen map[string]bool) {
	if seen[key] {
		d.fault(path, "%s %q is already taken by an earlier entry", what, key)
	}
	seen[key] = true
}

func hasJapanese(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
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
