//go:build !linux

package publish

import "errors"

// exchangeDirs would swap two directories in one step.
func exchangeDirs(_, _ string) error {
	return errors.ErrUnsupported
}
