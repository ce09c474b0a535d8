package page

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"

	"shigotoatlas/generator/catalog"
	"shigotoatlas/generator/release"
)

// releasesView is the list of changes between releases of the numeric profiles, and releaseView is one of them.
type releasesView struct{ Changes []releaseRow }

type releaseRow struct {
	link
	Date           string
	Added, Retired int
	Changed        string
}

type releaseView struct {
	Old, New             release.Edition
	Added, Retired       []link // of occupations that have a page; others have no address
	Renamed              []release.Renamed
	AddedItems           []itemGroup
	RetiredItems         []itemGroup
	RenamedItems         []release.ItemChange
	Renumbered, Rescaled int
	Domains              []domainChange
	Tasks                release.Tasks
	Flags                []flagChange
	Percent              int // the threshold, of a scale's width
	Large                int
	Figures              []figureChange
	Data                 string // address of the change as JSON
}

type itemGroup struct {
	Domain string
	Names  []string
}

type domainChange struct {
	Name string
	release.Domain
}

type flagChange struct {
	Name string
	release.Flags
}

type figureChange struct {
	Occupation         link
	Domain, Item       string
	Old, New, Movement string
}

// shownFigures is how many of the changed figures a page shows; the data has all.
const shownFigures = 100

func releasePath(c *catalog.ReleaseChange) string { return "releases/" + c.Name + "/" }

func (s *site) releasePages() error {
	v := s.newView("releases", "releases/", "データの更新", "数値プロフィールの版が変わったとき、どの職業、項目、数字が変わったかの一覧です。")
	main := releasesView{}
	for _, c := range s.c.ReleaseChanges {
		changed := 0
		for _, d := range c.Domains {
			changed += d.Changed
		}
		main.Changes = append(main.Changes, releaseRow{link{releaseName(c), v.Root + releasePath(c)}, c.New.Date,
			len(c.Occupations.Added), len(c.Occupations.Retired), grouped(strconv.Itoa(changed))})
		if err := s.releasePage(c); err != nil {
			return err
		}
	}
	v.Main = main
	return s.render(v, "releases/", s.latest())
}

func releaseName(c *catalog.ReleaseChange) string {
	return "ver." + c.Old.Version + " から " + c.New.Version
}

func (s *site) releasePage(c *catalog.ReleaseChange) error {
	path := releasePath(c)
	name := releaseName(c)
	v := s.newView("release", path, "データの更新 "+name, "数値プロフィールの"+name+"で、加わった職業、変わった項目と数字です。")
	v.Crumbs = []link{{"データの更新", v.Root + "releases/"}}
	main := releaseView{
		Old: c.Old, New: c.New, Renamed: c.Occupations.Renamed, Tasks: c.Tasks, Percent: int(math.Round(100 * c.Threshold)), Large: len(c.Figures),
		Added: s.changedOccupations(v.Root, c.Occupations.Added), Retired: s.changedOccupations(v.Root, c.Occupations.Retired),
		AddedItems: s.itemGroups(c.Items.Added), RetiredItems: s.itemGroups(c.Items.Retired), RenamedItems: c.Items.Renamed,
		Renumbered: len(c.Items.Renumbered), Rescaled: len(c.Items.Rescaled), Figures: s.largestChanges(v.Root, c), Data: v.Root + changeFile(c),
	}
	for _, d := range c.Domains {
		main.Domains = append(main.Domains, domainChange{s.c.Domain(d.Domain).Name, d})
	}
	for _, f := range c.Flags {
		main.Flags = append(main.Flags, flagChange{map[string]string{"skills_not_relevant": "スキルの「関係なし」", "knowledge_not_relevant": "知識の「関係なし」",
			"sample_flags": "回答が少ない印"}[f.Table], f})
	}
	v.Main = main
	data, err := json.Marshal(c.Change)
	if err != nil {
		return fmt.Errorf("writing the change %s: %w", c.Name, err)
	}
	if err := s.Write(changeFile(c), data); err != nil {
		return err
	}
	return s.render(v, path, c.New.Date)
}

// changeFile is where the whole change stands as data.
func changeFile(c *catalog.ReleaseChange) string { return releasePath(c) + "change.json" }

func (s *site) changedOccupations(root string, occupations []release.Occupation) []link {
	var links []link
	for _, x := range occupations {
		if o := s.c.Occupation(x.ID); o != nil {
			links = append(links, s.occupationLink(root, o))
		} else {
			links = append(links, link{Name: x.Title})
		}
	}
	return links
}

func (s *site) itemGroups(items []release.Item) []itemGroup {
	var groups []itemGroup
	for _, i := range items {
		name := s.c.Domain(i.Domain).Name
		if len(groups) == 0 || groups[len(groups)-1].Domain != name {
			groups = append(groups, itemGroup{Domain: name})
		}
		last := &groups[len(groups)-1]
		last.Names = append(last.Names, i.Name)
	}
	return groups
}

// largestChanges are the figures that moved most, as a share of their scale.
func (s *site) largestChanges(root string, c *catalog.ReleaseChange) []figureChange {
	movement := func(f release.Figure) float64 {
		width := 1.0 // of an item that is no longer asked, on a scale that is not known here
		if item := s.itemOf(f); item != nil {
			width = item.Maximum - item.Minimum
		}
		return math.Abs(f.New-f.Old) / width
	}
	figures := slices.Clone(c.Figures)
	slices.SortStableFunc(figures, func(a, b release.Figure) int { return cmp.Compare(movement(b), movement(a)) })
	var changes []figureChange
	for _, f := range figures[:min(shownFigures, len(figures))] {
		o, item := s.c.Occupation(f.ID), s.itemOf(f)
		if o == nil || item == nil {
			continue
		}
		changes = append(changes, figureChange{s.occupationLink(root, o), s.c.Domain(f.Domain).Name, item.Name,
			decimals(f.Old, 3), decimals(f.New, 3), strconv.Itoa(int(math.Round(100 * movement(f))))})
	}
	return changes
}

// itemOf is the item of a figure, nil where the present release has it no more.
func (s *site) itemOf(f release.Figure) *catalog.Item {
	d := s.c.Domain(f.Domain)
	i := slices.IndexFunc(d.Items, func(i catalog.Item) bool { return i.Key == f.Key })
	if i < 0 {
		return nil
	}
	return &d.Items[i]
}
