package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

const manifestName = "manifest.json"

// file is one line of the manifest.
type file struct {
	Path   string `json:"path"`
	Size   int64  `json:"size"` // bytes
	SHA256 digest `json:"sha256"`
}

// digest is a SHA-256, written as 64 lower-case hexadecimal digits.
type digest [sha256.Size]byte

func (d digest) MarshalText() ([]byte, error) {
	return hex.AppendEncode(nil, d[:]), nil
}

func (d *digest) UnmarshalText(text []byte) error {
	if len(text) != hex.EncodedLen(len(d)) {
		return fmt.Errorf("a SHA-256 has 64 digits, not %d", len(text))
	}
	_, err := hex.Decode(d[:], text)
	return err
}

// encodeManifest sorts files by path and writes one file per line, so that two
// manifests can be compared with diff.
func encodeManifest(files []file) ([]byte, error) {
	slices.SortFunc(files, func(a, b file) int { return strings.Compare(a.Path, b.Path) })
	var out bytes.Buffer
	lines := json.NewEncoder(&out)
	lines.SetEscapeHTML(false)
	out.WriteString("{\"files\":[\n")
	for i, f := range files {
		if i > 0 {
			out.WriteByte(',')
		}
		if err := lines.Encode(f); err != nil {
			return nil, err
		}
	}
	out.WriteString("]}\n")
	return out.Bytes(), nil
}

// decodeManifest reads what encodeManifest wrote. It refuses any other JSON,
// such as a web app's manifest of the same name.
func decodeManifest(data []byte) ([]file, error) {
	var manifest struct{ Files []file }
	if err := json.Unmarshal(data, &manifest); err != nil {
		return nil, err
	}
	if manifest.Files == nil {
		return nil, errors.New(`it has no list "files"`)
	}
	for _, f := range manifest.Files {
		if err := checkName(f.Path); err != nil {
			return nil, fmt.Errorf("file %q: %w", f.Path, err)
		}
	}
	return manifest.Files, nil
}

// previousSite is what the manifest in the published directory says.
type previousSite struct {
	files     map[string]file
	published time.Time
}

// readPrevious reads the site that is to be replaced. An absent or empty
// directory is a site without files. Anything else without a manifest of ours
// is refused: somebody's own files may be in it.
func readPrevious(dir string) (previousSite, error) {
	data, err := os.ReadFile(filepath.Join(dir, manifestName))
	if errors.Is(err, fs.ErrNotExist) {
		return previousSite{}, refuseForeign(dir)
	}
	if err != nil {
		return previousSite{}, err
	}
	if len(data) == 0 {
		return previousSite{}, nil // what a power failure leaves of a manifest
	}
	files, err := decodeManifest(data)
	if err != nil {
		return previousSite{}, fmt.Errorf("its %s is not one of this program (%w); choose another directory or empty it", manifestName, err)
	}
	// The manifest may be reused like any other file.
	files = append(files, file{manifestName, int64(len(data)), sha256.Sum256(data)})
	info, err := os.Stat(filepath.Join(dir, manifestName))
	if err != nil {
		return previousSite{}, err
	}
	return previousSite{indexFiles(files), info.ModTime()}, nil
}

func refuseForeign(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil && len(entries) > 0 {
		err = fmt.Errorf("it holds %s but no %s, so it is not a site of this program; choose another directory or empty it", entries[0].Name(), manifestName)
	}
	return err
}

func indexFiles(files []file) map[string]file {
	byPath := make(map[string]file, len(files))
	for _, f := range files {
		byPath[f.Path] = f
	}
	return byPath
}

// has reports whether the previous site has the same file, and since when.
// A file touched after its manifest was written is not trusted.
func (p previousSite) has(dir string, f file) (modified time.Time, same bool) {
	if p.files[f.Path] != f {
		return time.Time{}, false
	}
	info, err := os.Lstat(filePath(dir, f))
	if err != nil || !info.Mode().IsRegular() || info.Size() != f.Size || info.ModTime().After(p.published) {
		return time.Time{}, false
	}
	return info.ModTime(), true
}

func filePath(dir string, f file) string {
	return filepath.Join(dir, filepath.FromSlash(f.Path))
}
