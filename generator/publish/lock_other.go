//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package publish

import (
	"errors"
	"os"
)

// tryLock cannot lock on this system: two builds of one directory at the same
// time are the caller's to avoid.
func tryLock(_ *os.File) error {
	return nil
}

// removeLock closes the file first: Windows removes no open file.
func removeLock(f *os.File) error {
	return errors.Join(f.Close(), os.Remove(f.Name()))
}
