package aptitude

// The letters and digits of clerical items. I, O and Q, which most typefaces
// hardly tell from digits, are not among them.
const (
	letters = "ABCDEFGHJKLMNPRSTUVWXYZ"
	digits  = "0123456789"
)

// alike are characters that look alike, each way.
var alike = [...]string{"B8", "S5", "Z2", "EF", "MN", "VY", "CG", "PR", "XK", "UV", "69", "17", "38"}

// clerical makes a code such as KD-40728-W. Which of four is the same? Given
// are the characters, and an option is characters too.
func clerical(r *random) Item {
	code := r.code()
	var wrong [][]int32
	for len(wrong) < Options-1 {
		changed := r.misread(code)
		if !same(changed, code) && !among(wrong, changed) {
			wrong = append(wrong, changed)
		}
	}
	return r.item(0, code, append([]int32{}, code...), wrong...)
}

func (r *random) code() []int32 {
	code := []int32{r.from(letters), r.from(letters), '-'}
	for range 5 {
		code = append(code, r.from(digits))
	}
	return append(code, '-', r.from(letters))
}

func (r *random) from(characters string) int32 { return int32(characters[r.below(len(characters))]) }

// misread changes a code by one slip: two neighbours change places, or one
// becomes another that looks alike, or any other.
func (r *random) misread(code []int32) []int32 {
	changed := append([]int32{}, code...)
	at := r.below(len(code) - 1)
	if code[at] == '-' || code[at+1] == '-' {
		at = 3 + r.below(4) // within the digits
	}
	switch r.below(3) {
	case 0:
		changed[at], changed[at+1] = changed[at+1], changed[at]
	case 1:
		changed[at] = lookalike(changed[at])
	default:
		if changed[at] <= '9' {
			changed[at] = r.from(digits)
		} else {
			changed[at] = r.from(letters)
		}
	}
	return changed
}

// lookalike is the character that looks like another, or that character.
func lookalike(character int32) int32 {
	for _, pair := range alike {
		switch character {
		case int32(pair[0]):
			return int32(pair[1])
		case int32(pair[1]):
			return int32(pair[0])
		}
	}
	return character
}

func among(list [][]int32, other []int32) bool {
	for _, one := range list {
		if same(one, other) {
			return true
		}
	}
	return false
}

// side is how many cells a figure is wide and high.
const side = 5

// form makes a figure of 9 to 12 filled cells on a grid of 5 × 5. Which of four
// is the same? Given is one number whose bit 5·row + column tells whether a
// cell is filled, and so is an option. The others have one filled cell moved to
// an empty one.
func form(r *random) Item {
	figure := int32(0)
	for _, cell := range r.order(side * side)[:r.between(9, 12)] {
		figure |= 1 << cell
	}
	var wrong [][]int32
	for len(wrong) < Options-1 {
		from, to := int32(1)<<r.below(side*side), int32(1)<<r.below(side*side)
		moved := []int32{figure&^from | to}
		if figure&from != 0 && figure&to == 0 && !among(wrong, moved) {
			wrong = append(wrong, moved)
		}
	}
	return r.item(0, []int32{figure}, []int32{figure}, wrong...)
}
