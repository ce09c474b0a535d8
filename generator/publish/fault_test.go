package publish

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Each fault is met while a site is being written over an older one, which must
// come out of it whole.
func TestFaults(t *testing.T) {
	remove := func(name func(*Site) string) func(*testing.T, *Site) error {
		return func(_ *testing.T, s *Site) error {
			return errors.Join(s.Write("a", nil), os.RemoveAll(name(s)), s.Commit())
		}
	}
	tests := []struct {
		name  string
		fault func(*testing.T, *Site) error
		want  string
	}{
		{"name too long for the file system", func(_ *testing.T, s *Site) error {
			_ = s.Write(strings.Repeat("x", 300), nil)
			return s.Commit()
		}, "file name too long"},
		{"directory cannot be made", func(t *testing.T, s *Site) error {
			if err := os.WriteFile(filepath.Join(s.work.next(), "d"), nil, 0o644); err != nil {
				t.Fatal(err)
			}
			return errors.Join(s.Write("d/page.html", nil), s.Commit())
		}, "publishing d/page.html: "},
		{"file appears from elsewhere", func(t *testing.T, s *Site) error {
			if err := os.WriteFile(filepath.Join(s.work.next(), "page.html"), nil, 0o644); err != nil {
				t.Fatal(err)
			}
			return errors.Join(s.Write("page.html", nil), s.Commit())
		}, "file exists"},
		{"prepared tree disappears", remove(func(s *Site) string { return s.work.next() }), "no such file or directory"},
		{"exchange fails", func(_ *testing.T, s *Site) error {
			s.exchange = func(_, _ string) error { return os.ErrPermission }
			return errors.Join(s.Write("a", nil), s.Commit())
		}, "permission denied"},
		{"second rename fails", func(_ *testing.T, s *Site) error {
			s.exchange = func(next, _ string) error {
				return errors.Join(os.RemoveAll(next), errors.ErrUnsupported)
			}
			return errors.Join(s.Write("a", nil), s.Commit())
		}, "rename"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			build(t, dir, tree{"old": "1", "same": "2"})
			site, err := Begin(dir)
			if err != nil {
				t.Fatal(err)
			}
			checkError(t, test.fault(t, site), test.want)
			checkTree(t, dir, tree{"old": "1", "same": "2"})
			build(t, dir, tree{"new": "1", "same": "2"})
			checkTree(t, dir, tree{"new": "1", "same": "2"})
		})
	}
}

func TestUnwritableParent(t *testing.T) {
	parent := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(parent, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := Begin(filepath.Join(parent, "public"))
	checkError(t, err, "not a directory")
	_, err = Begin(parent)
	checkError(t, err, "not a directory")
}

func TestParentWithoutPermission(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write everywhere")
	}
	parent := t.TempDir()
	if err := os.Chmod(parent, 0o555); err != nil {
		t.Fatal(err)
	}
	_, err := Begin(filepath.Join(parent, "public"))
	checkError(t, err, "permission denied")
}

// What a power failure may leave: the manifest and a file without their bytes.
func TestRepairAfterPowerFailure(t *testing.T) {
	for _, lost := range []string{manifestName, "a"} {
		t.Run(lost, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			build(t, dir, tree{"a": "1", "b": "2"})
			if err := os.Truncate(filepath.Join(dir, lost), 0); err != nil {
				t.Fatal(err)
			}
			build(t, dir, tree{"a": "1", "b": "2"})
			checkTree(t, dir, tree{"a": "1", "b": "2"})
		})
	}
}
