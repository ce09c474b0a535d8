package asset

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"
)

// MinifyTemplate minifies the source of an html/template. Executed with the
// same values, the result gives the same document as src, but for:
//
//   - white space: a run becomes one space, and the space beside a block
//     element, beside <br> and between table cells goes. It stays in <pre>,
//     <textarea>, <script>, <style> and inline SVG. An element that CSS makes
//     "white-space: pre" or "display: inline" against its nature must not rely
//     on its white space;
//   - HTML comments, which go (html/template drops them too);
//   - attributes that say nothing: value="" of an input, class="", id="",
//     dir="", name=""; and the spaces inside class and the like, and inside
//     the viewport;
//   - <colgroup> without attributes, which every parser adds again if there is
//     a <col>.
//
// The name is used in messages only. Authors must not write, and are told of
// it with line and column:
//
//   - an action inside an HTML comment: comment with {{/* */}} instead;
//   - an action right behind an empty value, as in value=""{{end}}: put a space
//     between them.
//
// Positions in errors of executing the result are positions in the result, so
// parse src itself first: its errors then name the author's lines.
func MinifyTemplate(name, src string) (string, error) {
	out, err := minifyTemplate(src)
	var fault *Fault
	if errors.As(err, &fault) {
		fault.File = name
		return "", fault
	}
	if err != nil {
		return "", fmt.Errorf("minifying template %s: %w", name, err)
	}
	return out, nil
}

func minifyTemplate(src string) (string, error) {
	masked, hidden, err := hide(src)
	if err != nil {
		return "", err
	}
	masked, err = minifyMasked(masked)
	if err != nil {
		return "", err
	}
	return hidden.restore(masked)
}

func minifyMasked(masked string) (string, error) {
	m := htmlMinifier()
	m.TemplateDelims = [2]string{"{{", "}}"}
	masked, contents := hideRaw(closeElements(masked))
	out, err := runMinifier(m.Minify, []byte(masked))
	if err != nil {
		return "", err
	}
	return restoreRaw(string(out), contents)
}

var rawElement = regexp.MustCompile(`(?is)(<(?:script|style|textarea)\b(?:[^<>"']|"[^"]*"|'[^']*')*>)(.+?)(</(?:script|style|textarea)\b)`)

// hideRaw replaces what scripts, styles and text areas hold by {{raw}}. Where
// there is an action in it, the minifier would collapse it like a paragraph.
func hideRaw(masked string) (string, []string) {
	var contents []string
	masked = rawElement.ReplaceAllStringFunc(masked, func(element string) string {
		parts := rawElement.FindStringSubmatch(element)
		contents = append(contents, parts[2])
		return parts[1] + "{{raw}}" + parts[3]
	})
	return masked, contents
}

func restoreRaw(masked string, contents []string) (string, error) {
	parts := strings.Split(masked, "{{raw}}")
	if len(parts) != len(contents)+1 {
		return "", errBraces
	}
	var out strings.Builder
	for i, part := range parts {
		out.WriteString(part)
		if i < len(contents) {
			out.WriteString(contents[i])
		}
	}
	return out.String(), nil
}

var (
	inlineSVG   = regexp.MustCompile(`(?s)<svg\b.*?</svg>`)
	selfClosing = regexp.MustCompile(`<([A-Za-z][-\w]*)((?:[^<>"']|"[^"]*"|'[^']*')*)/>`)
	voidElement = regexp.MustCompile(`^(?i:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$`)
)

// closeElements writes <rect/> as <rect></rect> outside <svg>, where the
// minifier would leave it open. Templates define parts of drawings there.
func closeElements(masked string) string {
	var out bytes.Buffer
	written := 0
	for _, at := range append(inlineSVG.FindAllStringIndex(masked, -1), []int{len(masked), len(masked)}) {
		out.WriteString(selfClosing.ReplaceAllStringFunc(masked[written:at[0]], closeElement))
		out.WriteString(masked[at[0]:at[1]])
		written = at[1]
	}
	return out.String()
}

func closeElement(tag string) string {
	parts := selfClosing.FindStringSubmatch(tag)
	if voidElement.MatchString(parts[1]) {
		return tag
	}
	return "<" + parts[1] + strings.TrimRight(parts[2], " \t\r\n") + "></" + parts[1] + ">"
}
