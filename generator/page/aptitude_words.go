package page

import "html/template"

// practiceWords are the words of the page beside the tasks themselves.
type practiceWords struct {
	Tasks, Abilities, Method, Counted, Made, Limits, Paper, NoScript, Key, KeyOf, Task, Same template.HTML
}

func (t *teller) practiceWords() practiceWords {
	return practiceWords{
		Tasks:     t.say("五つの課題", "{五|いつ}つの{問題|もんだい}", "The five tasks"),
		Abilities: t.say("関係する力", "{関係|かんけい}する{力|ちから}", "Abilities behind it"),
		Method:    t.say("数え方と限界", "{数|かぞ}え{方|かた}", "How it is counted, and its limits"),
		Counted: t.say("課題ごとに、答えた数と合った数を数えます。並び順は、あなたの五つの課題の中で、合った数の多い順です。同じ数は同じ順位です。とばした問題と、時間が来て答えなかった問題は、答えた数に入れません。",
			"{答|こた}えた{数|かず}と、{合|あ}った{数|かず}を{数|かぞ}えます。{順番|じゅんばん}は、{合|あ}った{数|かず}が{多|おお}い{順番|じゅんばん}です。",
			"For each task it counts how many you answered and how many were right. The order is that of your own five tasks by the number right; equal numbers share a place. What you skipped, or did not reach in time, is not counted as answered."),
		Made: t.say("数、立体、文字、図形の問題は、端末の中で乱数から作ります（SplitMix64、doi:10.1145/2660193.2660195）。正解がどの問題にも一つだけあることを、別の解き方で確かめています。文はこのサイトが書きました。どの検査の問題も使っていません。",
			"{問題|もんだい}は、この{機械|きかい}の{中|なか}で{作|つく}ります。{正|ただ}しい{答|こた}えは、いつも{一|ひと}つだけです。ほかのテストの{問題|もんだい}は{使|つか}っていません。",
			"Items with numbers, solids, codes and figures are made on your device from random numbers (SplitMix64, doi:10.1145/2660193.2660195); that each has exactly one right answer is checked by solving it another way. The sentences are this site's own. No item of any test is used."),
		Limits: t.say("ほかの人のデータと比べていないので、数の高い低いは分かりません。課題どうしの難しさも同じではないので、並び順は「次に何を練習するか」の参考にとどめてください。疲れ、画面の大きさ、慣れで結果は変わります。同じ課題を繰り返すと数が増えるのがふつうです。",
			"ほかの{人|ひと}と{比|くら}べません。{問題|もんだい}のむずかしさも{同|おな}じではありません。{練習|れんしゅう}すると、{数|かず}は{多|おお}くなります。",
			"Without data of other people, no number is high or low. Nor are the tasks equally hard, so take the order only as a hint what to practise next. Tiredness, the size of the screen and habit change the result; doing a task again usually raises it."),
		Paper:    t.say("紙で練習する", "{紙|かみ}で{練習|れんしゅう}する", "Practise on paper"),
		NoScript: t.say("画面で練習するには、スクリプトを使える設定が必要です。使えないときは、次の問題を印刷して使えます。", "スクリプトが{使|つか}えないときは、{紙|かみ}で{練習|れんしゅう}できます。", "Practising on screen needs scripts. Without them, the items below can be printed and used."),
		Key:      t.say("答え", "{答|こた}え", "Key"),
		KeyOf:    t.say("課題ごとの正しい答え", "{正|ただ}しい{答|こた}え", "The right answers by task"),
		Task:     t.say("課題", "{問題|もんだい}", "Task"),
		Same:     t.say("同じ図形はどれですか。", "{同|おな}じ{形|かたち}は、どれですか。", "Which figure is the same?"),
	}
}
