package asset

import (
	"fmt"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// Fault is something wrong at a place in a source file.
type Fault struct {
	File   string // relative to the project
	Line   int    // from 1; 0 when the fault has no place
	Column int    // from 1, in bytes
	Text   string
	Notes  []string
}

func (f *Fault) Error() string {
	text := strings.Join(slices.Concat([]string{f.Text}, f.Notes), "; ")
	switch {
	case f.File == "":
		return text
	case f.Line == 0:
		return fmt.Sprintf("%s: %s", f.File, text)
	}
	return fmt.Sprintf("%s:%d:%d: %s", f.File, f.Line, f.Column, text)
}

// faults turns messages of esbuild into errors, in the order of esbuild.
func faults(messages []api.Message) []error {
	var errs []error
	for _, m := range messages {
		fault := &Fault{Text: m.Text}
		if at := m.Location; at != nil {
			fault.File, fault.Line, fault.Column = at.File, at.Line, at.Column+1
		}
		for _, note := range m.Notes {
			fault.Notes = append(fault.Notes, note.Text)
		}
		errs = append(errs, fault)
	}
	return errs
}
