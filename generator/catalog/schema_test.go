package catalog

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/invopop/jsonschema"
	validator "github.com/santhosh-tekuri/jsonschema/v6"
)

// A format is one kind of file under content/ with its schema, content/schemas/<name>.schema.json. Schemas are for
// editors that help while one types; they are made from the types that Load fills, and Load says more than they can.
type format struct {
	name, title string
	value       any
	files       string // pattern of the files in content/
	frontMatter bool
}

var formats = []format{
	{"occupation", "Front matter of an occupation", &Occupation{}, "occupations/*.md", true},
	{"guide", "Front matter of a guide", &Guide{}, "guides/*.md", true},
	{"story", "Front matter of a career-change story", &Story{}, "stories/*.md", true},
	{"yardstick", "Abilities told at several levels", &Yardstick{}, "yardsticks/*.yaml", false},
	{"items", "A domain of the numeric profile and its items", &Domain{}, "items/*.yaml", false},
	{"fields", "The fields of the working world", &fieldFile{}, "taxonomy/fields.yaml", false},
	{"themes", "Ways of looking across the fields", &themeFile{}, "taxonomy/themes.yaml", false},
	{"industries", "Classes of 日本標準産業分類", &industryFile{}, "taxonomy/industries.yaml", false},
	{"licences", "Licences, certificates, examinations and trainings", &licenceFile{}, "taxonomy/licences.yaml", false},
	{"classification", "Major classes of the occupational classifications", &classFile{}, "taxonomy/classification.yaml", false},
	{"glossary", "Words of the trades", &glossaryFile{}, "glossary.yaml", false},
	{"synonyms", "Words that search takes for one another", &synonymFile{}, "synonyms.yaml", false},
	{"assessment", "A questionnaire and its items", &Assessment{}, "assessments/[iv][na]*.yaml", false},
	{"portable", "What stands for the elements of the portable skills", &portableFile{}, "assessments/portable.yaml", false},
	{"aptitude", "The tasks of the aptitude practice", &Aptitude{}, "assessments/aptitude.yaml", false},
	{"verbal", "Sentences to complete", &sentenceFile{}, "assessments/verbal.yaml", false},
	{"tools", "What visitors do with own answers", &toolFile{}, "tools.yaml", false},
	{"redirects", "Retired addresses", &redirectFile{}, "redirects.yaml", false},
	{"map", "A relation map of occupations", &RelationMap{}, "maps/[^t]*.yaml", false},
	{"town", "The town for children", &townFile{}, "maps/town.yaml", false},
	{"analyses", "Words for what is computed from the figures", &Analyses{}, "analyses.yaml", false},
	{"navigator", "The questions of the navigator", &questionFile{}, "navigator.yaml", false},
	{"site", "What the site says of itself", &Site{}, "site.yaml", false},
}

func (f format) path(t *testing.T) string {
	return filepath.Join(root(t), "content", "schemas", f.name+".schema.json")
}

