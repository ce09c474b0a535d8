package scoring

// A Refusal says why something was not scored. The zero value, Accepted,
// means that it was. The codes are part of the protocol with the browser:
// none is ever renumbered.
type Refusal uint8

const (
	Accepted      Refusal = 0
	WrongLength   Refusal = 1  // lengths that do not fit together
	NotFinite     Refusal = 2  // NaN or infinity where a number must stand
	OutOfRange    Refusal = 3  // an answer or score outside its scale
	WrongKey      Refusal = 4  // an item of no known area, or an area without items
	TooFewAnswers Refusal = 5  // an area with less than two thirds answered
	SameAnswer    Refusal = 6  // every answer the same
	Flat          Refusal = 7  // the areas hardly differ
	NoFigures     Refusal = 8  // no occupation has all figures
	RepeatedID    Refusal = 9  // two occupations of one id
	WrongTotal    Refusal = 10 // points that do not add up to what is given out
	NoSuchID      Refusal = 11 // an occupation that is not among those known
	NoSuchKind    Refusal = 12 // a kind of result, or a domain for it, that does not exist
)

var refusalNames = [...]string{
	Accepted:      "accepted",
	WrongLength:   "lengths do not fit together",
	NotFinite:     "not a finite number",
	OutOfRange:    "outside the scale",
	WrongKey:      "an item of no known area, or an area without items",
	TooFewAnswers: "less than two thirds of an area answered",
	SameAnswer:    "every answer the same",
	Flat:          "the areas hardly differ",
	NoFigures:     "no occupation has all figures",
	RepeatedID:    "two occupations of one id",
	WrongTotal:    "points that do not add up",
	NoSuchID:      "no occupation of this id",
	NoSuchKind:    "no such kind of result",
}

// String describes the refusal for diagnostics; what visitors read is
// written in the site's own words.
func (r Refusal) String() string {
	if int(r) >= len(refusalNames) {
		return "unknown refusal"
	}
	return refusalNames[r]
}
