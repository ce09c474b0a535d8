package export

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"shigotoatlas/generator/ingest"
)

// xmlNamespace names the vocabulary of dataset.xsd.
const xmlNamespace = "urn:shigoto-atlas:dataset"

// xmlName is the name of a column in XML, where none may begin with a digit.
func xmlName(column string) string {
	if column[0] >= '0' && column[0] <= '9' {
		return "_" + column
	}
	return column
}

// encodeXML writes a table as an element of its name with a <row> per row: a single value is an attribute, which is
// left out where it is missing, a list is one child element per value.
func (r *Release) encodeXML(t ingest.Data) ([]byte, error) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s<%s xmlns=%q version=%q>\n", xml.Header, t.Name, xmlNamespace, r.Version)
	for _, record := range t.Records {
		if err := writeRow(&b, t.Fields, record); err != nil {
			return nil, err
		}
	}
	fmt.Fprintf(&b, "</%s>\n", t.Name)
	return b.Bytes(), nil
}

func writeRow(b *bytes.Buffer, fields []ingest.Field, record []string) error {
	var lists bytes.Buffer
	b.WriteString("<row")
	for i, f := range fields {
		switch {
		case record[i] == "":
		case f.Type == ingest.List:
			for value := range strings.SplitSeq(record[i], listSeparator) {
				lists.WriteString("<" + xmlName(f.Name) + ">")
				if err := writeXMLText(&lists, value); err != nil {
					return err
				}
				lists.WriteString("</" + xmlName(f.Name) + ">")
			}
		default:
			b.WriteString(" " + xmlName(f.Name) + `="`)
			if err := writeXMLText(b, record[i]); err != nil {
				return err
			}
			b.WriteByte('"')
		}
	}
	if lists.Len() == 0 {
		b.WriteString("/>\n")
		return nil
	}
	b.WriteByte('>')
	b.Write(lists.Bytes())
	b.WriteString("</row>\n")
	return nil
}

func writeXMLText(b *bytes.Buffer, text string) error {
	if strings.ContainsAny(text, "<>&\"'\t\r\n") {
		return xml.EscapeText(b, []byte(text))
	}
	b.WriteString(text)
	return nil
}

// The types below are the parts of XML Schema 1.0 that dataset.xsd uses.
type xsdSchema struct {
	XMLName   xml.Name     `xml:"xs:schema"`
	XS        string       `xml:"xmlns:xs,attr"`
	Namespace string       `xml:"xmlns,attr"`
	Target    string       `xml:"targetNamespace,attr"`
	Form      string       `xml:"elementFormDefault,attr"`
	Elements  []xsdElement `xml:"xs:element"`
}

type xsdElement struct {
	Name      string      `xml:"name,attr"`
	Type      string      `xml:"type,attr,omitempty"`
	MinOccurs string      `xml:"minOccurs,attr,omitempty"`
	MaxOccurs string      `xml:"maxOccurs,attr,omitempty"`
	About     *xsdNote    `xml:"xs:annotation,omitempty"`
	Content   *xsdComplex `xml:"xs:complexType,omitempty"`
	Key       *xsdKey     `xml:"xs:key,omitempty"`
}

type xsdNote struct {
	Texts []xsdText `xml:"xs:documentation"`
}

type xsdText struct {
	Lang string `xml:"xml:lang,attr"`
	Text string `xml:",chardata"`
}

type xsdComplex struct {
	Elements   []xsdElement   `xml:"xs:sequence>xs:element,omitempty"`
	Attributes []xsdAttribute `xml:"xs:attribute"`
}

type xsdAttribute struct {
	Name  string     `xml:"name,attr"`
	Use   string     `xml:"use,attr,omitempty"`
	Type  string     `xml:"type,attr,omitempty"`
	About *xsdNote   `xml:"xs:annotation,omitempty"`
	Limit *xsdLimits `xml:"xs:simpleType>xs:restriction,omitempty"`
}

