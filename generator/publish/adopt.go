package publish

import (
	"errors"
	"fmt"
	"os"
	"path"
	"strings"
	"time"
)

// Adopt adds the files below a directory of another site that this package published, with the sizes and digests of
// its manifest: as hard links where the file system allows it, otherwise as copies. It is for what takes long to make
// and changes seldom. Where that site is not there, or one of the files is not as its manifest says, Adopt adds
// nothing and reports false.
func (s *Site) Adopt(dir, below string) (adopted bool, err error) {
	files, err := intact(dir, below+"/")
	if err != nil || len(files) == 0 {
		return false, nil
	}
	for _, f := range files {
		if err := s.adopt(dir, f); err != nil {
			return false, fmt.Errorf("publishing %s from %s: %w", f.Path, dir, err)
		}
	}
	return true, nil
}

// intact lists the files of a site whose paths begin so, if all of them are as the manifest says.
func intact(dir, prefix string) ([]file, error) {
	site, err := readPrevious(dir)
	if err != nil {
		return nil, err
	}
	var files []file
	for name, f := range site.files {
		if !strings.HasPrefix(name, prefix) {
			continue
		}
		if _, same := site.has(dir, f); !same {
			return nil, errors.New(name + " is not as the manifest says")
		}
		files = append(files, f)
	}
	return files, nil
}

// adopt takes the file of the previous site when it is the same, so that it stays the same file.
func (s *Site) adopt(dir string, f file) error {
	if err := s.claim(f.Path); err != nil {
		return err
	}
	if err := s.next.MkdirAll(path.Dir(f.Path), 0o755); err != nil {
		return err
	}
	_, kept := s.previous.has(s.dir, f)
	kept = kept && s.link(filePath(s.dir, f), filePath(s.next.Name(), f)) == nil
	if !kept && s.link(filePath(dir, f), filePath(s.next.Name(), f)) != nil {
		if err := s.copyFrom(dir, f); err != nil {
			return err
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.files = append(s.files, f)
	s.changed = s.changed || !kept
	return nil
}

// copyFrom keeps the time of the file, as a link would.
func (s *Site) copyFrom(dir string, f file) error {
	data, err := os.ReadFile(filePath(dir, f))
	if err != nil {
		return err
	}
	info, err := os.Stat(filePath(dir, f))
	if err != nil {
		return err
	}
	if err := s.writeNew(f.Path, data); err != nil {
		return err
	}
	return s.next.Chtimes(f.Path, time.Time{}, info.ModTime())
}
