package catalog

import "io/fs"

// A NavigatorQuestion of the navigator puts one item of the figures in two plain answers. Which questions are asked, and in
// what order, is learned from the figures; the words here change no address.
type NavigatorQuestion struct {
	Key     string `yaml:"key" jsonschema:"pattern=^[a-z0-9]+(-[a-z0-9]+)*$"`
	ItemKey string `yaml:"item" jsonschema:"description=A domain and an item such as natures/outdoors"`
	Text    string `yaml:"question"`
	High    string `yaml:"high" jsonschema:"description=The answer of those for whom the figure is high"`
	Low     string `yaml:"low"`

	Item ItemRef `yaml:"-"`
}

type questionFile struct {
	Questions []*NavigatorQuestion `yaml:"questions"`
}

// Answers and questions have to fit on a button and in a heading.
const longestAnswer, longestQuestion = 24, 30

// readNavigator reads content/navigator.yaml; without the file there is no navigator.
func (l *loader) readNavigator() {
	if _, err := fs.Stat(l.content.FS, "navigator.yaml"); err != nil {
		return
	}
	var file questionFile
	l.navigatorDoc = l.readYAML("navigator.yaml", &file)
	l.c.Questions = file.Questions
}

func (l *loader) joinNavigator() {
	keys, items := map[string]bool{}, map[string]bool{}
	for i, q := range l.c.Questions {
		at, d := indexed("$.questions", i), l.navigatorDoc
		checkSlug(d, at+".key", q.Key)
		checkUnique(d, at+".key", "key", q.Key, keys)
		checkUnique(d, at+".item", "item", q.ItemKey, items)
		q.Item, _ = l.itemNamed(d, at+".item", q.ItemKey)
		checkShort(d, at+".question", q.Text, longestQuestion)
		checkShort(d, at+".high", q.High, longestAnswer)
		checkShort(d, at+".low", q.Low, longestAnswer)
		if q.High == q.Low && q.High != "" {
			d.fault(at+".low", "both answers are %q", q.Low)
		}
	}
}

func checkShort(d *document, path, text string, most int) {
	if n := length(text); n > most {
		d.fault(path, "has %d characters; at most %d", n, most)
	}
}
