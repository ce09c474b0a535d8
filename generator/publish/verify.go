package publish

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"
)

// Difference is one point in which a tree and its manifest disagree.
type Difference struct {
	Path    string // relative to the site, separated by slashes
	Problem string
}

func (d Difference) String() string { return d.Path + ": " + d.Problem }

// Verify compares the site in dir with its manifest.json: every file listed
// must be there with the size and SHA-256 listed, and nothing else may be
// there. The differences are sorted by path; an error means that the
// comparison could not be made.
func Verify(dir string) ([]Difference, error) {
	differences, err := verify(dir)
	if err != nil {
		return nil, fmt.Errorf("verifying %s: %w", dir, err)
	}
	return differences, nil
}

func verify(dir string) ([]Difference, error) {
	data, err := os.ReadFile(filepath.Join(dir, manifestName))
	if err != nil {
		return nil, err
	}
	files, err := decodeManifest(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", manifestName, err)
	}
	problems := make([]string, len(files))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, f := range files {
		group.Go(func() error {
			problems[i] = compare(filePath(dir, f), f)
			return nil
		})
	}
	_ = group.Wait() // comparisons do not fail, they find
	differences, err := unlisted(dir, files)
	for i, f := range files {
		if problems[i] != "" {
			differences = append(differences, Difference{f.Path, problems[i]})
		}
	}
	slices.SortFunc(differences, func(a, b Difference) int { return strings.Compare(a.Path, b.Path) })
	return differences, err
}

// compare says in what the file at name is not what the manifest lists; ""
// if it is the same.
func compare(name string, want file) string {
	info, err := os.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "missing"
	case err != nil:
		return "unreadable: " + err.Error()
	case !info.Mode().IsRegular():
		return "not a regular file"
	case info.Size() != want.Size:
		return fmt.Sprintf("%d bytes, the manifest says %d", info.Size(), want.Size)
	}
	got, err := hashFile(name)
	switch {
	case err != nil:
		return "unreadable: " + err.Error()
	case got != want.SHA256:
		return "other bytes than the manifest says"
	}
	return ""
}

func hashFile(name string) (sum digest, err error) {
	f, err := os.Open(name)
	if err != nil {
		return sum, err
	}
	defer f.Close()
	hash := sha256.New()
	if _, err := io.Copy(hash, f); err != nil {
		return sum, err
	}
	return digest(hash.Sum(nil)), nil
}

// unlisted finds what lies in dir but is not in the manifest.
func unlisted(dir string, files []file) (differences []Difference, err error) {
	listed := indexFiles(files)
	err = fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || name == manifestName {
			return err
		}
		if _, ok := listed[name]; !ok {
			differences = append(differences, Difference{name, "not in the manifest"})
		}
		return nil
	})
	return differences, err
}
