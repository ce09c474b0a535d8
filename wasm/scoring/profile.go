package scoring

import "math"

// profileDomains are those over which an own profile is compared: what people
// can do and know, as between occupations.
var profileDomains = [...]int{Skills, Knowledge, Abilities, Activities}

// items counts the items of all domains.
func (v *Vectors) items() int {
	count := 0
	for _, d := range v.Domains {
		count += len(d.Items)
	}
	return count
}

// FromPast is the profile of someone who worked in the given occupations for
// the given years: for every item of every domain in turn, the mean of the
// occupations' figures weighted by years, over the occupations that have the
// figure; NaN where none has. Refused are WrongLength (also for none),
// NotFinite, OutOfRange (years not above 0 or beyond 100) and NoSuchID.
func (s *Scorer) FromPast(ids []int32, years []float64) ([]float64, Refusal) {
	if len(ids) != len(years) || len(ids) == 0 {
		return nil, WrongLength
	}
	places := make([]int, len(ids))
	for i, id := range ids {
		if !finite(years[i]) {
			return nil, NotFinite
		}
		if years[i] <= 0 || years[i] > 100 {
			return nil, OutOfRange
		}
		if places[i] = s.vectors.Place(id); places[i] < 0 {
			return nil, NoSuchID
		}
	}
	var profile []float64
	for _, d := range s.vectors.Domains {
		for _, item := range d.Items {
			profile = append(profile, weightedMean(item.Figures, places, years))
		}
	}
	return profile, Accepted
}

func weightedMean(figures []float64, places []int, weights []float64) float64 {
	sum, total := 0.0, 0.0
	for i, place := range places {
		if x := figures[place]; !math.IsNaN(x) {
			sum += float64(weights[i] * x)
			total += weights[i]
		}
	}
	return sum / total // 0/0 is NaN
}

// A profileResult is an own profile held against those of the occupations.
type profileResult struct {
	units     [][]float64   // by profile domain, nil where not compared
	others    [][][]float64 // the same by place; nil where an occupation lacks anything
	domains   float64       // compared
	closeness []float64
}

func (s *Scorer) profileResult(figures []float64) (result, Refusal) {
	if refusal := s.checkProfile(figures); refusal != Accepted {
		return nil, refusal
	}
	r := &profileResult{units: make([][]float64, len(profileDomains)), others: make([][][]float64, len(s.vectors.IDs))}
	for place := range r.others {
		r.others[place] = make([][]float64, len(profileDomains))
	}
	for at, d := range profileDomains {
		if refusal := s.compareDomain(r, at, s.knownScores(figures, d)); refusal != Accepted {
			return nil, refusal
		}
	}
	if r.domains == 0 {
		return nil, TooFewAnswers
	}
	r.compare()
	for _, c := range r.closeness {
		if !math.IsNaN(c) {
			return r, Accepted
		}
	}
	return nil, NoFigures
}

// checkProfile refuses what is no profile over the items of all domains.
func (s *Scorer) checkProfile(figures []float64) Refusal {
	if len(figures) != s.vectors.items() || len(s.vectors.Domains) <= Activities {
		return WrongLength
	}
	next := 0
	for _, d := range s.vectors.Domains {
		for _, item := range d.Items {
			x := figures[next]
			next++
			if math.IsInf(x, 0) {
				return NotFinite
			}
			if x < float64(item.Minimum) || x > float64(item.Maximum) {
				return OutOfRange
			}
		}
	}
	return Accepted
}

// knownScores are the standard scores of a profile in a domain, NaN where it
// has no figure.
func (s *Scorer) knownScores(figures []float64, domain int) []float64 {
	first := 0
	for _, d := range s.vectors.Domains[:domain] {
		first += len(d.Items)
	}
	var scores []float64
	for i, item := range s.vectors.Domains[domain].Items {
		mean, deviation := moments(item.Figures)
		scores = append(scores, standardise(figures[first+i], mean, deviation))
	}
	return scores
}

// compareDomain adds a domain to the comparison if half of its items are
// known.
func (s *Scorer) compareDomain(r *profileResult, at int, scores []float64) Refusal {
	var known []int
	var own []float64
	for i, z := range scores {
		if !math.IsNaN(z) {
			known, own = append(known, i), append(own, z)
		}
	}
	if len(known) == 0 || 2*len(known) < len(scores) {
		return Accepted
	}
	person, defined := unit(own)
	if !defined {
		return Flat
	}
	r.units[at] = person
	r.domains++
	columns := s.domain(profileDomains[at])
	for place, others := range r.others {
		if others == nil {
			continue
		}
		row := make([]float64, len(known))
		for k, i := range known {
			row[k] = columns[i].scores[place]
		}
		if others[at], defined = unit(row); !defined { // as it is where a figure is missing
			r.others[place] = nil
		}
	}
	return Accepted
}

// compare fills in the closeness.
func (r *profileResult) compare() {
	r.closeness = make([]float64, len(r.others))
	for place, others := range r.others {
		r.closeness[place] = math.NaN()
		if others != nil {
			r.closeness[place] = r.correlation(others)
		}
	}
}

// correlation is the mean over the domains compared.
func (r *profileResult) correlation(others [][]float64) float64 {
	sum := 0.0
	for at, own := range r.units {
		if own != nil {
			sum += dot(own, others[at])
		}
	}
	return sum / r.domains
}

// scores count the items compared in each domain.
func (r *profileResult) scores() []float64 {
	counts := make([]float64, len(r.units))
	for at, own := range r.units {
		counts[at] = float64(len(own))
	}
	return counts
}

func (r *profileResult) standing() []float64       { return r.closeness }
func (r *profileResult) bands() *bands             { return nil }
func (r *profileResult) changes(func(result) bool) {} // figures are no answers

func (r *profileResult) contribute(place int, into []float64) {
	for at, own := range r.units {
		into[at] = math.NaN()
		if own != nil {
			into[at] = dot(own, r.others[place][at]) / r.domains
		}
	}
}

func (r *profileResult) like(place int) result {
	own := &profileResult{units: r.others[place], others: r.others, domains: r.domains}
	own.compare()
	return own
}
