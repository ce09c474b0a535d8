package catalog

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// crowd is the small site with n more written occupations, ids 101 and up. Their texts are that of windmill-keeper with
// every kanji and every Latin letter replaced by another, a different one in each, so that no two repeat one another;
// change may then alter a text.
func crowd(t *testing.T, n int, change func(i int, text string) string) site {
	s := smallSite(t)
	_, body, _ := strings.Cut(s["content/occupations/windmill-keeper.md"], "\n---\n")
	for i := range n {
		id := 101 + i
		s[fmt.Sprintf("content/occupations/crowd-%d.md", id)] = fmt.Sprintf(`---
id: %d
name: 群衆%d
reading: ぐんしゅう
english: Crowd
summary: 広場に立ち、人の流れを見て、道を空けるように頼む。
field: wind
industries: [D06]
themes: [alone]
tasks:
%sreviewed: 2026-03-01
---
`, id, id, strings.Join(crowdTasks(), "")) + change(i, disguise(body, i+1))
		s["dataset/tables/occupations.csv"] += fmt.Sprintf("%d,群衆%d,,,,,,,\n", id, id)
	}
	return s
}

func crowdTasks() []string {
	var tasks []string
	for _, what := range []string{"東", "西", "南", "北", "上", "下", "右", "左"} {
		tasks = append(tasks, "  - text: 広場の"+what+"に立って人の流れを見る\n")
	}
	return tasks
}

var kept = regexp.MustCompile(`(?m)^## .*$|\]\([^)]*\)`)

// disguise shifts kanji and letters, headings and destinations of links apart.
func disguise(text string, by int) string {
	shift := func(part string) string {
		return strings.Map(func(r rune) rune {
			switch {
			case r >= 0x4E00 && r < 0x9000:
				return 0x4E00 + (r-0x4E00+rune(97*by))%(0x9000-0x4E00)
			case r >= 'a' && r <= 'z':
				return 'a' + (r-'a'+rune(by))%26
			}
			return r
		}, part)
	}
	var b strings.Builder
	at := 0
	for _, place := range kept.FindAllStringIndex(text, -1) {
		b.WriteString(shift(text[at:place[0]]))
		b.WriteString(text[place[0]:place[1]])
		at = place[1]
	}
	b.WriteString(shift(text[at:]))
	return b.String()
}

// sectionBegins puts a sentence at the beginning of a section, sectionEnds at its end.
func sectionBegins(text, section, sentence string) string {
	return strings.Replace(text, "## "+section+"\n", "## "+section+"\n"+sentence, 1)
}

func sectionEnds(text, section, sentence string) string {
	i := strings.Index(text, "## "+section+"\n")
	end := i + strings.Index(text[i:], "\n\n")
	return text[:end] + sentence + text[end:]
}

// sectionHas puts sentences after the first of a section.
func sectionHas(text, section, sentences string) string {
	i := strings.Index(text, "## "+section+"\n")
	end := i + strings.Index(text[i:], "。") + len("。")
	return text[:end] + sentences + text[end:]
}

func TestSameSentences(t *testing.T) {
	opening, closing := "この仕事に休みはありません。", "こうして一日が終わるのです。"
	in := func(n int) func(i int, text string) string {
		return func(i int, text string) string {
			if i < n {
				text = sectionEnds(sectionBegins(text, "働く条件", opening), "キャリアパス", closing)
			}
			return text
		}
	}
	if got := faultsOf(t, crowd(t, 5, in(3))); len(got) != 0 {
		t.Errorf("three may begin alike:\n%s", strings.Join(got, "\n"))
	}
	var want []string
	for id := range 4 {
		file := fmt.Sprintf("content/occupations/crowd-%d.md", 101+id)
		want = append(want,
			file+`:33:1: section ## 働く条件 begins with "この仕事に休みはありません" as in 4 occupations; allowed are 3`,
			file+`:36:1: section ## キャリアパス ends with "こうして一日が終わるのです" as in 4 occupations; allowed are 3`)
	}
	if got := faultsOf(t, crowd(t, 5, in(4))); !slices.Equal(got, want) {
		t.Errorf("found\n%s", strings.Join(got, "\n"))
	}
	easy := func(_ int, text string) string {
		return sectionEnds(text, "やさしい日本語", "よるもはたらきます。")
	}
	if got := faultsOf(t, crowd(t, 5, easy)); len(got) != 0 {
		t.Errorf("easy Japanese has few sentences to end with:\n%s", strings.Join(got, "\n"))
	}
	elsewhere := func(i int, text string) string {
		return sectionBegins(text, []string{"働く条件", "就くには", "キャリアパス", "どんな仕事"}[i], opening)
	}
	if got := faultsOf(t, crowd(t, 4, elsewhere)); len(got) != 0 {
		t.Errorf("sentences are held against those of the same section:\n%s", strings.Join(got, "\n"))
	}
}

