package aptitude

// spatial makes a net of a cube, every face of it marked with one of six marks.
// Which mark comes to lie opposite a given one when it is folded? Given are
// the mark asked about, then x, y and mark of each of the six cells. An option
// is a mark.
func spatial(r *random) Item {
	cells := r.net()
	marks := r.order(6) // by face
	asked := int32(r.below(6))
	given := []int32{marks[asked]}
	for _, c := range cells {
		given = append(given, c.x, c.y, marks[c.face])
	}
	opposite := asked ^ 1
	var wrong [][]int32
	for _, face := range r.order(6) {
		if face != asked && face != opposite && len(wrong) < Options-1 {
			wrong = append(wrong, []int32{marks[face]})
		}
	}
	return r.item(0, given, []int32{marks[opposite]}, wrong...)
}

// A cell of a net is a face of the cube: 0 is opposite 1, 2 opposite 3 and 4
// opposite 5.
type cell struct {
	x, y, face int32
	pose       pose
}

// A pose is how a cube stands on a cell: which face is below, above, north,
// south, east and west.
type pose [6]int32

// rolled is the pose after rolling over one edge, and the step it takes.
func (p pose) rolled(direction int) (next pose, dx, dy int32) {
	switch direction {
	case 0: // east
		return pose{p[4], p[5], p[2], p[3], p[1], p[0]}, 1, 0
	case 1: // west
		return pose{p[5], p[4], p[2], p[3], p[0], p[1]}, -1, 0
	case 2: // north
		return pose{p[2], p[3], p[1], p[0], p[4], p[5]}, 0, -1
	}
	return pose{p[3], p[2], p[0], p[1], p[4], p[5]}, 0, 1 // south
}

// net rolls a cube about until each face has lain once. A cell that would touch
// two others is not taken, for the edge between them is no fold: so every net
// folds, and in one way only.
func (r *random) net() []cell {
	cells := []cell{{pose: pose{0, 1, 2, 3, 4, 5}}}
	for len(cells) < 6 {
		from := cells[r.below(len(cells))]
		pose, dx, dy := from.pose.rolled(r.below(4))
		next := cell{from.x + dx, from.y + dy, pose[0], pose}
		if fits(cells, next) {
			cells = append(cells, next)
		} else if r.below(60) == 0 {
			cells = cells[:1] // a dead end
		}
	}
	left, top := cells[0].x, cells[0].y
	for _, c := range cells {
		left, top = min(left, c.x), min(top, c.y)
	}
	for i := range cells {
		cells[i].x -= left
		cells[i].y -= top
	}
	return cells
}

func fits(cells []cell, next cell) bool {
	touching := 0
	for _, c := range cells {
		dx, dy := c.x-next.x, c.y-next.y
		distance := dx*dx + dy*dy
		if distance == 0 || c.face == next.face {
			return false
		}
		if distance == 1 {
			touching++
		}
	}
	return touching == 1
}
