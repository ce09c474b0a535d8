package ingest

import "testing"

const (
	smallJSOC = `{"items":[{"c":"H","l":1,"p":"","n":"生産","d":"説明は取り込まない"},{"c":"491","l":3,"p":"49","n":"製鉄"},{"c":"49","l":2,"p":"H","n":"制御"},{"c":"A","l":1,"p":"","n":"管理"}]}`
	smallJSIC = `{"major_categories":[{"code":"A","name":"農業","name_en":"Farming","middle_categories":[{"code":"01","name":"農業",
"minor_categories":[{"code":"011","name":"耕種","detail_categories":[{"code":"0111","name":"米作"}]}]}]}]}`
)

func TestClassification(t *testing.T) {
	imported, err := Classification(File{"jsoc.json", []byte(smallJSOC)}, File{"jsic.json", []byte(smallJSIC)}, Origin{})
	if err != nil {
		t.Fatal(err)
	}
	wantText(t, "jsoc", records(t, imported, "jsoc"), "A,major,,管理\nH,major,,生産\n49,middle,H,制御\n491,minor,49,製鉄\n")
	wantText(t, "jsic", records(t, imported, "jsic"), "A,major,,農業,Farming\n01,middle,A,農業,\n011,minor,01,耕種,\n0111,detail,011,米作,\n")
}

func TestClassificationFaults(t *testing.T) {
	good := File{"jsic.json", []byte(smallJSIC)}
	_, err := Classification(File{"o.json", []byte(`{"items":[{"c":"A","l":4,"n":"管理"},{"c":"","l":1,"n":"無"}]}`)}, good, Origin{})
	wantFaults(t, err, "o.json: item 1: expected a code, a name and a level from 1 to 3", "o.json: item 2: expected a code, a name and a level from 1 to 3")
	_, err = Classification(good, good, Origin{})
	wantFaults(t, err, `jsic.json: expected a list "items" of groups, found none`)
	_, err = Classification(File{"o.json", []byte(smallJSOC)}, File{"i.json", []byte(`{"major_categories":[{"code":"A","name":""}]}`)}, Origin{})
	wantFaults(t, err, `i.json: below "": expected a code and a name on one of four levels, found "A" ""`)
	_, err = Classification(File{"o.json", []byte(smallJSOC)}, File{"i.json", []byte(`{} {}`)}, Origin{})
	wantFaults(t, err, "i.json: read JSON: text stands after the end of the value")
}
