package page

import (
	"strconv"
	"strings"

	"shigotoatlas/generator/catalog"
	"shigotoatlas/generator/catalog/prose"
)

// The addresses of pages, relative to the home page. They are permanent.

func occupationPath(o *catalog.Occupation) string { return "occupations/" + o.Slug + "/" }
func fieldPath(f *catalog.Field) string           { return "fields/" + f.Key + "/" }
func themePath(t *catalog.Theme) string           { return "themes/" + t.Key + "/" }
func licencePath(x *catalog.Licence) string       { return "licences/" + x.Key + "/" }
func industryPath(i *catalog.Industry) string     { return "industries/" + strings.ToLower(i.Code) + "/" }
func guidePath(g *catalog.Guide) string           { return "guides/" + g.Slug + "/" }
func domainPath(d *catalog.Domain) string         { return "items/" + slug(d.Key) + "/" }
func itemPath(d *catalog.Domain, i int) string    { return domainPath(d) + d.Items[i].Slug() + "/" }
func wageClassPath(w *catalog.WageClass) string   { return "statistics/wages/" + w.Code + "/" }
func openingsPath(g *catalog.OpeningGroup) string { return "statistics/openings/" + g.Code + "/" }
func slug(key string) string                      { return strings.ReplaceAll(key, "_", "-") }

// hasItemPages tells whether the items of a domain have pages of their own; the shares of education, training and
// employment are parts of one answer and have not.
func hasItemPages(d *catalog.Domain) bool { return !d.Shares() }

// reference is the address of what prose refers to.
func (s *site) reference(r prose.Reference) string {
	switch r.Kind {
	case "occupation":
		if id, err := strconv.Atoi(r.Key); err == nil {
			return occupationPath(s.c.Occupation(id))
		}
	case "licence":
		return "licences/" + r.Key + "/"
	case "guide":
		return "guides/" + r.Key + "/"
	case "story":
		return "stories/" + r.Key + "/"
	case "yardstick":
		return "yardsticks/" + r.Key + "/"
	case "term":
		return "glossary/#" + r.Key
	case "item":
		return "items/" + slug(r.Key) + "/"
	}
	return r.Key
}

// officialPage is the page of an occupation on the official site.
func officialPage(o *catalog.Occupation) string {
	return "https://shigoto.mhlw.go.jp/User/Occupation/Detail/" + strconv.Itoa(o.ID)
}
