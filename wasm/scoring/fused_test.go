package scoring

import (
	"os"
	"os/exec"
	"regexp"
	"testing"
)

// Multiplying and adding in one step rounds once instead of twice, which on
// arm64 would give other bits than in the browser.
func TestNothingIsFused(t *testing.T) {
	command := exec.Command("go", "build", "-gcflags=-S", "-o", os.DevNull, ".")
	command.Env = append(os.Environ(), "GOOS=linux", "GOARCH=arm64", "CGO_ENABLED=0")
	listing, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("compile for arm64: %v\n%s", err, listing)
	}
	if !regexp.MustCompile(`\tFMULD\t`).Match(listing) {
		t.Fatal("the listing shows no multiplication: is it one?")
	}
	for _, fused := range regexp.MustCompile(`(\(\S+\))\t(FN?M(ADD|SUB)D)\t`).FindAllSubmatch(listing, -1) {
		t.Errorf("%s: %s fuses two steps; convert the product, float64(a*b)", fused[1], fused[2])
	}
}
