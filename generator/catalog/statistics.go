package catalog

import (
	"math"
	"slices"
)

// A WageClass is an occupation of the wage census (賃金構造基本統計調査); several of ours may share one.
type WageClass struct {
	Code, Name   string
	Wages        map[WageKey]Wage
	ByAge        []AgePay // all firm sizes and lengths of experience, in order of age
	ByExperience []AgePay // all ages, firm sizes; in order of experience
	Occupations  []*Occupation
}

// A WageKey says of whom a wage speaks: sex "total", "male" or "female"; firm size "total", "1000", "100" or "10"
// (the smallest number of employees).
type WageKey struct{ Sex, FirmSize string }

// WholeClass is everyone in the class.
var WholeClass = WageKey{"total", "total"}

// A Wage is a row of the census's table 1. Earnings are in thousand yen, workers in tens of persons, as published.
type Wage struct {
	Age, TenureYears                       Figure
	ScheduledHours, OvertimeHours          Figure // per month
	ContractualEarnings, ScheduledEarnings Figure // thousand yen per month
	AnnualBonus                            Figure // thousand yen per year
	Workers                                Figure // ten persons
}

// AnnualPayYen is きまって支給する現金給与額 × 12 + 年間賞与その他特別給与額, NaN where either is missing.
func (w Wage) AnnualPayYen() float64 {
	if !w.ContractualEarnings.Known() || !w.AnnualBonus.Known() {
		return math.NaN()
	}
	return math.Round((w.ContractualEarnings.Value*12+w.AnnualBonus.Value)*10) * 100
}

// An AgePay is a row of the census's table 10: scheduled earnings and bonus of an age band and a length of experience.
type AgePay struct {
	Band              string // "total", "under20", "20", "25" … "70"; or experience "0", "1", "5", "10", "15"
	ScheduledEarnings Figure // thousand yen per month
	AnnualBonus       Figure // thousand yen per year
	Workers           Figure // ten persons
}

// An OpeningGroup is a middle class of occupations of the job-placement statistics (職業安定業務統計).
type OpeningGroup struct {
	Code, Name, Major, MajorName string
	Openings                     map[OpeningKey]Openings
	Fills                        map[FillKey]Fill
	Offers                       map[OfferKey]Offer
	Occupations                  []*Occupation
}

// An OpeningKey says of where, when and which employment ("all", "full_time", "part_time") openings speak.
type OpeningKey struct {
	Place, FiscalYear, Employment string
}

// Openings are active openings and seekers (有効求人, 有効求職), the months of a fiscal year added up, as published.
type Openings struct{ Openings, Seekers Figure }

// Ratio is 有効求人倍率, NaN where a figure is missing or nobody seeks.
func (o Openings) Ratio() float64 { return Ratio(o.Openings, o.Seekers) }

// A FillKey and a Fill: new openings (新規求人) and placements (就職件数) of the whole country.
type FillKey struct{ FiscalYear, Employment string }
type Fill struct{ Openings, Placements Figure }

// Rate is placements over new openings, NaN where it cannot be computed.
func (f Fill) Rate() float64 { return Ratio(f.Placements, f.Openings) }

// A Place is the whole country ("JP-00") or a prefecture ("JP-01" … "JP-47").
type Place struct{ Code, Name, Region string }

const wholeCountry = "JP-00"

// An OfferKey and an Offer: wages offered to job seekers.
type OfferKey struct{ Place, FiscalYear string }

// An Offer is by workplace (就業地別): thousand yen per month for full time, yen per hour for part time.
type Offer struct{ MonthlyFullTime, HourlyPartTime Figure }

// Prefectures are the places without the whole country.
func (c *Catalog) Prefectures() []Place {
	return slices.DeleteFunc(slices.Clone(c.Places), func(p Place) bool { return p.Code == wholeCountry })
}
