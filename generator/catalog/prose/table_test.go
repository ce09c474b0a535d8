package prose

import (
	"strings"
	"testing"
)

func TestTableHeadersHaveScope(t *testing.T) {
	var b strings.Builder
	text := NewParser().Parse([]byte("| 仕事 | 場所 |\n| --- | --- |\n| 左官 | 現場 |\n"))
	if err := NewRenderer(func(Reference) string { return "" }).Render(&b, text); err != nil {
		t.Fatal(err)
	}
	if got := b.String(); strings.Count(got, `<th scope="col">`) != 2 || strings.Contains(got, `<td scope`) {
		t.Errorf("headers and cells are %s", got)
	}
}
