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
// Close means an edit distance of at most a third of the word's length, and at least one character kept.
func near(word string, allowed []string) string {
	best, bestDistance := "", len([]rune(word))/3+1
	for _, candidate := range allowed {
		if d := editDistance([]rune(word), []rune(candidate)); d < bestDistance {
			best, bestDistance = candidate, d
		}
	}
	if best == "" || bestDistance >= len([]rune(word)) {
		return ""
	}
	return fmt.Sprintf(" (did you mean %q?)", best)
}

// editDistance is the Levenshtein distance (V. I. Levenshtein 1966), computed row by row.
func editDistance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, ca := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, cb := range b {
			above := row[j+1]
			cost := 1
			if ca == cb {
				cost = 0
			}
			row[j+1] = min(row[j]+1, above+1, diagonal+cost)
			diagonal = above
		}
	}
	return row[len(b)]
}
