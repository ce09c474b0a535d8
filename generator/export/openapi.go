package export

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/invopop/jsonschema"

	"shigotoatlas/generator/ingest"
)

// An endpoint is an address of /api/v1/ with what it answers.
type endpoint struct {
	path, about, aboutEN string
	schema               string // name of the answer's schema
	list                 bool   // whether the answer is a list of it
	parameters           []string
}

var endpoints = []endpoint{
	{"/index.json", "APIとデータの版、出典", "Versions and sources", "Index", false, nil},
	{"/occupations.json", "職業の一覧", "All occupations", "OccupationEntry", true, nil},
	{"/occupations/{id}.json", "一つの職業", "One occupation with its figures", "Occupation", false, []string{"id"}},
	{"/items.json", "数値プロフィールの領域と項目", "Domains and items of the numeric profiles", "Domain", true, nil},
	{"/items/{domain}/{item}.json", "一つの項目での職業の順位", "Ranking of the occupations in an item", "Ranking", false, []string{"domain", "item"}},
	{"/similar/{id}.json", "数字の似た職業", "Occupations with similar figures", "Similar", true, []string{"id"}},
	{"/transitions/{id}.json", "近い職業へ移るときの差", "What moves to other occupations ask for", "Transition", true, []string{"id"}},
	{"/places.json", "都道府県の一覧", "Prefectures", "Place", true, nil},
	{"/statistics/{place}.json", "都道府県の求人と求職、求人賃金", "Openings, seekers and wages offered in a prefecture", "PlaceStatistics", false, []string{"place"}},
	{"/vocabulary.json", "検索に使う言葉", "Words that search knows", "Vocabulary", false, nil},
}

// parameters are what may stand in a path.
var parameters = map[string]map[string]any{
	"id":     {"name": "id", "in": "path", "required": true, "description": "収録番号 / Id of the occupation", "schema": map[string]any{"type": "integer", "minimum": 1}},
	"domain": {"name": "domain", "in": "path", "required": true, "description": "領域 / Domain, from items.json", "schema": map[string]any{"type": "string"}},
	"item":   {"name": "item", "in": "path", "required": true, "description": "項目 / Item, from items.json", "schema": map[string]any{"type": "string"}},
	"place":  {"name": "place", "in": "path", "required": true, "description": "都道府県 / Prefecture, from places.json", "schema": map[string]any{"type": "string", "pattern": "^JP-[0-9]{2}$"}},
}

// rowEndpoints are the addresses that answer with rows of tables, by the column whose value stands in the address.
var rowEndpoints = []struct {
	directory, column string
	tables            []string
}{
	{"similar", "id", []string{"similarity"}},
	{"transitions", "id", []string{"transitions"}},
	{"statistics", "place", []string{"openings", "offered_wages"}},
}

// writeRows writes the answers that are rows of tables: an array where there is one table, an object of arrays by the
// names of the tables where there are more.
func (r *Release) writeRows(write func(string, []byte) error) error {
	for _, e := range rowEndpoints {
		first, ok := r.Table(e.tables[0])
		if !ok {
			continue
		}
		rows, err := rowsBy(first, e.column)
		if err != nil {
			return fmt.Errorf("rows of %s: %w", first.Name, err)
		}
		if len(e.tables) > 1 {
			if rows, err = r.joined(e.tables, e.column, rows); err != nil {
				return err
			}
		}
		for value, answer := range rows {
			if err := write(apiDirectory+e.directory+"/"+value+".json", append(answer, '\n')); err != nil {
				return err
			}
		}
	}
	return nil
}

// joined are the rows of several tables in one object for each value that the first table has.
func (r *Release) joined(tables []string, column string, first map[string][]byte) (map[string][]byte, error) {
	answers := map[string][]byte{}
	for value, array := range first {
		answers[value] = slices.Concat([]byte(`{"`+tables[0]+`":`), array)
	}
	for _, name := range tables[1:] {
		t, _ := r.Table(name)
		rows, err := rowsBy(t, column)
		if err != nil {
			return nil, fmt.Errorf("rows of %s: %w", name, err)
		}
		for value, answer := range answers {
			array := rows[value]
			if array == nil {
				array = []byte("[]")
			}
			answers[value] = slices.Concat(answer, []byte(`,"`+name+`":`), array)
		}
	}
	for value, answer := range answers {
		answers[value] = append(answer, '}')
	}
	return answers, nil
}

// rowsBy are the rows of a table as JSON arrays, by the value of a column.
func rowsBy(t ingest.Data, column string) (map[string][]byte, error) {
	at, records := t.Column(column), map[string][][]string{}
	for _, record := range t.Records {
		records[record[at]] = append(records[record[at]], record)
	}
	arrays := map[string][]byte{}
	for value, rows := range records {
		objects, err := objects(ingest.Data{Table: t.Table, Records: rows}, ",")
		if err != nil {
			return nil, err
		}
		arrays[value] = slices.Concat([]byte("["), objects, []byte("]"))
	}
	return arrays, nil
}

