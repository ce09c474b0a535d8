package publish

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"testing"

	"golang.org/x/sync/errgroup"
)

// BenchmarkPublish writes 900 files of 90 KB, about the size of the whole site:
// into an empty place, over a site with other bytes, and over the same site.
func BenchmarkPublish(b *testing.B) {
	const files, size = 900, 90_000
	for _, mode := range []string{"new", "changed", "same"} {
		b.Run(mode, func(b *testing.B) {
			dir := filepath.Join(b.TempDir(), "public")
			b.SetBytes(files * size)
			round := 0
			if mode != "new" {
				publishMany(b, dir, files, size, round)
			}
			for b.Loop() {
				switch mode {
				case "new":
					dir = filepath.Join(b.TempDir(), fmt.Sprint(round))
					round++
				case "changed":
					round++
				}
				publishMany(b, dir, files, size, round)
			}
		})
	}
}

// publishMany gives every file its own bytes, others in each round.
func publishMany(b *testing.B, dir string, files, size, round int) {
	site, err := Begin(dir)
	if err != nil {
		b.Fatal(err)
	}
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range files {
		group.Go(func() error {
			data := bytes.Repeat([]byte{byte(i)}, size)
			binary.LittleEndian.PutUint64(data, uint64(round))
			return site.Write(fmt.Sprintf("occupations/%d/index.html", i), data)
		})
	}
	if err := errors.Join(group.Wait(), site.Commit()); err != nil {
		b.Fatal(err)
	}
}
