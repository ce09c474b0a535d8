// Package scoring holds the arithmetic of the site: what a person's answers,
// or an occupation's figures, say about the other occupations. The same code
// runs in the generator, in tests and, compiled to WebAssembly, in the
// visitor's browser.
//
// What always holds:
//
//   - Functions are pure: numbers in, numbers out. The package prints and reads
//     nothing, remembers nothing but what a [Scorer] prepares from its vectors,
//     and imports neither fmt, reflect nor encoding/json.
//   - A missing figure is NaN and stays missing. It is never taken for zero or
//     for a mean. Whatever cannot be scored is left out and counted.
//   - What cannot be answered is refused with a [Refusal] or, where a single
//     number is asked for, with NaN. Infinities and slices of the wrong length
//     are refused like any other fault; nothing panics.
//   - The order in which occupations are given changes no result, not even in
//     its last bit: columns are summed in ascending order or in that of the
//     ids, and equals are ordered by occupation id.
//   - Every machine computes the same bits. Products that are added up are
//     converted, float64(a*b), because Go may otherwise fuse the two steps
//     into one on some processors (https://go.dev/ref/spec#Floating_point_operators).
//
// What the package does not do: it knows no item texts, no names of
// occupations and no norms. It gives an order and a word of nearness, never a
// percentage of fit or a verdict about a person.
//
// # Standard scores
//
// Items differ in level: over all occupations 社会的 averages 3.47 and 芸術的
// 2.75. Figures are therefore compared as
//
//	z = (x − mean) / deviation
//
// with mean and deviation of that item over all occupations that have it. The
// deviation divides by n, not n − 1: the occupations described are the whole
// population spoken of, not a sample of a larger one. Where an item has the
// same figure everywhere, z is 0: the figure is known, and it does not differ.
//
// # Interests and work values
//
// Answers run from 0 to 4. The score of an area is the mean of its answered
// items; at least two thirds of them must be answered. Answers that are all
// alike are refused, and so are areas that hardly differ: their deviation
// must reach 5 % of the scale, which is 0.2 on answers 0–4. One answer of the
// short form (five items an area) moves its area by up to 0.8, so below that
// spread the order of the areas hangs on a single answer.
//
// The nearness of a person p and an occupation z over m areas is Pearson's
//
//	r = Σ (pᵢ − p̄)(zᵢ − z̄) / √(Σ (pᵢ − p̄)² Σ (zᵢ − z̄)²)
//
// the best of four indices compared in doi:10.1177/1069072720909825. Each
// summand, divided by the root, is what one area contributes: positive speaks
// for the occupation, negative against it, and together they are r.
//
// A person's scores are not standardised over occupations, for they are not
// an occupation's figures. Figures on the occupations' own scale, such as
// another occupation's profile, are: see [Table.RankFigures]. Only so does an
// occupation's own profile return that occupation first.
//
// Occupations whose r agrees to two decimals share a rank; more would pretend
// a precision that survey means do not have. Inside a rank the larger r comes
// first, then the smaller id. The bands follow from r alone:
//
//	band         a random profile gets there    r, 6 areas    r, 11 areas
//	VeryNear     1 time in 100                  0.88          0.69
//	Near         5 times in 100                 0.73          0.52
//	FairlyNear   10 times in 100                0.61          0.42
//
// These are the one-sided critical values of r without correlation (Fisher
// 1915, doi:10.2307/2331838), rounded to two decimals.
//
// What has no such critical values, because it is no correlation or because
// occupations are alike in it far beyond chance, gets its bands from what is
// usual: the closeness that 1, 5 and 10 in 100 reach when up to 64 occupations,
// evenly spread over the ids, take the person's place before every other. Of
// portable skills it is the person's own points, dealt out in other orders.
//
// # Portable skills
//
// A person gives 29 points to nine elements, at least one to each. No survey
// asked occupations about the elements; an element's value e in an occupation
// is the weighted mean of the standard scores of a few items, by weights that
// are published in content/assessments/portable.yaml. With P the mid-rank
// percentile of e over the occupations that have all nine, and P̄ the mean of an
// occupation's nine,
//
//	share = (1 + 20·(100 + P − P̄)/900) / 29
//
// The nearness of points p, as shares p/29, to an occupation's shares o is the
// Euclidean distance √Σ(pᵢ − oᵢ)², as between compositions without zeros; equal
// to two decimals, occupations share a rank (one point moved changes it by up
// to 0.05). An element contributes the mean of (pᵢ − oᵢ)² over all occupations
// minus that of this one: positive where this one is nearer than most.
//
// # Own profiles
//
// Past occupations make a profile: per item the mean of their published
// figures, weighted by the years spent there (see [Scorer.FromPast]). It is
// standardised as the occupations are and compared over skills, knowledge,
// abilities and activities, in each over the items that are known, if they are
// half of the domain's: closeness is the mean of the correlations. An
// occupation that lacks a figure compared there is left out, so that a domain
// less cannot help. A figure flagged as not relevant counts as published.
//
// # Combinations
//
// Results of several kinds are not on one scale. Each is standardised over the
// occupations that all of them rank, and the combined closeness is
//
//	Σ w·z / Σ w
//
// with the weights w that the person gives; a part contributes w·z / Σ w. An
// occupation that one part cannot rank is left out, so a missing part never
// helps. Equal to two decimals, occupations share a rank.
//
// # Stability
//
// A ranking is asked how many of its first ten stay there whichever single
// answer is changed to whatever other, or point moved: see [Scorer.Stability].
//
// # Similarity of occupations
//
// The similarity of two occupations is, over the k domains both have,
//
//	s = (r₁ + … + rₖ) / (k + ½)
//
// with r the Pearson correlation of their standard scores. A profile has
// elevation, scatter and shape, and correlation keeps the shape alone
// (Cronbach & Gleser 1953, doi:10.1037/h0057173). Shape is what is wanted
// here, because respondents of one occupation may rate everything higher than
// those of another. On release 7.00 of the official figures, the five nearest
// by correlation share the occupation's middle class of the 日本標準職業分類
// in 37 % of cases, the five nearest by root mean square distance in 32 %.
//
// The half in the divisor draws s towards 0 where few domains are shared. With
// the plain mean, an occupation with a single domain is a near neighbour 12
// times, one with all four 5 times: missing figures would help. No other
// occupation is nearer than the occupation itself, and s(a, b) = s(b, a).
//
// # What is distinctive, and the gap
//
// Distinctive of an occupation are the items with the largest z, so that what
// every occupation has in plenty is not named. Items flagged as not relevant
// are never named as high, whatever score stands there.
//
// The gap of an item is the target's figure minus one's own, in units of the
// item's scale. Its weight is the target's z where that is positive, else 0:
// what the target asks of its people no more than other occupations do needs
// no special preparation. Gaps below 0.2 standard deviations of the item are
// none, from 0.8 on they are large: see [GapClass].
package scoring