// schema is the text of the schema as the types are now.
func (f format) schema(t *testing.T) []byte {
	reflector := jsonschema.Reflector{FieldNameTag: "yaml", DoNotReference: true, Anonymous: true}
	s := reflector.Reflect(f.value)
	s.Title = f.title
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// With UPDATE=1 in the environment the schemas are written anew.
func TestSchemasAreUpToDate(t *testing.T) {
	listed := map[string]bool{}
	for _, f := range formats {
		listed[f.path(t)] = true
		want := f.schema(t)
		if os.Getenv("UPDATE") != "" {
			if err := os.MkdirAll(filepath.Dir(f.path(t)), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(f.path(t), want, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(f.path(t))
		if err != nil {
			t.Error(err)
		} else if !bytes.Equal(got, want) {
			t.Errorf("%s is out of date: run UPDATE=1 go test ./generator/catalog", f.path(t))
		}
	}
	files, err := filepath.Glob(filepath.Join(root(t), "content", "schemas", "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if !listed[file] {
			t.Errorf("%s belongs to no format", file)
		}
	}
}

// compiled is the schema as a validator of another maker reads it.
func (f format) compiled(t *testing.T) *validator.Schema {
	value, err := validator.UnmarshalJSON(bytes.NewReader(f.schema(t)))
	if err != nil {
		t.Fatal(err)
	}
	c := validator.NewCompiler()
	c.DefaultDraft(validator.Draft2020)
	c.AssertFormat()
	if err := c.AddResource(f.name, value); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(f.name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// validate holds the YAML of a file against the schema.
func (f format) validate(t *testing.T, s *validator.Schema, src []byte) error {
	t.Helper()
	if f.frontMatter {
		src, _, _ = bytes.Cut(bytes.TrimPrefix(src, []byte("---\n")), []byte("\n---\n"))
	}
	text, err := yaml.YAMLToJSON(src)
	if err != nil {
		return err
	}
	value, err := validator.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return err
	}
	return s.Validate(value)
}

func TestContentFitsSchemas(t *testing.T) {
	content, _ := realTrees(t)
	small, _ := smallSite(t).trees()
	for _, f := range formats {
		s, count := f.compiled(t), 0
		for _, tree := range []fs.FS{content.FS, small.FS} {
			names, err := fs.Glob(tree, f.files)
			if err != nil {
				t.Fatal(err)
			}
			for _, name := range names {
				src, err := fs.ReadFile(tree, name)
				if err != nil {
					t.Fatal(err)
				}
				if err := f.validate(t, s, src); err != nil {
					t.Errorf("%s: %v", name, err)
				}
				count++
			}
		}
		if count == 0 {
			t.Errorf("no file is %s", f.files)
		}
	}
}

// What Load calls unknown, missing or of a wrong type, the schemas refuse too.
func TestSchemasRefuse(t *testing.T) {
	s := smallSite(t)
	for _, wrong := range []struct{ format, file, old, new string }{
		{"occupation", "occupations/fog-watcher.md", "english:", "englsh:"},
		{"occupation", "occupations/fog-watcher.md", "id: 2", "id: two"},
		{"occupation", "occupations/fog-watcher.md", "id: 2", "id: 0"},
		{"occupation", "occupations/fog-watcher.md", "themes: [alone]", "themes: alone"},
		{"occupation", "occupations/fog-watcher.md", "themes: [alone]", "themes: []"},
		{"occupation", "occupations/fog-watcher.md", "2026-03-01", "2026-02-31"},
		{"occupation", "occupations/windmill-keeper.md", "    ipd: 2", "    number: 2"},
		{"guide", "guides/first-step.md", "audience: seekers", "audience: seeker"},
		{"items", "items/skills.yaml", "low: 札を読む", "lowest: 札を読む"},
		{"fields", "taxonomy/fields.yaml", "hue: 202.5", "hue: 360"},
		{"themes", "taxonomy/themes.yaml", "key: high-places", "key: High Places"},
		{"industries", "taxonomy/industries.yaml", "code: D06", "kode: D06"},
		{"licences", "taxonomy/licences.yaml", "kind: private", "kind: privat"},
		{"classification", "taxonomy/classification.yaml", `"08"`, `8`},
		{"glossary", "glossary.yaml", "    meaning: 石の面に溝を刻み直すこと。\n", ""},
		{"synonyms", "synonyms.yaml", "words:", "word:"},
		{"map", "maps/mill.yaml", "name: 霧番", "nom: 霧番"},
		{"town", "maps/town.yaml", "key: steps", "key: Steps"},
		{"site", "site.yaml", `version: "1.0"`, `version: 1.0`},
	} {
		for _, f := range formats {
			if f.name != wrong.format {
				continue
			}
			src := s["content/"+wrong.file]
			if strings.Count(src, wrong.old) != 1 {
				t.Fatalf("%q stands not once in %s", wrong.old, wrong.file)
			}
			if err := f.validate(t, f.compiled(t), []byte(strings.Replace(src, wrong.old, wrong.new, 1))); err == nil {
				t.Errorf("%s with %q is accepted", wrong.file, wrong.new)
			}
		}
	}
}
