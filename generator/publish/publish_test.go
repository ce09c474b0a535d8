package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"
)

// tree is a whole site: name → content.
type tree map[string]string

// build publishes files into dir, writing from several goroutines.
func build(t *testing.T, dir string, files tree) {
	t.Helper()
	site, err := Begin(dir)
	if err != nil {
		t.Fatal(err)
	}
	var group errgroup.Group
	for name, content := range files {
		group.Go(func() error { return site.Write(name, []byte(content)) })
	}
	if err := errors.Join(group.Wait(), site.Commit()); err != nil {
		t.Fatal(err)
	}
}

// read gives every file in dir but the manifest.
func read(t *testing.T, dir string) tree {
	t.Helper()
	files := tree{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || name == manifestName {
			return err
		}
		content, err := os.ReadFile(filepath.Join(dir, name))
		files[name] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func checkTree(t *testing.T, dir string, want tree) {
	t.Helper()
	if got := read(t, dir); !maps.Equal(got, want) {
		t.Errorf("%s holds %q, want %q", dir, got, want)
	}
	checkVerified(t, dir)
	if left := besides(t, dir); len(left) > 0 {
		t.Errorf("left beside %s: %q", dir, left)
	}
}

func checkVerified(t *testing.T, dir string) {
	t.Helper()
	differences, err := Verify(dir)
	if err != nil {
		t.Error(err)
	}
	for _, d := range differences {
		t.Error(d)
	}
}

// besides lists what lies beside dir.
func besides(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(dir))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, entry := range entries {
		if entry.Name() != filepath.Base(dir) {
			names = append(names, entry.Name())
		}
	}
	return names
}

func stat(t *testing.T, dir, name string) fs.FileInfo {
	t.Helper()
	info, err := os.Stat(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return info
}

func checkError(t *testing.T, err error, want string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("error is %v, want one with %q", err, want)
	}
}

func TestPublish(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "public")
	first := tree{"index.html": "one", "a/b/c.html": "two", "a/empty": ""}
	build(t, dir, first)
	checkTree(t, dir, first)

	second := tree{"index.html": "three", "d.html": "four"}
	build(t, dir, second)
	checkTree(t, dir, second)
	if _, err := os.Stat(filepath.Join(dir, "a")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the directory of removed files is still there: %v", err)
	}
}

func TestPublishIntoEmptyDirectory(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	build(t, dir, tree{"index.html": "one"})
	checkTree(t, dir, tree{"index.html": "one"})
}

func TestPublishThroughSymbolicLink(t *testing.T) {
	real := filepath.Join(t.TempDir(), "real")
	link := filepath.Join(t.TempDir(), "public")
	build(t, real, tree{"index.html": "one"})
	if err := os.Symlink(real, link); err != nil {
		t.Fatal(err)
	}
	build(t, link, tree{"index.html": "two"})
	checkTree(t, real, tree{"index.html": "two"})
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link was replaced: %v, %v", info, err)
	}
}

func TestUnchangedFilesAreUntouched(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	build(t, dir, tree{"same": "1", "changed": "1", "deep/same": "2"})
	before := map[string]fs.FileInfo{}
	for _, name := range []string{"same", "deep/same", "changed", manifestName} {
		before[name] = stat(t, dir, name)
	}
	waitForClock(t, before[manifestName].ModTime())

	build(t, dir, tree{"same": "1", "changed": "2", "deep/same": "2"})
	for name, old := range before {
		now := stat(t, dir, name)
		same := os.SameFile(old, now) && old.ModTime().Equal(now.ModTime())
		if want := strings.HasSuffix(name, "same"); same != want {
			t.Errorf("%s: untouched is %v, want %v", name, same, want)
		}
	}
}

func TestEqualSiteIsUntouched(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	files := tree{"a": "1", "b/c": "2"}
	build(t, dir, files)
	before := stat(t, dir, manifestName)
	build(t, dir, files)
	if !os.SameFile(before, stat(t, dir, manifestName)) {
		t.Error("the manifest was rewritten, although no file changed")
	}
	checkTree(t, dir, files)
}

