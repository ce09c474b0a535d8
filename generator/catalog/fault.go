package catalog

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"
)

// A Fault is one thing wrong in content or dataset, at one place.
type Fault struct {
	File    string
	Line    int // 1-based
	Column  int // 1-based, in characters
	Message string
}

func (f Fault) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", f.File, f.Line, f.Column, f.Message)
}

// A Position is where something stands in a file, for faults that only a later stage can find.
type Position struct {
	File         string
	Line, Column int
}

// Fault is a fault at the position.
func (p Position) Fault(format string, args ...any) Fault {
	return Fault{p.File, p.Line, p.Column, fmt.Sprintf(format, args...)}
}

// Faults are all things wrong, in the order of file, line and column.
type Faults []Fault

func (fs Faults) Error() string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = f.Error()
	}
	return strings.Join(lines, "\n")
}

// faultList collects faults from several goroutines.
type faultList struct {
	mu   sync.Mutex
	list Faults
}

func (l *faultList) add(file string, line, column int, format string, args ...any) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.list = append(l.list, Fault{file, max(line, 1), max(column, 1), fmt.Sprintf(format, args...)})
}

func (l *faultList) sorted() Faults {
	slices.SortStableFunc(l.list, func(a, b Fault) int {
		return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column), strings.Compare(a.Message, b.Message))
	})
	return slices.Compact(l.list)
}

// near returns ` (did you mean "x"?)` for the allowed word closest to word, or "" when none is close.
func near(word string, allowed []string) string {
	if best := nearest(word, allowed); best != "" {
		return fmt.Sprintf(" (did you mean %q?)", best)
	}
	return ""
}

// nearest is the allowed word closest to word, the first of several, or "" when none is close: at an edit distance of
// at most a third of the word's length, and with at least one character kept.
func nearest(word string, allowed []string) string {
	w := []rune(word)
	best, bestDistance := "", min(len(w)/3+1, len(w))
	for _, candidate := range allowed {
		if d := editDistance(w, []rune(candidate)); d < bestDistance {
			best, bestDistance = candidate, d
		}
	}
	return best
}

// editDistance is the smallest number of characters to put in, take out, change or swap with the next to get from a to
// b, no part being touched twice (F. J. Damerau, doi 10.1145/363958.363994), computed row by row.
func editDistance(a, b []rune) int {
	before, above, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		before, above, row = above, row, before
		row[0] = i + 1
		for j := range b {
			change := above[j]
			if a[i] != b[j] {
				change++
			}
			row[j+1] = min(row[j]+1, above[j+1]+1, change)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
	}
	return row[len(b)]
}
