package catalog

import "io/fs"

// A Tool is something on the site that a person does with own answers or notes, on the page tools/<key>/.
type Tool struct {
	Key     string  `yaml:"key" jsonschema:"pattern=^[a-z0-9]+(-[a-z0-9]+)*$"`
	Minutes int     `yaml:"minutes" jsonschema:"description=How long it takes about"`
	Title   Wording `yaml:"title"`
	Does    Wording `yaml:"does"`
	Cannot  Wording `yaml:"cannot" jsonschema:"description=What it cannot say"`
}

type toolFile struct {
	Tools []*Tool `yaml:"tools"`
}

// Tool returns the tool with the key, or nil.
func (c *Catalog) Tool(key string) *Tool {
	for _, t := range c.Tools {
		if t.Key == key {
			return t
		}
	}
	return nil
}

// readTools reads content/tools.yaml; without the file there are none.
func (l *loader) readTools() {
	if _, err := fs.Stat(l.content.FS, "tools.yaml"); err != nil {
		return
	}
	var file toolFile
	doc := l.readYAML("tools.yaml", &file)
	l.c.Tools = file.Tools
	keys := map[string]bool{}
	for i, t := range file.Tools {
		at := indexed("$.tools", i)
		checkSlug(doc, at+".key", t.Key)
		checkUnique(doc, at+".key", "key", t.Key, keys)
		if t.Minutes < 1 || t.Minutes > 60 {
			doc.fault(at+".minutes", "%d minutes should be 1 to 60", t.Minutes)
		}
		checkWording(doc, at+".title", t.Title)
		checkWording(doc, at+".does", t.Does)
		checkWording(doc, at+".cannot", t.Cannot)
	}
}