func TestRepeatedPhrases(t *testing.T) {
	clause := "風が吹けば桶屋がもうかるという古い言い伝えを信じて空を見上げる人は少なくありませんでした。" +
		"それでも桶屋は今日も店を開け、客の来ない昼下がりに桶のたがを締め直しては夕日の沈むのを待ちます。" +
		"となりの鍛冶屋は火を落とし、向かいの豆腐屋は水を替え、通りの端では子どもらが縄を回しています。" +
		"やがて鐘が鳴り、戸が閉まり、灯がともり、町は一つの寝息になって朝を待つのでした。"
	in := func(n int) func(i int, text string) string {
		return func(i int, text string) string {
			if i < n {
				text = sectionHas(text, "どんな仕事", clause)
			}
			return text
		}
	}
	if got := faultsOf(t, crowd(t, 20, in(4))); len(got) != 0 {
		t.Errorf("a clause may stand in four files:\n%s", strings.Join(got, "\n"))
	}
	if got := faultsOf(t, crowd(t, 19, in(5))); len(got) != 0 {
		t.Errorf("twenty written occupations and fewer may repeat phrases:\n%s", strings.Join(got, "\n"))
	}
	got := faultsOf(t, crowd(t, 20, in(5)))
	if len(got) != 5 {
		t.Fatalf("five files repeat more than a tenth; found\n%s", strings.Join(got, "\n"))
	}
	want := `content/occupations/crowd-101.md:22:56: 14.0 % of the text is phrases that stand in more than 4 occupations, ` +
		`such as "です風が吹けば桶屋がもうかるという古い言い伝えを信じて空を見上げる人は少"; allowed are 10 %`
	if got[0] != want {
		t.Errorf("found %s", got[0])
	}
	lines := strings.Split(crowd(t, 20, in(5))["content/occupations/crowd-101.md"], "\n")
	if begins := string([]rune(lines[22-1])[56-1:]); !strings.HasPrefix(begins, "です。風が吹けば") {
		t.Errorf("22:56 is %q", begins)
	}
}

// The shares are those that a count of every phrase by itself gives.
func TestRepetitionsByCounting(t *testing.T) {
	var texts [][]rune
	for i := range 40 {
		text := ""
		for j := range 30 {
			text += fmt.Sprintf("%c", 'あ'+(i*i+j*7)%80)
			if (i+j)%9 == 0 {
				text += "いろはにほへとちりぬるをわかよたれそつねならむ"
			}
			if i%7 == 0 && j == 11 {
				text += "うゐのおくやまけふこえてあさきゆめみしゑひもせす"
			}
		}
		texts = append(texts, []rune(text))
	}
	texts = append(texts, nil, []rune("いろは"), texts[3][:phraseLength])
	for i, r := range repetitions(texts) {
		covered, longest := countRepeated(texts, i)
		share := 0.0
		if len(texts[i]) > 0 {
			share = float64(covered) / float64(len(texts[i]))
		}
		if r.share != share || r.end-r.begin != longest {
			t.Errorf("text %d: %.3f repeated, longest run %d; counted %.3f, %d", i, r.share, r.end-r.begin, share, longest)
		}
	}
}

// countRepeated holds every phrase of a text against every text.
func countRepeated(texts [][]rune, i int) (covered, longest int) {
	hit := make([]bool, len(texts[i]))
	for at := 0; at+phraseLength <= len(texts[i]); at++ {
		phrase, files := string(texts[i][at:at+phraseLength]), 0
		for _, other := range texts {
			if strings.Contains(string(other), phrase) {
				files++
			}
		}
		if files > maxPhraseFiles {
			for j := range phraseLength {
				hit[at+j] = true
			}
		}
	}
	run := 0
	for _, h := range hit {
		if !h {
			run = 0
			continue
		}
		covered++
		run++
		longest = max(longest, run)
	}
	return covered, longest
}

func TestEndSentences(t *testing.T) {
	for _, want := range []struct{ text, opening, closing string }{
		{"", "", ""},
		{"風が吹く。", "風が吹く", "風が吹く"},
		{"風が吹く。雨が降る。\n雪が積もる。", "風が吹く", "雪が積もる"},
		{"風が吹く\n雪が積もる", "風が吹く", "雪が積もる"},
		{"Wind blows. Rain falls. It costs 1.5 hours.", "Wind blows", "It costs 1.5 hours."},
	} {
		if opening, closing := endSentences(want.text); opening != want.opening || closing != want.closing {
			t.Errorf("%q begins with %q and ends with %q", want.text, opening, closing)
		}
	}
}
