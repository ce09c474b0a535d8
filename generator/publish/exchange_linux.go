package publish

import (
	"errors"

	"golang.org/x/sys/unix"
)

// exchangeDirs swaps two directories in one step. The error is
// errors.ErrUnsupported where the kernel or the file system cannot, and
// fs.ErrNotExist when one of them is absent.
func exchangeDirs(a, b string) error {
	err := unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
	if errors.Is(err, unix.EINVAL) { // what file systems answer that do not know the flag
		return errors.ErrUnsupported
	}
	return err
}