type xsdLimits struct {
	Base    string     `xml:"base,attr"`
	Minimum *xsdFacet  `xml:"xs:minInclusive,omitempty"`
	Maximum *xsdFacet  `xml:"xs:maxInclusive,omitempty"`
	Digits  *xsdFacet  `xml:"xs:fractionDigits,omitempty"`
	Enum    []xsdFacet `xml:"xs:enumeration"`
}

type xsdFacet struct {
	Value string `xml:"value,attr"`
}

type xsdKey struct {
	Name     string     `xml:"name,attr"`
	Selector xsdXPath   `xml:"xs:selector"`
	Fields   []xsdXPath `xml:"xs:field"`
}

type xsdXPath struct {
	Path string `xml:"xpath,attr"`
}

// encodeXSD writes the one schema that every XML file of the release is valid against.
func (r *Release) encodeXSD() ([]byte, error) {
	schema := xsdSchema{XS: "http://www.w3.org/2001/XMLSchema", Namespace: xmlNamespace, Target: xmlNamespace, Form: "qualified"}
	for _, t := range r.Tables {
		schema.Elements = append(schema.Elements, xsdTable(t.Table))
	}
	text, err := xml.MarshalIndent(schema, "", " ")
	if err != nil {
		return nil, err
	}
	return slices.Concat([]byte(xml.Header), text, []byte("\n")), nil
}

func xsdTable(t ingest.Table) xsdElement {
	row := xsdElement{Name: "row", MinOccurs: "0", MaxOccurs: "unbounded", Content: &xsdComplex{}}
	for _, f := range t.Fields {
		if f.Type == ingest.List {
			row.Content.Elements = append(row.Content.Elements, xsdElement{Name: xmlName(f.Name), Type: "xs:string",
				MinOccurs: "0", MaxOccurs: "unbounded", About: note(f.About, f.AboutEN)})
			continue
		}
		row.Content.Attributes = append(row.Content.Attributes, xsdColumn(f))
	}
	return xsdElement{Name: t.Name, About: note(t.Title+"。"+t.About, t.TitleEN+". "+t.AboutEN), Key: keyOf(t), Content: &xsdComplex{
		Elements:   []xsdElement{row},
		Attributes: []xsdAttribute{{Name: "version", Use: "required", Type: "xs:string"}},
	}}
}

// keyOf declares the key of a table, which XML Schema can say of single values alone, not of lists.
func keyOf(t ingest.Table) *xsdKey {
	key := &xsdKey{Name: t.Name + "_key", Selector: xsdXPath{"*"}}
	for _, name := range t.Key {
		if t.Fields[t.Column(name)].Type == ingest.List {
			return nil
		}
		key.Fields = append(key.Fields, xsdXPath{"@" + xmlName(name)})
	}
	return key
}

func xsdColumn(f ingest.Field) xsdAttribute {
	about, aboutEN := f.About, f.AboutEN
	if f.Unit != "" {
		about, aboutEN = about+"単位: "+f.Unit, aboutEN+" Unit: "+f.Unit
	}
	a := xsdAttribute{Name: xmlName(f.Name), About: note(about, aboutEN)}
	if f.Required {
		a.Use = "required"
	}
	limits := xsdLimits{Base: map[ingest.Type]string{ingest.String: "xs:string", ingest.Integer: "xs:integer", ingest.Number: "xs:decimal"}[f.Type]}
	if f.Range != nil {
		limits.Minimum = &xsdFacet{plain(f.Range.Minimum)}
		if !math.IsInf(f.Range.Maximum, 1) {
			limits.Maximum = &xsdFacet{plain(f.Range.Maximum)}
		}
	}
	if f.Decimals > 0 {
		limits.Digits = &xsdFacet{strconv.Itoa(f.Decimals)}
	}
	for _, value := range f.Enum {
		limits.Enum = append(limits.Enum, xsdFacet{value})
	}
	a.Limit = &limits
	return a
}

func note(ja, en string) *xsdNote { return &xsdNote{[]xsdText{{"ja", ja}, {"en", en}}} }

func plain(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
