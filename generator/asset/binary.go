package asset

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/base64"
	"path"
	"strings"
)

// A Binary is a file of data that scripts load, under a name that changes with
// its content.
type Binary struct {
	// Path is where it stands in the site, such as "assets/scoring-4F2BXK7Q.wasm".
	Path string
	// Files are its bytes, and its twin: a classic script named Path + ".js" that
	// hands over the same bytes in base64, for pages opened from file://, which may
	// not fetch. static/load/binary.ts reads either.
	Files map[string][]byte
}

// NewBinary makes a file of data; name is such as "scoring.wasm".
func NewBinary(name string, data []byte) Binary {
	digest := sha256.Sum256(data)
	ext := path.Ext(name)
	hashed := strings.TrimSuffix(name, ext) + "-" + base32.StdEncoding.EncodeToString(digest[:5]) + ext
	return NamedBinary(hashed, data)
}

// NamedBinary makes a file of data whose name changes with its content already, such as "search/ja/v1-0a1b2c3d.bin".
func NamedBinary(name string, data []byte) Binary {
	at := path.Join(assetsDir, name)
	return Binary{at, map[string][]byte{at: data, at + ".js": twin(path.Base(name), data)}}
}

// twin is a script that leaves the bytes where the loader finds them. Names and
// base64 need no escaping.
func twin(name string, data []byte) []byte {
	var b strings.Builder
	b.WriteString(`(self.shigotoAtlasData=self.shigotoAtlasData||{})["` + name + `"]="`)
	b.WriteString(base64.StdEncoding.EncodeToString(data))
	b.WriteString(`";`)
	return []byte(b.String())
}
