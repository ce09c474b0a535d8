package page

import (
	"strings"
	"testing"
)

const storyFile = "stories/keeper-to-watcher/index.html"

func TestStory(t *testing.T) {
	press := newPress(t)
	press.all(t)
	page := press.printed(t, storyFile)
	page.has(t, "h1", "風車の丘から岬の小屋へ")
	page.has(t, "main .note-box strong", "モデルケース・架空")
	page.has(t, "title", "モデルケース・架空")
	page.has(t, ".facts dd", "48歳（準備 11か月）、回り道をした例")
	page.has(t, ".facts a[href=../../occupations/windmill-keeper/]", "風車守")
	page.has(t, ".facts a[href=../../occupations/fog-watcher/]", "霧見張")
	page.has(t, ".facts a[href=../../licences/fog-test/]", "霧観測検定")
	page.row(t, "#steps table", "休みの日に岬の小屋へ通う", "4")
	page.row(t, "#steps table", "合計", "11")
	for _, title := range []string{"これまで", "きっかけ", "準備", "生かせたこと", "最初の一年", "採用した側が見たこと", "このサイトで役に立つところ"} {
		page.has(t, "section h2", title)
	}
	page.has(t, ".prose a[href=../../occupations/windmill-keeper/]", "風車守")
}

// TestMoveInStory: the watcher has figures for reading and writing and none for the rest. Of the two who have them the
// higher stands at the percentile 75 and the lower at 25.
func TestMoveInStory(t *testing.T) {
	press := newPress(t)
	press.all(t)
	page := press.printed(t, storyFile)
	page.has(t, "#move .small", "比べた領域: スキル。")
	page.has(t, "#move .note-box", "「知識」は霧見張、「アビリティ」は霧見張、「仕事の内容」は霧見張の数字がない")
	page.row(t, "#move table", "読解力スキル 0〜7", "2.371低い", "3.000高い")
	page.has(t, "#move caption", "より多く求められるもの")
	page.has(t, "#move p", "どちらの職業でも「高い」の印が付く項目はありません。")
	page.has(t, "#move .small", "回答20人未満の領域: スキル（風車守）")
}

func TestStoryWithoutFigures(t *testing.T) {
	press := newPress(t, "to: 2\n", "to: 3\n")
	press.all(t)
	page := press.printed(t, storyFile)
	if len(page.find(t, "#move table")) > 0 {
		t.Error("there is a table of figures that one of the two has not")
	}
	page.has(t, "#move .note-box", "「スキル」は石段みがき")
}

func TestStoryIsLinked(t *testing.T) {
	press := newPress(t)
	press.all(t)
	press.printed(t, "index.html").has(t, "#stories a[href=stories/keeper-to-watcher/]", "風車の丘から岬の小屋へ")
	press.printed(t, "occupations/windmill-keeper/index.html").has(t, "#path h3", "この職業からの転職の例（モデルケース・架空）")
	press.printed(t, "occupations/fog-watcher/index.html").has(t, "#path h3", "この職業への転職の例（モデルケース・架空）")
	press.printed(t, "occupations/stair-polisher/index.html").lacks(t, "#path h3", "転職の例")
	list := press.printed(t, "stories/index.html")
	list.has(t, ".note-box", "1件は、すべてこのサイトが作った架空の例です。")
	list.has(t, "#forties li a", "風車の丘から岬の小屋へ")
	list.has(t, "#forties li p", "風車守 → 霧見張")
	for _, file := range []string{"index.html", "stories/index.html"} {
		if !strings.Contains(press.files[file], "架空") {
			t.Errorf("%s does not say that stories are made up", file)
		}
	}
}

// TestWithoutStories: a site that has no stories and no yardsticks leads to none.
func TestWithoutStories(t *testing.T) {
	press := newPress(t)
	press.c.Stories, press.c.Site.Stories, press.c.Yardsticks = nil, nil, nil
	press.all(t)
	for _, file := range []string{"stories/index.html", "yardsticks/index.html"} {
		if _, there := press.files[file]; there {
			t.Errorf("there is %s", file)
		}
	}
	home := press.printed(t, "index.html")
	home.lacks(t, "h2", "転職の例")
	home.lacks(t, ".foot a", "転職の例")
	home.lacks(t, ".foot a", "力の物差し")
}

func TestYardstick(t *testing.T) {
	press := newPress(t)
	press.all(t)
	press.printed(t, "yardsticks/index.html").has(t, ".card[href=../yardsticks/wind-sense/]", "風を読む物差し")
	page := press.printed(t, "yardsticks/wind-sense/index.html")
	page.has(t, "h1", "風を読む物差し")
	page.row(t, "table", "見習いLearner", "そばで教わる。")
	page.row(t, "#sky table", "一人前", "一時間先の風の強さを当てる。")
	page.has(t, "#sails p[lang=en]", "Choosing how many sails to set.")
	if n := len(page.find(t, "h2")); n != 2 {
		t.Errorf("%d headings of the second level, want 段階 and one for areas without a group", n)
	}
}
