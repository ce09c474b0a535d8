package ingest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"
)

// A Source is the sidecar of a raw source: dataset/sources/<key>.yaml.
type Source struct {
	Key          string       `yaml:"key"`
	Title        string       `yaml:"title"`
	URL          string       `yaml:"url"`
	Publisher    string       `yaml:"publisher"`
	Version      string       `yaml:"version,omitempty"`
	Date         string       `yaml:"date,omitempty"` // published, YYYY-MM-DD or as far as known
	Obtained     string       `yaml:"obtained"`
	ObtainedFrom string       `yaml:"obtained_from,omitempty"`
	Terms        string       `yaml:"terms"`
	TermsURL     string       `yaml:"terms_url,omitempty"`
	Citation     string       `yaml:"citation"`
	Files        []SourceFile `yaml:"files"`
	Upstream     []SourceFile `yaml:"upstream,omitempty"` // official files the handed-in files were made from
	Skipped      []string     `yaml:"skipped,omitempty"`  // what the source has and the tables do not, with the reason
}

// A SourceFile identifies a file by its digest.
type SourceFile struct {
	Name   string `yaml:"name"`
	URL    string `yaml:"url,omitempty"`
	Bytes  int    `yaml:"bytes,omitempty"`
	SHA256 string `yaml:"sha256"`
}

func sourceFile(file File) SourceFile {
	digest := sha256.Sum256(file.Data)
	return SourceFile{Name: file.Name, Bytes: len(file.Data), SHA256: hex.EncodeToString(digest[:])}
}

const (
	jilpt = "独立行政法人労働政策研究・研修機構（JILPT）"
	mhlw  = "厚生労働省"
	mic   = "総務省"

	jobTagDownload = "https://shigoto.mhlw.go.jp/User/download"
	jobTagTerms    = "job tag 利用規約 第9条（編集・加工・再集計は可、出典の表示が必要、再許諾は不可）"
	jobTagTermsURL = jobTagDownload
	pdl            = "公共データ利用規約（第1.0版）（PDL1.0）、加工して作成"
	pdlURL         = "https://www.digital.go.jp/resources/open_data/public_data_license_v1.0"
)

// numericSource cites as the publisher asks: version and date of the release,
// and that the data were processed.
func numericSource(file File, origin Origin, version, date string) Source {
	return jobTagSource("ipd-numeric", "職業情報データベース 簡易版数値系ダウンロードデータ", file, origin, version, date)
}

func formsSource(file File, origin Origin, version, date string) Source {
	s := jobTagSource("ipd-forms", "職業情報データベース 簡易版数値系ダウンロードデータのシート「インプットデータ細目」", file, origin, version, date)
	s.Skipped = []string{"項目の説明文（文章は取り込まない）"}
	return s
}

func descriptionSource(file File, origin Origin, version, date string) Source {
	s := jobTagSource("ipd-description", "職業情報データベース 解説系ダウンロードデータ", file, origin, version, date)
	s.Citation = strings.Replace(s.Citation, "簡易版数値系", "解説系", 1)
	return s
}

func occupationsSource(file File, origin Origin, version string) Source {
	s := jobTagSource("occupations", "職業の名称、分類番号、関連資格の一覧", file, origin, version, "")
	s.Citation = jilpt + "作成「職業情報データベース ダウンロードデータ」、職業情報提供サイト（job tag）（" + jobTagDownload + "）のデータを加工して作成"
	return s
}

func jobTagSource(key, title string, file File, origin Origin, version, date string) Source {
	return Source{
		Key: key, Title: title, URL: jobTagDownload, Publisher: jilpt, Version: version, Date: date,
		Obtained: origin.date(), ObtainedFrom: origin.note(),
		Terms: jobTagTerms, TermsURL: jobTagTermsURL,
		Citation: fmt.Sprintf("%s作成「職業情報データベース 簡易版数値系ダウンロードデータ ver.%s」（%s更新）、職業情報提供サイト（job tag）（%s）のデータを加工して作成",
			jilpt, version, japaneseDate(date), jobTagDownload),
		Files: []SourceFile{sourceFile(file)},
	}
}

// statisticsSource describes official statistics under PDL1.0.
func statisticsSource(key, title, publisher, url, version string, origin Origin, files ...File) Source {
	s := Source{
		Key: key, Title: title, URL: url, Publisher: publisher, Version: version,
		Obtained: origin.date(), ObtainedFrom: origin.note(),
		Terms: pdl, TermsURL: pdlURL,
		Citation: strings.TrimSpace(fmt.Sprintf("%s「%s」%s（%s）を加工して作成", publisher, title, version, url)),
	}
	for _, file := range files {
		s.Files = append(s.Files, sourceFile(file))
	}
	return s
}

func japaneseDate(iso string) string {
	date, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return date.Format("2006年1月2日")
}
