//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package publish

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// tryLock locks f until it is closed or the process ends.
func tryLock(f *os.File) error {
	err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	if errors.Is(err, unix.EWOULDBLOCK) {
		return errors.New("another build is writing it; wait for that one to end")
	}
	return err
}

// removeLock removes the file while it is still locked: after the unlocking it
// may be another build's.
func removeLock(f *os.File) error {
	return errors.Join(os.Remove(f.Name()), f.Close())
}
