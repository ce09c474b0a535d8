package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The rules of this file have a twin, static/search/normal.ts, which the visitor's query goes through. A test holds
// the two against one another over every code point of the content.

// Normalise brings spellings of the same text together: compatibility forms and widths (NFKC), case, katakana as
// hiragana, small vowels and ゔ as they are mostly written, iteration marks as what they repeat, old forms of
// characters as the new ones, and dashes after kana as the long mark they stand for.
func Normalise(s string) string {
	if strings.ContainsFunc(s, mayCompose) && !norm.NFKC.IsNormalString(s) {
		s = norm.NFKC.String(s)
	}
	out := make([]rune, 0, utf8.RuneCountInString(s))
	for _, r := range s {
		var last rune
		if len(out) > 0 {
			last = out[len(out)-1]
		}
		r = fold(r, last)
		if last == 'ゔ' {
			if b := labial(r); b != 0 {
				out[len(out)-1] = b
				continue
			}
			out[len(out)-1] = 'ぶ'
		}
		out = append(out, r)
	}
	if n := len(out); n > 0 && out[n-1] == 'ゔ' {
		out[n-1] = 'ぶ'
	}
	return string(out)
}

// mayCompose tells characters that NFKC may change; most of a Japanese text is known to be none.
func mayCompose(r rune) bool {
	return !(r < 0x80 || 0x3001 <= r && r <= 0x3035 || 0x3041 <= r && r <= 0x3096 || 0x30A1 <= r && r <= 0x30FE || 0x4E00 <= r && r <= 0x9FFF)
}

// fold gives the form of one character, which may depend on the one before it.
func fold(r, last rune) rune {
	switch {
	case isDash(r) && isHiragana(last):
		return longMark
	case isLatin(r):
		return unicode.ToLower(r)
	case 'ァ' <= r && r <= 'ヶ' || r == 'ヽ' || r == 'ヾ':
		r -= 'ァ' - 'ぁ'
	}
	switch r {
	case '々', 'ゝ':
		if last != 0 {
			return last
		}
	case 'ゞ':
		return voiced(last)
	}
	if to, ok := foldTo[r]; ok {
		return to
	}
	return r
}

const (
	longMark = 'ー'
	// foldFrom are characters written another way today, or in another spelling of the same word; those of foldInto
	// at the same places stand for them.
	foldFrom = "ぁぃぅぇぉゎぢづゐゑゕゖ" + oldForms
	foldInto = "あいうえおわじずいえかけ" + newForms
	oldForms = "亞惡壓圍醫榮衞圓鹽應櫻假價畫會繪懷擴學樂觀顏歸氣舊區驅勳經藝劍縣檢驗權國齋雜參絲寫實釋壽收從澁處將燒證乘狀眞圖數聲攝專戰淺錢禪雙總臟體對臺瀧擇單團鑄廳鐵轉傳點燈當黨讀腦賣發濱邊變辯寶豐萬滿藥餘譽來龍兩獵壘勵靈齡爐勞樓郞彌莊廣髙﨑嶋澤麵穗驛"
	newForms = "亜悪圧囲医栄衛円塩応桜仮価画会絵懐拡学楽観顔帰気旧区駆勲経芸剣県検験権国斎雑参糸写実釈寿収従渋処将焼証乗状真図数声摂専戦浅銭禅双総臓体対台滝択単団鋳庁鉄転伝点灯当党読脳売発浜辺変弁宝豊万満薬余誉来竜両猟塁励霊齢炉労楼郎弥荘広高崎島沢麺穂駅"
)

// foldTo maps the characters of foldFrom.
var foldTo = func() map[rune]rune {
	into := []rune(foldInto)
	m := map[rune]rune{}
	for i, r := range []rune(foldFrom) {
		m[r] = into[i]
	}
	return m
}()

// isDash tells the marks people type for the long mark.
func isDash(r rune) bool {
	return r == longMark || r == '-' || r == '‐' || r == '‑' || r == '–' || r == '—' || r == '―' || r == '−' || r == '─' || r == '〜' || r == '~'
}

func isHiragana(r rune) bool { return 'ぁ' <= r && r <= 'ゖ' || r == longMark }

func isHan(r rune) bool {
	return 0x4E00 <= r && r <= 0x9FFF || 0x3400 <= r && r <= 0x4DBF || 0xF900 <= r && r <= 0xFAFF || r == '〆' || 0x20000 <= r && r <= 0x3FFFF
}

// isLatin tells the characters of words that are never cut: letters of the Latin, Greek and Cyrillic alphabets, digits,
// and signs inside names such as C++, C# and R&D.
func isLatin(r rune) bool {
	switch {
	case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9', r == '&', r == '+', r == '#':
		return true
	}
	return 0xC0 <= r && r <= 0x24F && r != '×' && r != '÷' || 0x370 <= r && r <= 0x52F
}

// isWord tells the characters that words are made of; everything else parts them.
func isWord(r rune) bool { return isHan(r) || isHiragana(r) || isLatin(r) }

// labial gives ba, bi, be or bo for ゔ and a vowel, or 0.
func labial(vowel rune) rune {
	switch vowel {
	case 'あ':
		return 'ば'
	case 'い':
		return 'び'
	case 'え':
		return 'べ'
	case 'お':
		return 'ぼ'
	}
	return 0
}

const (
	clear  = "かきくけこさしすせそたちつてとはひふへほ"
	voices = "がぎぐげござじずぜぞだじずでどばびぶべぼ"
)

// voiced gives が for か, and the character itself where it has no voiced form.
func voiced(r rune) rune {
	at := 0
	for _, c := range clear {
		if c == r {
			return []rune(voices)[at]
		}
		at++
	}
	if r == 0 {
		return 'ゞ'
	}
	return r
}

// Key is the form under which a word of normalised text stands in the vocabulary. A long mark at the end of a longer
// word is often left out (コンピューター, コンピュータ), so it goes; elsewhere it is the vowel it lengthens, which brings
// メーク and メイク together and keeps ビール and ビル apart.
func Key(word string) string {
	if !strings.ContainsRune(word, longMark) {
		return word
	}
	runes := []rune(word)
	if n := len(runes); n > 3 && runes[n-1] == longMark {
		runes = runes[:n-1]
	}
	for i, r := range runes {
		if r == longMark && i > 0 {
			runes[i] = lengthened(runes[i-1])
		}
	}
	return string(runes)
}

// rows are the hiragana by the vowel that a long mark after them is read as.
var rows = [...]struct {
	vowel rune
	kana  string
}{
	{'あ', "あかがさざただなはばぱまやゃらわ"},
	{'い', "いきぎしじちにひびぴみりえけげせぜてでねへべぺめれ"},
	{'う', "うくぐすずつぬふぶぷむゆゅるおこごそぞとどのほぼぽもよょろを"},
}

func lengthened(r rune) rune {
	for _, row := range rows {
		if strings.ContainsRune(row.kana, r) {
			return row.vowel
		}
	}
	return longMark
}
