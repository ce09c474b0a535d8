package catalog

import (
	"io/fs"
	"slices"
	"strings"
)

// AptitudeTasks are the tasks of the aptitude practice, in the order of their numbers in package aptitude.
var AptitudeTasks = []string{"verbal", "numerical", "spatial", "clerical", "form"}

// Aptitude is what the aptitude practice says. Its items are made by package aptitude.
type Aptitude struct {
	Tasks     []AptitudeTask     `yaml:"tasks" jsonschema:"minItems=5,maxItems=5"`
	Numerical []NumericalWording `yaml:"numerical" jsonschema:"minItems=6,maxItems=6"`
	Sentences []Sentence         `yaml:"-"` // of content/assessments/verbal.yaml
}

// An AptitudeTask is one of the tasks.
type AptitudeTask struct {
	Key         string   `yaml:"key"`
	Minutes     int      `yaml:"minutes" jsonschema:"description=Of the timed form"`
	Title       Wording  `yaml:"title"`
	How         Wording  `yaml:"how"`
	Alternative Wording  `yaml:"alternative" jsonschema:"description=How it can be done without seeing"`
	Abilities   []string `yaml:"abilities" jsonschema:"description=Items of content/items/abilities.yaml to read about"`
}

// A NumericalWording says a kind of numerical item; #1 and so on are its numbers.
type NumericalWording struct {
	Question Wording `yaml:"question"`
	Option   Wording `yaml:"option"`
}

// A Sentence has a gap ＿＿; the first option fills it and the others do not.
type Sentence struct {
	Text    string   `yaml:"text"`
	Options []string `yaml:"options" jsonschema:"minItems=4,maxItems=4"`
}

type sentenceFile struct {
	Sentences []Sentence `yaml:"sentences" jsonschema:"minItems=80"`
}

// Gap is where a word is missing in a sentence.
const Gap = "＿＿"

// fewestSentences keeps a person who starts anew from meeting the same ones at once; numericalKinds is how many
// kinds package aptitude makes.
const (
	fewestSentences = 80
	numericalKinds  = 6
)

// readAptitude reads content/assessments/aptitude.yaml and verbal.yaml; without the first there is no practice.
func (l *loader) readAptitude() {
	const name = "assessments/aptitude.yaml"
	if _, err := fs.Stat(l.content.FS, name); err != nil {
		return
	}
	l.c.Aptitude = &Aptitude{}
	l.aptitudeDoc = l.readYAML(name, l.c.Aptitude)
	var file sentenceFile
	checkSentences(l.readYAML("assessments/verbal.yaml", &file), file.Sentences)
	l.c.Aptitude.Sentences = file.Sentences
}

func checkSentences(doc *document, sentences []Sentence) {
	if len(sentences) < fewestSentences {
		doc.fault("$.sentences", "has %d sentences; the practice needs %d", len(sentences), fewestSentences)
	}
	texts := map[string]bool{}
	for i, s := range sentences {
		at := indexed("$.sentences", i)
		checkUnique(doc, at+".text", "sentence", s.Text, texts)
		if strings.Count(s.Text, Gap) != 1 {
			doc.fault(at+".text", "a sentence has one gap, %s", Gap)
		}
		options := map[string]bool{}
		for _, o := range s.Options {
			options[o] = true
		}
		if len(s.Options) != 4 || len(options) != 4 {
			doc.fault(at+".options", "a sentence has four options, all different, of which the first is right")
		}
	}
}

// joinAptitude holds the tasks to be those of AptitudeTasks, and their abilities to be items of the domain.
func (l *loader) joinAptitude() {
	if l.aptitudeDoc == nil {
		return
	}
	a, doc := l.c.Aptitude, l.aptitudeDoc
	if len(a.Tasks) != len(AptitudeTasks) {
		doc.fault("$.tasks", "has %d tasks; there are %d: %s", len(a.Tasks), len(AptitudeTasks), join(AptitudeTasks))
	}
	known := l.joinedItems("abilities")
	for i, task := range a.Tasks {
		at := indexed("$.tasks", i)
		if i < len(AptitudeTasks) && task.Key != AptitudeTasks[i] {
			doc.fault(at+".key", "task %q should be %q: the tasks are %s", task.Key, AptitudeTasks[i], join(AptitudeTasks))
		}
		if task.Minutes < 1 || task.Minutes > 30 {
			doc.fault(at+".minutes", "%d minutes should be 1 to 30", task.Minutes)
		}
		checkWording(doc, at+".title", task.Title)
		checkWording(doc, at+".how", task.How)
		checkWording(doc, at+".alternative", task.Alternative)
		for j, key := range task.Abilities {
			if len(known) > 0 && !slices.Contains(known, key) {
				doc.fault(indexed(at+".abilities", j), "%q is no item of content/items/abilities.yaml%s", key, near(key, known))
			}
		}
	}
	if len(a.Numerical) != numericalKinds {
		doc.fault("$.numerical", "has %d wordings; there are %d kinds of numerical items", len(a.Numerical), numericalKinds)
	}
	for i, w := range a.Numerical {
		at := indexed("$.numerical", i)
		checkWording(doc, at+".question", w.Question)
		checkWording(doc, at+".option", w.Option)
	}
}
