package asset

import (
	"strings"
	"testing"
)

func TestMinifySVG(t *testing.T) {
	src := `<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" role="img" aria-labelledby="t">
  <!-- c -->
  <title id="t">仕事  の図</title>
  <g fill="none" stroke="currentColor" stroke-width="1.75">
    <path d="M 4.00 12 L 20 12"></path>
  </g>
</svg>`
	const want = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" role="img" aria-labelledby="t"><title id="t">仕事 の図</title><g fill="none" stroke="currentColor" stroke-width="1.75"><path d="M4 12H20"/></g></svg>`
	got, err := MinifySVG([]byte(src))
	if err != nil || string(got) != want {
		t.Errorf("minified to %v\n%s\nwant\n%s", err, got, want)
	}
}

func TestMinifyJSON(t *testing.T) {
	got, err := MinifyJSON([]byte("{\n \"a b\" : [ 3.50, 1e3, null ],\t\"あ\": \"<  >\" }\n"))
	if want := `{"a b":[3.50,1e3,null],"あ":"<  >"}`; err != nil || string(got) != want {
		t.Errorf("minified to %s, %v; want %s", got, err, want)
	}
	_, err = MinifyJSON([]byte(`{"a": 1,}`))
	if err == nil || !strings.HasPrefix(err.Error(), "minifying JSON: invalid character '}'") {
		t.Errorf("error is %v", err)
	}
}
