package release

import (
	"fmt"
	"strings"

	"shigotoatlas/generator/ingest"
)

// Markdown is the change as a text, with tables of GitHub's kind. Figures changed by the threshold are listed by
// occupation.
func (c Change) Markdown() string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("# 数値プロフィールの変更: %s → %s\n", c.Old.Version, c.New.Version)
	line("| 版 | 更新日 | 職業 |\n| --- | --- | ---: |")
	for _, e := range []Edition{c.Old, c.New} {
		line("| %s | %s | %d |", e.Version, e.Date, e.Occupations)
	}
	c.writeOccupations(line)
	c.writeItems(line)
	c.writeFigures(line)
	c.writeFlags(line)
	return b.String()
}

type writer func(format string, args ...any)

func (c Change) writeOccupations(line writer) {
	o := c.Occupations
	line("\n## 職業\n\n加わった %d、なくなった %d、名前が変わった %d\n", len(o.Added), len(o.Retired), len(o.Renamed))
	for _, x := range o.Added {
		line("- 加わった: %d %s", x.ID, x.Title)
	}
	for _, x := range o.Retired {
		line("- なくなった: %d %s", x.ID, x.Title)
	}
	for _, x := range o.Renamed {
		line("- 名前: %d %s → %s", x.ID, x.Old, x.New)
	}
}

func (c Change) writeItems(line writer) {
	i := c.Items
	line("\n## 項目\n\n加わった %d、なくなった %d、名前が変わった %d、番号が変わった %d、尺度が変わった %d\n",
		len(i.Added), len(i.Retired), len(i.Renamed), len(i.Renumbered), len(i.Rescaled))
	for _, x := range i.Added {
		line("- 加わった: %s %s", x.Domain, x.Name)
	}
	for _, x := range i.Retired {
		line("- なくなった: %s %s", x.Domain, x.Name)
	}
	for _, list := range []struct {
		what    string
		changes []ItemChange
	}{{"名前", i.Renamed}, {"番号", i.Renumbered}, {"尺度", i.Rescaled}} {
		for _, x := range list.changes {
			line("- %s: %s %s: %s → %s", list.what, x.Domain, x.Name, x.Old, x.New)
		}
	}
}

func (c Change) writeFigures(line writer) {
	line("\n## 数字\n\n両方の版にある職業と項目について。「大きい」は尺度の幅の %.0f %% 以上。\n", 100*c.Threshold)
	line("| 領域 | 比べた数 | 変わった | 大きい | 新しく出た | なくなった | 変わった職業 |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
	titles := map[string]string{}
	for _, d := range ingest.Domains() {
		titles[d.Name] = d.Title
	}
	for _, d := range c.Domains {
		line("| %s | %d | %d | %d | %d | %d | %d |", titles[d.Domain], d.Compared, d.Changed, d.Large, d.Appeared, d.Withdrawn, d.Resurveyed)
	}
	line("| 作業（番号ごと） | %d | %d | | %d | %d | |", c.Tasks.Compared, c.Tasks.Changed, c.Tasks.Added, c.Tasks.Retired)
	if len(c.Figures) > 0 {
		line("\n大きく変わった数字:\n\n| 収録番号 | 領域 | 項目 | 前 | 後 |\n| ---: | --- | --- | ---: | ---: |")
	}
	for _, f := range c.Figures {
		line("| %d | %s | %s | %.3f | %.3f |", f.ID, titles[f.Domain], f.Key, f.Old, f.New)
	}
}

func (c Change) writeFlags(line writer) {
	line("\n## 印\n\n| 表 | 付いた | 消えた | 加わった列 | なくなった列 |\n| --- | ---: | ---: | --- | --- |")
	for _, f := range c.Flags {
		line("| %s | %d | %d | %s | %s |", f.Table, f.Set, f.Cleared, strings.Join(f.Added, ", "), strings.Join(f.Retired, ", "))
	}
}