// encodeOpenAPI describes the interface (OpenAPI 3.1).
func (r *Release) encodeOpenAPI() ([]byte, error) {
	schemas := map[string]any{}
	for name, value := range map[string]any{
		"Index": apiIndex{}, "OccupationEntry": apiEntry{}, "Occupation": apiOccupation{}, "Domain": apiDomain{},
		"Ranking": apiRanking{}, "Place": apiPlace{}, "Vocabulary": apiVocabulary{},
	} {
		reflector := jsonschema.Reflector{DoNotReference: true, Anonymous: true}
		schema := reflector.Reflect(value)
		schema.Version = "" // the document says which version of JSON Schema it uses
		schemas[name] = schema
	}
	for name, table := range map[string]string{"Similar": "similarity", "Transition": "transitions", "OpeningsRow": "openings", "OfferedWagesRow": "offered_wages"} {
		if t, ok := r.Table(table); ok {
			schemas[name] = rowSchema(t.Table)
		}
	}
	schemas["PlaceStatistics"] = map[string]any{"type": "object", "required": []string{"openings", "offered_wages"}, "additionalProperties": false, "properties": map[string]any{
		"openings":      map[string]any{"type": "array", "items": reference("OpeningsRow")},
		"offered_wages": map[string]any{"type": "array", "items": reference("OfferedWagesRow")},
	}}
	paths := map[string]any{}
	for _, e := range endpoints {
		paths[e.path] = map[string]any{"get": e.operation()}
	}
	return indented(map[string]any{
		"openapi": "3.1.0", "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
		"info": map[string]any{
			"title": "Shigoto Atlas API", "version": "1.0.0", "summary": "日本の職業の数字と言葉 / Figures and words of occupations in Japan",
			"description": "静的なJSONのファイルです。認証はなく、どのサイトからでも読めます（CORS）。ETagで変わったかどうかを確かめられます。数字は出典の条件に従います。index.json にある出典の書き方を示してください。\n\nStatic JSON files without authentication, readable from any site (CORS). Ask again with ETag to learn whether a file changed. Figures follow the terms of their sources: show the citations in index.json.",
			"license":     map[string]any{"name": "Terms by source; texts CC BY 4.0", "url": r.Base + r.Directory() + "LICENSES.md"},
		},
		"servers": []any{map[string]any{"url": r.Base + strings.TrimSuffix(apiDirectory, "/")}},
		"paths":   paths, "components": map[string]any{"schemas": schemas},
	})
}

func reference(schema string) map[string]any {
	return map[string]any{"$ref": "#/components/schemas/" + schema}
}

func (e endpoint) operation() map[string]any {
	schema := reference(e.schema)
	if e.list {
		schema = map[string]any{"type": "array", "items": schema}
	}
	operation := map[string]any{
		"operationId": "get" + e.schema, "summary": e.aboutEN, "description": e.about,
		"responses": map[string]any{
			"200": map[string]any{"description": e.aboutEN, "content": map[string]any{"application/json": map[string]any{"schema": schema}}},
			"404": map[string]any{"description": "There is none"},
		},
	}
	if len(e.parameters) > 0 {
		var list []any
		for _, name := range e.parameters {
			list = append(list, parameters[name])
		}
		operation["parameters"] = list
	}
	return operation
}

// rowSchema is the JSON Schema of a row of a table.
func rowSchema(t ingest.Table) map[string]any {
	properties, required := map[string]any{}, []string{}
	for _, f := range t.Fields {
		properties[f.Name] = fieldSchema(f)
		required = append(required, f.Name)
	}
	return map[string]any{"type": "object", "description": t.TitleEN + ". " + t.AboutEN, "properties": properties, "required": required, "additionalProperties": false}
}

func fieldSchema(f ingest.Field) map[string]any {
	schema := map[string]any{"description": f.About + " / " + f.AboutEN}
	kinds := []string{map[ingest.Type]string{ingest.Integer: "integer", ingest.Number: "number", ingest.String: "string", ingest.List: "array"}[f.Type]}
	if !f.Required {
		kinds = append(kinds, "null")
	}
	schema["type"] = kinds
	if f.Type == ingest.List {
		schema["items"] = map[string]any{"type": "string"}
	}
	if f.Range != nil {
		schema["minimum"] = f.Range.Minimum
		if !math.IsInf(f.Range.Maximum, 1) {
			schema["maximum"] = f.Range.Maximum
		}
	}
	if len(f.Enum) > 0 {
		schema["enum"] = enumValues(f)
	}
	return schema
}

func enumValues(f ingest.Field) []any {
	var values []any
	for _, value := range f.Enum {
		if f.Type == ingest.Integer {
			values = append(values, json.Number(value))
		} else {
			values = append(values, value)
		}
	}
	if !f.Required {
		values = append(values, nil)
	}
	return values
}
