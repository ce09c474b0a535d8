package catalog

import (
	"encoding/json"
	"io/fs"
	"path"
	"strings"

	"shigotoatlas/generator/release"
)

// A ReleaseChange is what changed between two releases of the numeric profiles, as `generator diff` wrote it.
type ReleaseChange struct {
	Name string // such as "6.01-7.00"
	release.Change
}

// readChanges reads dataset/changes, if there are any, newest first.
func (l *loader) readChanges() {
	names, _ := fs.Glob(l.dataset.FS, "changes/*.json") // errs on a malformed pattern alone
	for _, name := range names {
		src, ok := l.readFile(l.dataset, name)
		if !ok {
			continue
		}
		c := &ReleaseChange{Name: strings.TrimSuffix(path.Base(name), ".json")}
		if err := json.Unmarshal(src, &c.Change); err != nil {
			l.faults.add(l.dataset.path(name), 1, 1, "not a change as generator diff -format json writes it: %v", err)
			continue
		}
		if want := c.Old.Version + "-" + c.New.Version; c.Name != want {
			l.faults.add(l.dataset.path(name), 1, 1, "is the change of %s and should be named so", want)
		}
		l.c.ReleaseChanges = append([]*ReleaseChange{c}, l.c.ReleaseChanges...)
	}
}