// A file touched by hand after the build is written anew, even when its size
// is what the manifest says; and after that it is trusted again.
func TestFileChangedByHand(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	files := tree{"a": "right", "b": "other"}
	build(t, dir, files)
	later := time.Now().Add(time.Second)
	name := filepath.Join(dir, "a")
	if err := errors.Join(os.WriteFile(name, []byte("wrong"), 0o644), os.Chtimes(name, later, later)); err != nil {
		t.Fatal(err)
	}
	build(t, dir, files)
	checkTree(t, dir, files)
	repaired := stat(t, dir, "a")
	build(t, dir, files)
	if !os.SameFile(repaired, stat(t, dir, "a")) {
		t.Error("the repaired file was written a second time")
	}
}

func TestWhereLinksAreImpossible(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	build(t, dir, tree{"a": "1"})
	before := stat(t, dir, "a")
	waitForClock(t, before.ModTime())

	site, err := Begin(dir)
	if err != nil {
		t.Fatal(err)
	}
	site.link = func(_, _ string) error { return errors.ErrUnsupported }
	if err := errors.Join(site.Write("a", []byte("1")), site.Commit()); err != nil {
		t.Fatal(err)
	}
	checkTree(t, dir, tree{"a": "1"})
	now := stat(t, dir, "a")
	if os.SameFile(before, now) {
		t.Error("the file was linked")
	}
	if !before.ModTime().Equal(now.ModTime()) {
		t.Errorf("the copy is of %v, the file of %v", now.ModTime(), before.ModTime())
	}
}

