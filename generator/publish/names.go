package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// checkName refuses names that some system the site is unpacked on could not
// store: the mirror is opened on Windows as well.
func checkName(name string) error {
	if !fs.ValidPath(name) || name == "." {
		return errors.New(`the name must be relative, separated by "/", without "." and ".."`)
	}
	if i := strings.IndexFunc(name, unportable); i >= 0 {
		return fmt.Errorf("the name holds %q, which not every system can store", name[i:i+1])
	}
	for element := range strings.SplitSeq(name, "/") {
		if strings.HasSuffix(element, ".") || strings.HasSuffix(element, " ") {
			return fmt.Errorf("%q ends with a dot or a space, which not every system can store", element)
		}
	}
	return nil
}

func unportable(r rune) bool {
	return r < ' ' || r == 0x7f || strings.ContainsRune(`<>:"\|?*`, r)
}

// nameTable holds every file and directory of a site by its lower-case name.
type nameTable map[string]claimed

type claimed struct {
	name  string
	isDir bool
}

// claim enters a file and the directories above it. An error says what the name
// collides with.
func (t nameTable) claim(name string) error {
	for i, r := range name {
		if r != '/' {
			continue
		}
		if err := t.enter(claimed{name[:i], true}); err != nil {
			return err
		}
	}
	return t.enter(claimed{name, false})
}

func (t nameTable) enter(c claimed) error {
	folded := strings.ToLower(c.name)
	other, taken := t[folded]
	switch {
	case !taken:
		t[folded] = c
		return nil
	case other.name != c.name:
		return fmt.Errorf("%s differs from %s only by case", c.name, other.name)
	case other.isDir != c.isDir:
		return fmt.Errorf("%s is both a file and a directory", c.name)
	case !c.isDir:
		return errors.New("the file was written twice")
	}
	return nil
}
