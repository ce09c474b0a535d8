package search_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dop251/goja"

	"shigotoatlas/generator/asset"
	"shigotoatlas/generator/search"
)

func TestNormalise(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"ﾌﾟﾛｸﾞﾗﾏｰ", "ぷろぐらまー"},
		{"ＷｅｂデザイナーＡ", "webでざいなーa"},
		{"ウェブ", "うえぶ"},
		{"ヴァイオリン", "ばいおりん"},
		{"ヴ", "ぶ"},
		{"サーヴィス", "さーびす"},
		{"人々", "人人"},
		{"いすゞ", "いすず"},
		{"コンピュ−タ", "こんぴゅーた"},
		{"獸醫師", "獸医師"},
		{"みかづき", "みかずき"},
		{"３Ｄ―CAD", "3d―cad"},
		{"", ""},
	} {
		if got := search.Normalise(test.in); got != test.want {
			t.Errorf("Normalise(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestKey(t *testing.T) {
	for _, same := range [][]string{
		{"コンピューター", "コンピュータ"},
		{"デザイナー", "デザイナ", "ﾃﾞｻﾞｲﾅｰ"},
		{"メーク", "メイク"},
		{"ウェブ", "ウエブ"},
	} {
		for _, s := range same[1:] {
			if a, b := search.Key(search.Normalise(same[0])), search.Key(search.Normalise(s)); a != b {
				t.Errorf("keys of %q and %q are %q and %q, want the same", same[0], s, a, b)
			}
		}
	}
	for _, apart := range [][2]string{{"ビール", "ビル"}, {"スキー", "スキ"}, {"びよういん", "びょういん"}, {"カード", "カド"}} {
		if a, b := search.Key(search.Normalise(apart[0])), search.Key(search.Normalise(apart[1])); a == b {
			t.Errorf("keys of %q and %q are both %q, want two", apart[0], apart[1], a)
		}
	}
}

// TestNormaliseTwins holds the rules of Go and TypeScript against one another: every character of the content, and those
// of the blocks that the rules name, alone and in company that changes it.
func TestNormaliseTwins(t *testing.T) {
	vm := goja.New()
	source, err := asset.Module(filepath.Join("..", ".."), "search/normal.ts", "normal")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := vm.RunString(source + twinScript); err != nil {
		t.Fatal(err)
	}
	twin, _ := goja.AssertFunction(vm.Get("twin"))
	for r := range contentRunes(t) {
		c := string(r)
		line := strings.Join([]string{c, "ヴ" + c + "ヴ", "か" + c + "ー", "人" + c + "々", "a" + c + "ゞ"}, "\n")
		got, err := twin(goja.Undefined(), vm.ToValue(line))
		if err != nil {
			t.Fatalf("normalising %q: %v", line, err)
		}
		if want := search.Twin(line); got.String() != want {
			t.Errorf("of %q TypeScript makes %q, Go %q", line, got, want)
		}
	}
}

const twinScript = `
function twin(s) {
  const { chars } = normal.normalise(s);
  const classes = chars.map(c => +normal.isWord(c) + 2 * normal.isHan(c) + 4 * normal.isLatin(c));
  return chars.join("") + "/" + normal.keyOf(chars) + "/" + classes.join("");
}`

func contentRunes(t *testing.T) map[rune]bool {
	t.Helper()
	seen := map[rune]bool{}
	for _, block := range [][2]rune{{0x20, 0x530}, {0x2010, 0x2030}, {0x3000, 0x3100}, {0xFF00, 0xFFF0}} {
		for r := block[0]; r < block[1]; r++ {
			seen[r] = true
		}
	}
	content := os.DirFS(filepath.Join("..", "..", "content"))
	err := fs.WalkDir(content, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(content, path)
		for _, r := range string(data) {
			seen[r] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return seen
}