// waitForClock returns when a file written now gets a later time than t0.
func waitForClock(t *testing.T, t0 time.Time) {
	t.Helper()
	name := filepath.Join(t.TempDir(), "clock")
	for range 1000 {
		if err := os.WriteFile(name, nil, 0o644); err != nil {
			t.Fatal(err)
		}
		if stat(t, filepath.Dir(name), "clock").ModTime().After(t0) {
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Fatal("the file system's clock stands still")
}

func TestIdenticalBytes(t *testing.T) {
	files := tree{}
	for i := range 200 {
		files[fmt.Sprintf("d%d/p%d.html", i%7, i)] = strings.Repeat("x", i)
	}
	var manifests []string
	for range 2 {
		dir := filepath.Join(t.TempDir(), "public")
		build(t, dir, files)
		checkTree(t, dir, files)
		manifest, err := os.ReadFile(filepath.Join(dir, manifestName))
		if err != nil {
			t.Fatal(err)
		}
		manifests = append(manifests, string(manifest))
	}
	if manifests[0] != manifests[1] {
		t.Error("two builds of the same files gave two manifests")
	}
}

// The digests are those of sha256sum(1).
func TestManifestFormat(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	build(t, dir, tree{"b/a&b.txt": "abc", "b.txt": "", "B2/x": "abc"})
	got, err := os.ReadFile(filepath.Join(dir, manifestName))
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"files":[
{"path":"B2/x","size":3,"sha256":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}
,{"path":"b.txt","size":0,"sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}
,{"path":"b/a&b.txt","size":3,"sha256":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}
]}
`
	if string(got) != want {
		t.Errorf("manifest is\n%s\nwant\n%s", got, want)
	}
}

func TestEmptySite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	build(t, dir, tree{})
	build(t, dir, tree{})
	checkTree(t, dir, tree{})
}

func TestRefusedNames(t *testing.T) {
	tests := []struct{ earlier, name, want string }{
		{"", "/etc/passwd", "must be relative"},
		{"", "../up", "must be relative"},
		{"", "a/../../up", "must be relative"},
		{"", "a//b", "must be relative"},
		{"", "a/", "must be relative"},
		{"", ".", "must be relative"},
		{"", "", "must be relative"},
		{"", `a\b`, `holds "\\"`},
		{"", "a:b", `holds ":"`},
		{"", "what?", `holds "?"`},
		{"", "line\nbreak", `holds "\n"`},
		{"", "dot./a", `"dot." ends with a dot`},
		{"", "space ", `"space " ends with`},
		{"", "manifest.json", "kept for the list"},
		{"", "Manifest.JSON", "Manifest.JSON differs from manifest.json only by case"},
		{"a/b", "a/b", "publishing a/b: the file was written twice"},
		{"a/b", "a/B", "a/B differs from a/b only by case"},
		{"a/b", "A/c", "A differs from a only by case"},
		{"あ/Ä", "あ/ä", "あ/ä differs from あ/Ä only by case"},
		{"a", "a/b", "a is both a file and a directory"},
		{"a/b", "a", "a is both a file and a directory"},
	}
	for _, test := range tests {
		t.Run(strings.ReplaceAll(test.name, "/", "_"), func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			build(t, dir, tree{"old": "1"})
			site, err := Begin(dir)
			if err != nil {
				t.Fatal(err)
			}
			if test.earlier != "" {
				if err := site.Write(test.earlier, nil); err != nil {
					t.Fatal(err)
				}
			}
			checkError(t, site.Write(test.name, nil), test.want)
			checkError(t, site.Commit(), test.want)
			checkTree(t, dir, tree{"old": "1"})
		})
	}
}

func TestForeignDirectoryIsRefused(t *testing.T) {
	tests := []struct {
		name  string
		files tree
		want  string
	}{
		{"without manifest", tree{"thesis.txt": "1"}, "it holds thesis.txt but no manifest.json"},
		{"web app manifest", tree{manifestName: `{"name":"App","icons":[]}`}, `it has no list "files"`},
		{"not JSON", tree{manifestName: "hello"}, "not one of this program"},
		{"short digest", tree{manifestName: `{"files":[{"path":"a","size":1,"sha256":"00"}]}`}, "64 digits, not 2"},
		{"path outside", tree{manifestName: `{"files":[{"path":"../a"}]}`}, `"../a"`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			for name, content := range test.files {
				if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			before := besides(t, dir)
			_, err := Begin(dir)
			checkError(t, err, test.want)
			checkError(t, err, "preparing to publish into "+dir)
			if after := besides(t, dir); !slices.Equal(before, after) {
				t.Errorf("beside the directory were %q, are %q", before, after)
			}
		})
	}
}

func TestOneBuildAtATime(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	site, err := Begin(dir)
	if err != nil {
		t.Fatal(err)
	}
	_, err = Begin(dir)
	checkError(t, err, "another build is writing it")
	if err := errors.Join(site.Write("a", nil), site.Commit()); err != nil {
		t.Fatal(err)
	}
	build(t, dir, tree{"a": "1"})
}

func TestAbort(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	build(t, dir, tree{"old": "1"})
	site, err := Begin(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(site.Write("new", nil), site.Abort(), site.Abort()); err != nil {
		t.Fatal(err)
	}
	checkError(t, site.Write("late", nil), "already committed or aborted")
	checkError(t, site.Commit(), "already committed or aborted")
	checkTree(t, dir, tree{"old": "1"})
}

func TestVerify(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	build(t, dir, tree{"same": "1", "bytes": "12", "size": "123", "gone": "1234", "link": "12345", "d/f": "1"})
	at := func(name string) string { return filepath.Join(dir, name) }
	if err := errors.Join(
		os.WriteFile(at("bytes"), []byte("21"), 0o644),
		os.WriteFile(at("size"), nil, 0o644),
		os.Remove(at("gone")),
		os.Remove(at("link")), os.Symlink("same", at("link")),
		os.RemoveAll(at("d")), os.WriteFile(at("d"), nil, 0o644),
		os.MkdirAll(at("x/y"), 0o755), os.WriteFile(at("x/y/stray"), nil, 0o644),
	); err != nil {
		t.Fatal(err)
	}
	differences, err := Verify(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range differences {
		got = append(got, strings.ReplaceAll(d.String(), dir, "DIR"))
	}
	want := []string{
		"bytes: other bytes than the manifest says",
		"d: not in the manifest",
		"d/f: unreadable: lstat DIR/d/f: not a directory",
		"gone: missing",
		"link: not a regular file",
		"size: 0 bytes, the manifest says 3",
		"x/y/stray: not in the manifest",
	}
	if !slices.Equal(got, want) {
		t.Errorf("differences are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	_, err = Verify(t.TempDir())
	checkError(t, err, "manifest.json")
}

func FuzzDecodeManifest(f *testing.F) {
	sum := hex.EncodeToString(make([]byte, sha256.Size))
	f.Add([]byte(`{"files":[]}`))
	f.Add([]byte(`{"files":[{"path":"a/b","size":1,"sha256":"` + sum + `"}]}`))
	f.Add([]byte(`{"files":[{"path":"../b","size":-1,"sha256":""}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		files, err := decodeManifest(data)
		if err != nil {
			return
		}
		encoded, err := encodeManifest(files)
		if err != nil {
			t.Fatal(err)
		}
		again, err := decodeManifest(encoded)
		if err != nil || !slices.Equal(again, files) {
			t.Errorf("%v came back as %v, %v", files, again, err)
		}
		if !json.Valid(encoded) {
			t.Errorf("not JSON: %s", encoded)
		}
	})
}
