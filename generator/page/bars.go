package page

import (
	"html/template"
	"strconv"
)

// barTable writes the head and body of a chart's table: the one place where rows with bars are made. It is written in
// Go and not as a template because pages are made of such rows: through a template they take ten times as long.
//
// A row holds the item, its figure as published, the bar with the mark of the mean, and the level in a word. Rows of
// the whole domain do not link to their items: two hundred addresses would be a tenth of the page.
func barTable(rows []bar, linked bool) template.HTML {
	b := make([]byte, 0, 256+len(rows)*260)
	b = append(b, barHead...)
	for _, r := range rows {
		b = append(b, `<tr><th scope="row">`...)
		if linked && r.Href != "" {
			b = append(b, `<a href="`+template.HTMLEscapeString(r.Href)+`">`+template.HTMLEscapeString(r.Name)+`</a>`...)
		} else {
			b = append(b, template.HTMLEscapeString(r.Name)...)
		}
		b = r.appendCells(b)
	}
	return template.HTML(append(b, `</tbody>`...))
}

const barHead = `<thead><tr><th scope="col">項目</th><th scope="col" class="n">値</th><th scope="col"><span class="hidden">図</span></th><th scope="col">全職業の中で</th></tr></thead><tbody>`

func (r bar) appendCells(b []byte) []byte {
	if r.Value == "" {
		return append(b, `</th><td colspan="3" class="w">数字がありません</td></tr>`...)
	}
	if r.NotRelevant {
		b = append(b, ` <span class="flag">関係なし</span>`...)
	}
	b = append(b, `</th><td class="n">`+r.Value...)
	b = appendBar(b, r.Width, r.Mean)
	return append(b, r.Level+`</td></tr>`...)
}

// appendBar ends a cell and writes one that draws a bar of a width in hundredths, with a mark at the mean, and begins
// the next. The style sheet knows the classes v0 to v100 and m0 to m100.
func appendBar(b []byte, width, mean int) []byte {
	b = append(b, `</td><td class="b v`...)
	b = strconv.AppendInt(b, int64(width), 10)
	b = append(b, ` m`...)
	b = strconv.AppendInt(b, int64(mean), 10)
	return append(b, `"></td><td class="w">`...)
}

// rankTable writes the rows of an item's ranking.
func rankTable(rows []rankView) template.HTML {
	b := make([]byte, 0, 256+len(rows)*300)
	b = append(b, `<thead><tr><th scope="col" class="n">順位</th><th scope="col">職業</th><th scope="col" class="n">値</th><th scope="col"><span class="hidden">図</span></th><td></td></tr></thead><tbody>`...)
	for _, r := range rows {
		b = append(b, `<tr><td class="n">`...)
		b = strconv.AppendInt(b, int64(r.Place), 10)
		b = append(b, `</td><th scope="row"><a href="`+template.HTMLEscapeString(r.Href)+`">`+template.HTMLEscapeString(r.Name)+`</a>`...)
		if r.Small {
			b = append(b, ` <span class="flag">回答20人未満</span>`...)
		}
		b = append(b, `</th><td class="n">`+r.Value...)
		b = append(appendBar(b, r.Width, r.Mean), `</td></tr>`...)
	}
	return template.HTML(append(b, `</tbody>`...))
}
