// Package publish puts a finished site on disk. It is the only stage of the
// pipeline that writes files.
//
// A build calls [Begin] with the directory to publish into, [Site.Write] once
// for every file, from as many goroutines as it likes, and then [Site.Commit].
//
// What holds always:
//
//   - The whole tree is prepared beside the directory, on the same file system,
//     and takes its place in one step. Who looks at the directory sees the old
//     site or the new one, never a mixture.
//   - A build killed at any moment leaves the previous site whole, and the next
//     Begin removes what was left over. (Where the system cannot exchange two
//     directories in one step, there is a moment in which the previous site
//     lies beside the directory; the next Begin puts it back.)
//   - A file whose bytes equal those of the previous site is the same file: a
//     hard link, so that its inode and modification time stay. Nothing ever
//     writes into an existing file.
//   - manifest.json lists every other file with its size and SHA-256, sorted by
//     path. Equal files give equal manifests.
//   - A directory that is not empty and holds no manifest of ours is refused.
//   - Memory does not grow with the bytes written, only with the number of files.
//
// What it does not do: it does not call fsync. A site is rebuilt from its
// sources within seconds, so it is guarded against a killed build, which is
// daily life, and not against a power failure, which would cost a disk flush per
// build. After a power failure [Verify] tells what is damaged, and the next
// build repairs what lost its bytes, because sizes are checked before a file is
// reused. It does not keep the directory itself, only its name: a process whose
// working directory is the published one has to enter it anew after a build.
package publish

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sync"
	"time"
)

// Site is a site being written. It is not visible in the published directory
// before Commit has returned.
type Site struct {
	dir      string // the published directory: absolute, symbolic links resolved
	work     workDir
	next     *os.Root // the tree being prepared; if it disappears, Write fails
	previous previousSite

	// The two system calls a file system may lack. Tests replace them.
	exchange func(a, b string) error
	link     func(from, to string) error

	mu      sync.Mutex
	names   nameTable
	files   []file
	changed bool  // some file was written anew, not linked
	failure error // the first failed Write; such a site is never published
	done    bool
}

// Begin prepares to replace the site in dir, which may be absent or empty.
// It waits for nobody: a second build of the same directory is refused while
// the first is running. The caller ends with Commit or Abort.
func Begin(dir string) (*Site, error) {
	site, err := begin(dir)
	if err != nil {
		return nil, fmt.Errorf("preparing to publish into %s: %w", dir, err)
	}
	return site, nil
}

func begin(dir string) (*Site, error) {
	dir, err := resolve(dir)
	if err != nil {
		return nil, err
	}
	work, err := openWorkDir(dir)
	if err != nil {
		return nil, err
	}
	previous, err := readPrevious(dir)
	if err != nil {
		return nil, errors.Join(err, work.close())
	}
	next, err := work.openNext()
	if err != nil {
		return nil, errors.Join(err, work.close())
	}
	site := &Site{
		dir:      dir,
		work:     work,
		next:     next,
		previous: previous,
		exchange: exchangeDirs,
		link:     os.Link,
		names:    nameTable{},
	}
	return site, site.names.claim(manifestName)
}

// resolve gives the directory's real path, so that what lies beside it is on
// the same file system even when dir is a symbolic link.
func resolve(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	real, err := filepath.EvalSymlinks(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return dir, os.MkdirAll(filepath.Dir(dir), 0o755)
	}
	return real, err
}

// Write adds a file. The name is relative and separated by slashes; data may be
// reused by the caller after Write returns. Refused are names that other
// systems cannot store, names written before, and names that differ from
// another one only by case. Write may be called concurrently; all calls must
// have returned before Commit. After a failed Write the site cannot be
// committed.
func (s *Site) Write(name string, data []byte) error {
	err := s.write(name, data)
	if err == nil {
		return nil
	}
	err = fmt.Errorf("publishing %s: %w", name, err)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.failure == nil {
		s.failure = err
	}
	return err
}

func (s *Site) write(name string, data []byte) error {
	if name == manifestName {
		return errors.New("the name is kept for the list of all files")
	}
	if err := s.claim(name); err != nil {
		return err
	}
	f := file{Path: name, Size: int64(len(data)), SHA256: sha256.Sum256(data)}
	linked, err := s.store(f, data)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.files = append(s.files, f)
	s.changed = s.changed || !linked
	return nil
}

func (s *Site) claim(name string) error {
	if err := checkName(name); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.done {
		return errors.New("the site was already committed or aborted")
	}
	return s.names.claim(name)
}

// store links the previous site's file when its bytes are the same, and writes
// a new one otherwise.
func (s *Site) store(f file, data []byte) (linked bool, err error) {
	if err := s.next.MkdirAll(path.Dir(f.Path), 0o755); err != nil {
		return false, err
	}
	modified, same := s.previous.has(s.dir, f)
	if same && s.link(filePath(s.dir, f), filePath(s.next.Name(), f)) == nil {
		return true, nil
	}
	if err := s.writeNew(f.Path, data); err != nil {
		return false, err
	}
	if same {
		// Visitors' caches go by this time, so a copy keeps it as a link would.
		return true, s.next.Chtimes(f.Path, time.Time{}, modified)
	}
	return false, nil
}

// writeNew never opens an existing file: it might be linked into the live site.
func (s *Site) writeNew(name string, data []byte) error {
	f, err := s.next.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}
