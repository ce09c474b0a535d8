package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// workDir is the directory .<name>.build beside the published directory. It
// exists only while a build runs, or after one was killed. In it are:
//
//	lock      held by the running build, released by the system when it dies
//	next      the tree being prepared; after an exchange, the replaced tree
//	previous  the replaced tree, where directories cannot be exchanged
type workDir struct {
	dir  string // the published directory
	lock *os.File
}

func workPath(dir string) string {
	return filepath.Join(filepath.Dir(dir), "."+filepath.Base(dir)+".build")
}

func (w workDir) next() string     { return filepath.Join(workPath(w.dir), "next") }
func (w workDir) previous() string { return filepath.Join(workPath(w.dir), "previous") }

// openWorkDir locks the work directory and clears what a killed build left.
func openWorkDir(dir string) (workDir, error) {
	lock, err := lockFile(filepath.Join(workPath(dir), "lock"))
	if err != nil {
		return workDir{}, err
	}
	w := workDir{dir, lock}
	if err := w.clear(); err != nil {
		return workDir{}, errors.Join(err, lock.Close())
	}
	return w, nil
}

func (w workDir) openNext() (*os.Root, error) {
	if err := os.Mkdir(w.next(), 0o755); err != nil {
		return nil, err
	}
	return os.OpenRoot(w.next())
}

// recover puts the previous site back if a build was stopped between the two
// renames of Site.swapInTwoSteps.
func (w workDir) recover() error {
	_, err := os.Lstat(w.dir)
	if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	err = os.Rename(w.previous(), w.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// clear removes every tree but the lock. It never removes a previous site that
// could not be put back: that may be the only one there is.
func (w workDir) clear() error {
	if err := w.recover(); err != nil {
		return err
	}
	return errors.Join(os.RemoveAll(w.next()), os.RemoveAll(w.previous()))
}

// close removes the work directory. The lock goes last: from then on another
// build may begin in the same place.
func (w workDir) close() error {
	if err := w.clear(); err != nil {
		return errors.Join(err, w.lock.Close())
	}
	err := removeLock(w.lock)
	// Fails when the next build is there already, which is as good.
	_ = os.Remove(workPath(w.dir))
	return err
}

// lockFile creates and locks the file, with its directory.
func lockFile(name string) (*os.File, error) {
	for {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return nil, err
		}
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
		if errors.Is(err, fs.ErrNotExist) {
			continue // a build that just ended removed the directory
		}
		if err != nil {
			return nil, err
		}
		if err := tryLock(f); err != nil {
			return nil, errors.Join(err, f.Close())
		}
		if stillAt(f, name) {
			return f, nil
		}
		f.Close() // a build that just ended removed the file before it was locked
	}
}

func stillAt(f *os.File, name string) bool {
	opened, err := f.Stat()
	if err != nil {
		return false
	}
	now, err := os.Stat(name)
	return err == nil && os.SameFile(opened, now)
}
