package catalog

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The files of testdata/faults are tables of faults: each case says how it changes the small site and every fault that
// then is reported, word for word and in order.
//
//	# what is wrong
//	edit FILE           the next lines replace a text that stands once in the file:
//	- old text              (several lines - are one text of several lines)
//	+ new text
//	remove FILE
//	add FILE            with the lines that follow:
//	| line
//	! a fault
//
// With UPDATE=1 in the environment the lines ! are written anew, for a person to read before they are kept.

// A faultCase is one case: its lines, those of the faults apart.
type faultCase struct {
	name  string
	lines []string
	want  []string
}

func readFaultCases(text string) (intro string, cases []*faultCase) {
	var current *faultCase
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		switch {
		case strings.HasPrefix(line, "# "):
			current = &faultCase{name: line[2:]}
			cases = append(cases, current)
		case current == nil:
			intro += line + "\n"
		case strings.HasPrefix(line, "! "):
			current.want = append(current.want, line[2:])
		case line != "":
			current.lines = append(current.lines, line)
		}
	}
	return intro, cases
}

func (c *faultCase) String() string {
	lines := append([]string{"# " + c.name}, c.lines...)
	for _, w := range c.want {
		lines = append(lines, "! "+w)
	}
	return strings.Join(lines, "\n") + "\n"
}

// apply changes a site as the case says.
func (c *faultCase) apply(s site) (site, error) {
	for i := 0; i < len(c.lines); {
		command, name, _ := strings.Cut(c.lines[i], " ")
		i++
		text := func(mark string) string {
			begin := i
			for i < len(c.lines) && (strings.HasPrefix(c.lines[i], mark+" ") || c.lines[i] == mark) {
				i++
			}
			lines := slices.Clone(c.lines[begin:i])
			for j := range lines {
				lines[j] = strings.TrimPrefix(lines[j][1:], " ")
			}
			return strings.Join(lines, "\n")
		}
		switch command {
		case "edit":
			old, replacement := text("-"), text("+")
			if n := strings.Count(s[name], old); n != 1 {
				return nil, fmt.Errorf("%q stands %d times in %s", old, n, name)
			}
			s = s.with(name, strings.Replace(s[name], old, replacement, 1))
		case "remove":
			if _, ok := s[name]; !ok {
				return nil, fmt.Errorf("there is no %s", name)
			}
			s = s.with(name, "")
			delete(s, name)
		case "add":
			s = s.with(name, text("|")+"\n")
		default:
			return nil, fmt.Errorf("%q is no command", c.lines[i-1])
		}
	}
	return s, nil
}

func faultsOf(t *testing.T, s site) []string {
	t.Helper()
	c, faults, err := Load(s.trees())
	if err != nil {
		t.Fatal(err)
	}
	if (c == nil) != (len(faults) > 0) {
		t.Errorf("there is a catalog or there are faults: %v, %d", c != nil, len(faults))
	}
	var lines []string
	for _, f := range faults {
		lines = append(lines, f.Error())
	}
	return lines
}

func TestFaults(t *testing.T) {
	files, err := filepath.Glob("testdata/faults/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no files in testdata/faults: ", err)
	}
	base := smallSite(t)
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			intro, cases := readFaultCases(string(data))
			for _, c := range cases {
				runFaultCase(t, c, base)
			}
			if os.Getenv("UPDATE") != "" {
				writeFaultCases(t, file, intro, cases)
			}
		})
	}
}

func runFaultCase(t *testing.T, c *faultCase, base site) {
	t.Run(c.name, func(t *testing.T) {
		s, err := c.apply(base)
		if err != nil {
			t.Fatal(err)
		}
		got := faultsOf(t, s)
		if os.Getenv("UPDATE") != "" {
			c.want = got
		}
		if len(c.want) == 0 {
			t.Error("the case has no fault")
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("found\n%s\nshould be\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	})
}

func writeFaultCases(t *testing.T, file, intro string, cases []*faultCase) {
	var b strings.Builder
	b.WriteString(intro)
	for i, c := range cases {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(c.String())
	}
	if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
