package catalog

import (
	"fmt"
	"strconv"
)

// joinClasses ties occupations to their classes of the wage census, of the job-placement statistics (the first two
// digits of the JSOC class) and of the two classifications.
func (l *loader) joinClasses() {
	c := l.c
	l.tables.wagesByAge.each(l.agePay)
	seen := map[string]bool{}
	for _, g := range c.OpeningGroups {
		for k := range g.Openings {
			seen[k.FiscalYear] = true
		}
	}
	c.FiscalYears = sortedKeys(seen)
	mhlw := map[string]*Class{}
	for _, m := range c.MHLW {
		mhlw[m.Code] = m
	}
	for _, r := range l.records {
		if o := c.occupations[r.id]; o != nil {
			l.joinClassesOf(o, r, mhlw)
		}
	}
}

func (l *loader) joinClassesOf(o *Occupation, r *record, mhlw map[string]*Class) {
	c, file := l.c, l.dataset.path("tables/occupations.csv")
	if code := o.Codes.WageClass; code != "" {
		if class := c.wageClasses[code]; class != nil {
			class.Occupations = append(class.Occupations, o)
		} else if len(c.wageClasses) > 0 {
			l.faults.add(file, r.line, 1, "wage class %q of occupation %d is not in wage_classes.csv", code, o.ID)
		}
	}
	if g := o.openingGroup(c); g != nil {
		g.Occupations = append(g.Occupations, o)
	}
	if len(o.Codes.MHLW) > 0 {
		if class := mhlw[o.Codes.MHLW[0][:min(2, len(o.Codes.MHLW[0]))]]; class != nil {
			class.Occupations = append(class.Occupations, o)
		} else if len(mhlw) > 0 {
			l.faults.add(file, r.line, 1, "MHLW class %q of occupation %d belongs to no major class of %s/taxonomy/classification.yaml",
				o.Codes.MHLW[0], o.ID, l.content.Name)
		}
	}
	if len(o.Codes.JSOC) > 0 {
		if class := c.jsoc[o.Codes.JSOC[0]]; class != nil {
			class.Occupations = append(class.Occupations, o)
		} else if len(c.jsoc) > 0 {
			l.faults.add(file, r.line, 1, "JSOC class %q of occupation %d is not in jsoc.csv", o.Codes.JSOC[0], o.ID)
		}
	}
}

func (o *Occupation) openingGroup(c *Catalog) *OpeningGroup {
	if len(o.Codes.JSOC) == 0 || len(o.Codes.JSOC[0]) < 3 {
		return nil
	}
	return c.groups[o.Codes.JSOC[0][1:3]]
}

// WageClassOf and OpeningGroupOf return the occupation's statistical classes, or nil.
func (c *Catalog) WageClassOf(o *Occupation) *WageClass       { return c.wageClasses[o.Codes.WageClass] }
func (c *Catalog) OpeningGroupOf(o *Occupation) *OpeningGroup { return o.openingGroup(c) }

func (l *loader) readClassifications() {
	c := l.c
	c.jsoc = map[string]*Class{}
	byOwnCode := map[string]*Class{} // parents are named without their letter
	jsocComplete := l.eachRow("jsoc", []string{"code", "level", "parent", "name"}, func(r *row) {
		own := r.code(func(code string) bool { return byOwnCode[code] != nil })
		level := r.oneOf("level", classLevels)
		class := &Class{Code: own, Name: r.text("name")}
		if parent := byOwnCode[r.text("parent")]; parent != nil {
			class.Code, class.Parent = parent.Code[:1]+own, parent.Code
		} else if level != "major" {
			r.fault("parent", "class %q is not in a row above", r.text("parent"))
		}
		c.JSOC = append(c.JSOC, class)
		c.jsoc[class.Code], byOwnCode[own] = class, class
	})
	l.jsic = map[string]string{}
	jsicComplete := l.eachRow("jsic", []string{"code", "level", "parent", "name", "name_en"}, func(r *row) {
		r.oneOf("level", classLevels)
		code := jsicCode(r)
		if _, twice := l.jsic[code]; twice {
			r.fault("code", "%q stands here twice", code)
		}
		l.jsic[code] = r.text("name")
	})
	if !jsocComplete {
		clear(c.jsoc)
	}
	if !jsicComplete {
		clear(l.jsic)
	}
}

// classLevels are the levels of the two classifications; the JSOC has no details.
var classLevels = []string{"major", "middle", "minor", "detail"}

// jsicCode is the code as occupations write it: middle classes with the letter of their major class.
func jsicCode(r *row) string {
	code := r.text("code")
	if _, err := strconv.Atoi(code); err == nil && len(code) == 2 {
		return fmt.Sprint(r.text("parent"), code)
	}
	return code
}
