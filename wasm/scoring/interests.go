package scoring

// InterestAreas is the number of interests: 現実的, 研究的, 芸術的, 社会的, 企業的
// and 慣習的 (RIASEC), in the order of the official tables.
const InterestAreas = 6

// NewInterests prepares the interest figures of all occupations for ranking:
// row i of figures, six columns, belongs to ids[i]. NaN is missing. The
// figures may be as published (1 to 5) or standard scores; standardising
// twice changes nothing. Refused are WrongLength, NotFinite, RepeatedID and
// NoFigures.
func NewInterests(ids []int32, figures []float64) (*Table, Refusal) {
	return newTable(ids, figures, InterestAreas, bands{veryNear: 88, near: 73, fairlyNear: 61})
}
