package publish

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// The test binary started with these variables set builds the two versions in
// turn until it is killed.
const (
	childDir      = "PUBLISH_TEST_DIR"
	childTwoSteps = "PUBLISH_TEST_TWO_STEPS"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(childDir); dir != "" {
		fmt.Println(buildForever(dir, os.Getenv(childTwoSteps) != ""))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// version gives one of two sites: some files are the same in both, some differ,
// some are only in one.
func version(n int) tree {
	files := tree{"version": fmt.Sprint(n)}
	for i := range 40 {
		files[fmt.Sprintf("same/%d", i)] = strings.Repeat("same", i*100)
		files[fmt.Sprintf("differs/%d", i)] = strings.Repeat(fmt.Sprint(n), i*100)
		files[fmt.Sprintf("only%d/%d", n, i)] = strings.Repeat("only", i)
	}
	return files
}

func publishVersion(dir string, n int, twoSteps bool) error {
	site, err := Begin(dir)
	if err != nil {
		return err
	}
	if twoSteps {
		site.exchange = func(_, _ string) error { return errors.ErrUnsupported }
	}
	for name, content := range version(n) {
		err = errors.Join(err, site.Write(name, []byte(content)))
	}
	return errors.Join(err, site.Commit())
}

func buildForever(dir string, twoSteps bool) error {
	for n := 0; ; n = 1 - n {
		fmt.Println("building")
		if err := publishVersion(dir, n, twoSteps); err != nil {
			return err
		}
	}
}

// A build is killed at random moments. Each time one complete site must be in
// place, and the next build must succeed.
func TestKilledBuild(t *testing.T) {
	rounds := 40
	if testing.Short() {
		rounds = 10
	}
	for _, twoSteps := range []bool{false, true} {
		t.Run(fmt.Sprintf("twoSteps=%v", twoSteps), func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			if err := publishVersion(dir, 1, twoSteps); err != nil {
				t.Fatal(err)
			}
			var leftovers int
			for range rounds {
				killBuild(t, dir, twoSteps)
				leftovers += len(besides(t, dir))
				if twoSteps {
					recoverSite(t, dir)
				}
				checkOneVersion(t, dir)
			}
			if leftovers == 0 {
				t.Error("no build was killed while it was at work")
			}
			build(t, dir, version(0))
			checkTree(t, dir, version(0))
		})
	}
}

func killBuild(t *testing.T, dir string, twoSteps bool) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childDir+"="+dir)
	if twoSteps {
		child.Env = append(child.Env, childTwoSteps+"=1")
	}
	stdout, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(stdout)
	lines.Scan()
	time.Sleep(time.Duration(rand.Int64N(int64(25 * time.Millisecond))))
	if err := child.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	for lines.Scan() {
		if lines.Text() != "building" {
			t.Errorf("the build failed before it was killed: %s", lines.Text())
		}
	}
	if err := child.Wait(); err == nil {
		t.Error("the build ended by itself")
	}
}

// recoverSite does what the next build does first. Without it the site may lie
// beside its directory where directories cannot be exchanged.
func recoverSite(t *testing.T, dir string) {
	t.Helper()
	site, err := Begin(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := site.Abort(); err != nil {
		t.Fatal(err)
	}
}

func checkOneVersion(t *testing.T, dir string) {
	t.Helper()
	checkVerified(t, dir)
	files := read(t, dir)
	n := int(files["version"][0] - '0')
	if want := version(n); len(files) != len(want) {
		t.Errorf("version %d has %d files, want %d", n, len(files), len(want))
	}
}

// The moment between the two renames, set up by hand.
func TestRecoverBetweenTwoRenames(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	build(t, dir, tree{"old": "1"})
	site, err := Begin(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(
		site.Write("new", nil),
		os.Rename(dir, site.work.previous()),
		site.work.lock.Close(), // as the system does for a killed build
	); err != nil {
		t.Fatal(err)
	}
	recoverSite(t, dir)
	checkTree(t, dir, tree{"old": "1"})
}
