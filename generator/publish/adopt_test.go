package publish

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// publishAll publishes the files into a directory.
func publishAll(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	site, err := Begin(dir)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		if err := site.Write(name, []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := site.Commit(); err != nil {
		t.Fatal(err)
	}
}

// adoptInto publishes a site of one page and what it adopts.
func adoptInto(t *testing.T, dir, from string, link func(string, string) error) bool {
	t.Helper()
	site, err := Begin(dir)
	if err != nil {
		t.Fatal(err)
	}
	site.link = link
	if err := site.Write("index.html", []byte("page")); err != nil {
		t.Fatal(err)
	}
	adopted, err := site.Adopt(from, "data")
	if err != nil {
		t.Fatal(err)
	}
	if err := site.Commit(); err != nil {
		t.Fatal(err)
	}
	if differences, err := Verify(dir); err != nil || len(differences) > 0 {
		t.Errorf("%v %v", differences, err)
	}
	return adopted
}

func noLinks(string, string) error { return os.ErrPermission }

func TestAdopt(t *testing.T) {
	for name, link := range map[string]func(string, string) error{"links": os.Link, "copies": noLinks} {
		t.Run(name, func(t *testing.T) {
			from, dir := filepath.Join(t.TempDir(), "kept"), filepath.Join(t.TempDir(), "public")
			publishAll(t, from, map[string]string{"key": "k", "data/a.csv": "1", "data/deep/b.csv": "2", "database": "3"})
			for range 2 {
				if !adoptInto(t, dir, from, link) {
					t.Fatal("nothing was adopted")
				}
				for file, there := range map[string]bool{"data/a.csv": true, "data/deep/b.csv": true, "key": false, "database": false, "index.html": true} {
					if _, err := os.Stat(filepath.Join(dir, file)); (err == nil) != there {
						t.Errorf("%s is there: %v, want %v", file, err == nil, there)
					}
				}
			}
			one, err1 := os.Stat(filepath.Join(from, "data/a.csv"))
			other, err2 := os.Stat(filepath.Join(dir, "data/a.csv"))
			if err1 != nil || err2 != nil || !one.ModTime().Equal(other.ModTime()) {
				t.Errorf("the times differ: %v, %v", one, other)
			}
		})
	}
}

// TestAdoptDamaged: where one file is not as the manifest says, none is taken.
func TestAdoptDamaged(t *testing.T) {
	for name, damage := range map[string]func(file string) error{
		"gone":    os.Remove,
		"shorter": func(file string) error { return os.WriteFile(file, nil, 0o644) },
		"touched": func(file string) error { return os.Chtimes(file, time.Time{}, time.Now().Add(time.Hour)) },
	} {
		t.Run(name, func(t *testing.T) {
			from, dir := filepath.Join(t.TempDir(), "kept"), filepath.Join(t.TempDir(), "public")
			publishAll(t, from, map[string]string{"data/a.csv": "1", "data/b.csv": "2"})
			if err := damage(filepath.Join(from, "data/b.csv")); err != nil {
				t.Fatal(err)
			}
			if adoptInto(t, dir, from, os.Link) {
				t.Error("a damaged tree was adopted")
			}
			if _, err := os.Stat(filepath.Join(dir, "data/a.csv")); err == nil {
				t.Error("a file of a damaged tree was adopted")
			}
		})
	}
	if adoptInto(t, filepath.Join(t.TempDir(), "public"), filepath.Join(t.TempDir(), "nothing"), os.Link) {
		t.Error("a tree that is not there was adopted")
	}
}
