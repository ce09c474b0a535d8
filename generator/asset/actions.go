package asset

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// hiddenActions are the actions of a template, which are replaced by {{0}},
// {{1}} … while the minifier is at work: it knows where an action begins but
// does not read Go's comments and raw strings, and would take an apostrophe in
// a comment for the beginning of a string.
type hiddenActions struct {
	src     string
	actions []action
}

type action struct {
	offset int    // in the source
	text   string // what takes its place in the result
}

// hide numbers the actions. An HTML comment becomes an empty template comment:
// if it simply went, {{- beside it would trim space it did not trim before.
func hide(src string) (string, hiddenActions, error) {
	hidden := hiddenActions{src: src}
	var masked strings.Builder
	written := 0
	for {
		at := hiddenStart.FindStringIndex(src[written:])
		if at == nil {
			masked.WriteString(src[written:])
			return masked.String(), hidden, nil
		}
		start := written + at[0]
		length, text, problem := hiddenAt(src[start:])
		if problem != "" {
			return "", hidden, faultAt(src, start, problem)
		}
		fmt.Fprintf(&masked, "%s{{%d}}", src[written:start], len(hidden.actions))
		hidden.actions = append(hidden.actions, action{start, text})
		written = start + length
	}
}

var hiddenStart = regexp.MustCompile(`\{\{|<!--`)

// hiddenAt measures the action or HTML comment at the beginning of src and
// gives what takes its place in the result.
func hiddenAt(src string) (length int, text, problem string) {
	const open = "the action or comment that begins here does not end"
	if src[0] == '{' {
		length = actionLength(src)
		if length < 0 {
			return 0, "", open
		}
		return length, src[:length], ""
	}
	end := strings.Index(src, "-->")
	switch {
	case end < 0:
		return 0, "", open
	case strings.Contains(src[:end], "{{"):
		return 0, "", "an HTML comment must not hold template actions; use {{/* */}}"
	}
	return end + len("-->"), "{{/**/}}", ""
}

// actionLength gives the length of the action at the beginning of src, or -1
// if it does not end.
func actionLength(src string) int {
	body := strings.TrimLeft(strings.TrimPrefix(src[2:], "-"), " \t\r\n")
	at := len(src) - len(body)
	if strings.HasPrefix(body, "/*") {
		end := strings.Index(body, "*/")
		if end < 0 {
			return -1
		}
		at += end
	}
	for at < len(src) {
		switch c := src[at]; {
		case strings.HasPrefix(src[at:], "}}"):
			return at + 2
		case c == '"' || c == '\'' || c == '`':
			length := quotedLength(src[at:])
			if length < 0 {
				return -1
			}
			at += length
		default:
			at++
		}
	}
	return -1
}

// quotedLength gives the length of the string or character constant at the
// beginning of src, or -1 if it does not end.
func quotedLength(src string) int {
	quote := src[0]
	for i := 1; i < len(src); i++ {
		switch {
		case src[i] == '\\' && quote != '`':
			i++
		case src[i] == quote:
			return i + 1
		}
	}
	return -1
}

var errBraces = errors.New(`text holds braces written as entities; write {{"{{"}}`)

var hiddenAction = regexp.MustCompile(`\{\{(\d+)\}\}`)

// restore puts the actions back. Each must have come through, in order, and
// the result must have no action more.
func (h hiddenActions) restore(masked string) (string, error) {
	next := 0
	out := hiddenAction.ReplaceAllStringFunc(masked, func(number string) string {
		if next == len(h.actions) || number != fmt.Sprintf("{{%d}}", next) {
			return number
		}
		next++
		return h.actions[next-1].text
	})
	if next < len(h.actions) {
		lost := h.actions[next]
		return "", faultAt(h.src, lost.offset, fmt.Sprintf("minifying would lose %s; put a space before it", lost.text))
	}
	_, again, err := hide(out)
	if err != nil || !slices.EqualFunc(again.actions, h.actions, sameText) {
		return "", errBraces
	}
	return out, nil
}

func sameText(a, b action) bool { return a.text == b.text }

func faultAt(src string, offset int, text string) error {
	before := src[:offset]
	line := 1 + strings.Count(before, "\n")
	return &Fault{Line: line, Column: offset - strings.LastIndex(before, "\n"), Text: text}
}
