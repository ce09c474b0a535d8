package asset

import (
	"bytes"
	"testing"
)

// The expected name holds the first five bytes of the SHA-256 of "abc" (FIPS 180-2, appendix B.1: ba7816bf 8f…) in
// base32, and its base64 is YWJj (RFC 4648).
func TestNewBinary(t *testing.T) {
	b := NewBinary("search/names.bin", []byte("abc"))
	const want = "assets/search/names-XJ4BNP4P.bin"
	if b.Path != want {
		t.Errorf("the path is %s, want %s", b.Path, want)
	}
	if len(b.Files) != 2 || !bytes.Equal(b.Files[want], []byte("abc")) {
		t.Errorf("the files are %q", b.Files)
	}
	const script = `(self.shigotoAtlasData=self.shigotoAtlasData||{})["names-XJ4BNP4P.bin"]="YWJj";`
	if got := string(b.Files[want+".js"]); got != script {
		t.Errorf("the twin is %s, want %s", got, script)
	}
}
