package scoring

// WorkValueAreas is the number of work values, in the order of the official
// tables.
const WorkValueAreas = 11

// NewWorkValues prepares the work-value figures of all occupations for
// ranking: as [NewInterests], with eleven columns.
func NewWorkValues(ids []int32, figures []float64) (*Table, Refusal) {
	return newTable(ids, figures, WorkValueAreas, bands{veryNear: 69, near: 52, fairlyNear: 42})
}
