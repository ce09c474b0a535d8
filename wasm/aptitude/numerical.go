package aptitude

// The kinds of numerical items. Given are the numbers that the wording names,
// in its order; an option is one number, of Cheapest a size and a price, of
// EndTime hours and minutes.
const (
	Proportion = 0 // a things cost b yen; what do c cost?
	Discount   = 1 // c things of a yen each at b % off, all together?
	Missing    = 2 // three numbers and d sum to total; which is d? (a, b, c, total)
	Speed      = 3 // a minutes take b pages; how many pages do c minutes take?
	EndTime    = 4 // what begins at a:b and lasts c minutes, ends when?
	Cheapest   = 5 // which of four packs has the lowest price per gram?
)

func numerical(r *random) Item {
	kind := r.below(6)
	switch kind {
	case Proportion:
		unit, a := 5*r.between(4, 60), r.between(2, 6)
		c := a + r.between(1, 6)
		return r.number(kind, unit*c, []int32{int32(a), int32(unit * a), int32(c)}, unit*(c-1), unit*(c+1), unit*a+c*10, unit*c+50)
	case Discount:
		price, percent, c := 100*r.between(2, 30), 10*r.between(1, 5), r.between(2, 5)
		right := price * (100 - percent) / 100 * c
		return r.number(kind, right, []int32{int32(price), int32(percent), int32(c)}, price*c-percent*c, price*percent/100*c, right+price/10, price*c)
	case Missing:
		a, b, c, d := r.between(110, 490), r.between(110, 490), r.between(110, 490), r.between(110, 490)
		return r.number(kind, d, []int32{int32(a), int32(b), int32(c), int32(a + b + c + d)}, d+10, d-10, d+100, d-9)
	case Speed:
		pace, a := r.between(2, 9), 5*r.between(1, 4)
		c := a + 5*r.between(1, 8)
		return r.number(kind, pace*c/5, []int32{int32(a), int32(pace * a / 5), int32(c)}, pace*c/5+pace, pace*c/5-pace, pace*a/5+c, pace*c/5+1)
	case EndTime:
		return r.endTime()
	}
	return r.cheapest()
}

// number offers the right number and three of the wrong ones that are above 0
// and like no other; where they do not suffice, near ones fill up.
func (r *random) number(kind, right int, given []int32, wrong ...int) Item {
	var options [][]int32
	for next := right + 1; len(options) < Options-1; next++ {
		x := next
		if len(wrong) > 0 {
			at := r.below(len(wrong))
			x = wrong[at]
			wrong = append(append([]int{}, wrong[:at]...), wrong[at+1:]...)
		}
		if x > 0 && x != right && !offered(options, int32(x)) {
			options = append(options, []int32{int32(x)})
		}
	}
	return r.item(int32(kind), given, []int32{int32(right)}, options...)
}

func offered(options [][]int32, x int32) bool {
	for _, o := range options {
		if o[0] == x {
			return true
		}
	}
	return false
}

func (r *random) endTime() Item {
	begin, lasts := 60*r.between(8, 16)+5*r.below(12), 5*r.between(7, 35)
	clock := func(minutes int) []int32 { return []int32{int32(minutes / 60), int32(minutes % 60)} }
	end := begin + lasts
	given := append(clock(begin), int32(lasts))
	return r.item(EndTime, given, clock(end), clock(end+10), clock(end-15), clock(end+60))
}

// cheapest makes four packs, in grams and yen. The right one costs 2 yen per 10
// grams less than the next.
func (r *random) cheapest() Item {
	unit := r.between(8, 20) // yen per 10 g
	dearer := []int{2, 3, 5}
	sizes := r.order(8)
	pack := func(i, unit int) []int32 {
		tens := 10 + 5*int(sizes[i])
		return []int32{int32(10 * tens), int32(tens * unit)}
	}
	var wrong [][]int32
	for i, more := range dearer {
		wrong = append(wrong, pack(i+1, unit+more))
	}
	right := pack(0, unit)
	return r.item(Cheapest, append([]int32{}, right...), right, wrong...)
}
