package publish

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// Commit writes the manifest and puts the new site in the place of the old one.
// When it fails, the previous site is as it was, with one exception that the
// error names: the new site is in place but the old one could not be removed.
func (s *Site) Commit() error {
	if err := s.end(); err != nil {
		return fmt.Errorf("publishing into %s: %w", s.dir, err)
	}
	err := s.failure
	if err == nil {
		err = s.storeManifest()
	}
	// Closed before the swap: not every system renames an open directory.
	err = errors.Join(err, s.next.Close())
	if err == nil {
		err = s.swap()
	}
	if err != nil {
		return fmt.Errorf("publishing into %s: %w", s.dir, errors.Join(err, s.work.close()))
	}
	if err := s.work.close(); err != nil {
		return fmt.Errorf("the new site is in %s, but what it replaced could not be removed: %w", s.dir, err)
	}
	return nil
}

// Abort drops what was written. After Commit it does nothing, so it can be
// deferred.
func (s *Site) Abort() error {
	if s.end() != nil {
		return nil
	}
	if err := errors.Join(s.next.Close(), s.work.close()); err != nil {
		return fmt.Errorf("dropping the site prepared for %s: %w", s.dir, err)
	}
	return nil
}

func (s *Site) end() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.done {
		return errors.New("the site was already committed or aborted")
	}
	s.done = true
	return nil
}

func (s *Site) storeManifest() error {
	data, err := encodeManifest(s.files)
	if err != nil {
		return err
	}
	if s.changed {
		// The manifest must not be older than a file it lists; see has.
		delete(s.previous.files, manifestName)
	}
	_, err = s.store(file{manifestName, int64(len(data)), sha256.Sum256(data)}, data)
	return err
}

func (s *Site) swap() error {
	err := s.exchange(s.work.next(), s.dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return os.Rename(s.work.next(), s.dir)
	case errors.Is(err, errors.ErrUnsupported):
		return s.swapInTwoSteps()
	}
	return err
}

// swapInTwoSteps leaves the published directory absent for a moment. A build
// stopped in that moment, by a signal or an error, is put right by
// workDir.recover.
func (s *Site) swapInTwoSteps() error {
	if err := os.Rename(s.dir, s.work.previous()); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return os.Rename(s.work.next(), s.dir)
}
