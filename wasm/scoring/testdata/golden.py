"""Golden vectors for package scoring, from an implementation of its own.

    python3 golden.py > golden.json        (written with Python 3.11.7)

Correlations, means and deviations are those of Python's statistics module
(correlation, fmean, pstdev); nothing is taken from the Go code. Missing is null.
"""

import json
import math
import random
import statistics


def standardised(rows):
    """z-scores per column, over the rows that have a figure there."""
    columns = []
    for column in zip(*rows):
        known = [x for x in column if x is not None]
        mean, deviation = statistics.fmean(known), statistics.pstdev(known)
        columns.append([None if x is None else (x - mean) / deviation for x in column])
    return [list(row) for row in zip(*columns)]


def ranking(ids, rows, scores, cuts):
    """Occupations by correlation; equal to two decimals share a rank."""
    complete = [(i, z) for i, z in zip(ids, standardised(rows)) if None not in z]
    close = sorted((-statistics.correlation(scores, z), i, z) for i, z in complete)
    places = []
    for at, (minus, i, z) in enumerate(close):
        r = -minus
        same = places and round(places[-1]["closeness"], 2) == round(r, 2)
        places.append({
            "id": i,
            "rank": places[-1]["rank"] if same else at + 1,
            "band": sum(round(r, 2) >= cut for cut in cuts),
            "closeness": r,
            "contributions": contributions(scores, z),
        })
    return {"scores": scores, "places": places, "unranked": len(ids) - len(complete)}


def contributions(a, b):
    mean_a, mean_b = statistics.fmean(a), statistics.fmean(b)
    root = len(a) * statistics.pstdev(a) * statistics.pstdev(b)
    return [(x - mean_a) * (y - mean_b) / root for x, y in zip(a, b)]


def area_scores(answers, key, areas):
    return [statistics.fmean(a for a, k in zip(answers, key) if k == area and a >= 0)
            for area in range(areas)]


def figures(generator, occupations, items, low=1, high=5):
    """Figures that lie on the 254 steps of the vectors, so that encoding them loses nothing."""
    return [[low + generator.randint(20, 240) * (high - low) / 254 for _ in range(items)] for _ in range(occupations)]


def inventory(seed, areas, items, occupations, cuts):
    generator = random.Random(seed)
    rows = figures(generator, occupations, areas)
    rows[3] = list(rows[1])            # two occupations that tie
    rows[4][2] = None                  # a figure missing
    rows[5] = [None] * areas           # all figures missing
    ids = generator.sample(range(1, 600), occupations)
    key = [item % areas for item in range(areas * items)]
    answers = [generator.choice([0, 1, 2, 3, 4]) for _ in key]
    answers[7] = -1                    # an item not answered
    scores = area_scores(answers, key, areas)
    own = dict(zip(ids, standardised(rows)))[ids[0]]
    return {
        "ids": ids, "figures": rows, "answers": answers, "key": key,
        "byAnswers": ranking(ids, rows, scores, cuts),
        "byFigures": ranking(ids, rows, own, cuts),
    }


def mid_rank(column, x):
    below, same = sum(y < x for y in column), sum(y == x for y in column)
    return 100 * (below + same / 2) / len(column)


def column():
    figures = [3.2, 1.5, None, 4.75, 3.2, 2.0, 3.2, 4.75, None, 1.001]
    known = [x for x in figures if x is not None]
    mean, deviation = statistics.fmean(known), statistics.pstdev(known)
    return {
        "figures": figures, "mean": mean, "deviation": deviation,
        "scores": [None if x is None else (x - mean) / deviation for x in figures],
        "percentiles": [None if x is None else mid_rank(known, x) for x in figures],
    }


def similarity(seed):
    generator = random.Random(seed)
    domains = [standardised(figures(generator, 6, items)) for items in (4, 7, 5)]
    domains[1][2] = []                 # an occupation without a domain
    domains[2][3][1] = None            # an occupation without an item
    pairs = [similar(domains, a, b) for a in range(6) for b in range(6)]
    return {"domains": domains, "pairs": pairs}


def similar(domains, a, b):
    rs = []
    for rows in domains:
        common = [(x, y) for x, y in zip(rows[a], rows[b]) if x is not None and y is not None]
        if common:
            rs.append(statistics.correlation(*zip(*common)))
    return {"a": a, "b": b, "shared": len(rs), "closeness": sum(rs) / (len(rs) + 0.5)}


def critical(areas, tail, steps=20_000):
    """The r that a random profile over some areas exceeds with probability tail.

    Without correlation the density of r is proportional to (1 - r*r)**((areas-4)/2).
    """
    density = [(1 - (-1 + 2 * (i + 0.5) / steps) ** 2) ** ((areas - 4) / 2) for i in range(steps)]
    rest, i = tail * math.fsum(density), steps
    while rest > 0:
        i -= 1
        rest -= density[i]
    return -1 + 2 * i / steps


DOMAINS = (("interests", 6, 1, 5), ("values", 11, 1, 5), ("skills", 6, 0, 7), ("knowledge", 4, 0, 5),
           ("abilities", 4, 1, 5), ("natures", 3, 0, 1), ("activities", 5, 1, 5))
PROFILE = (2, 3, 4, 6)
POINTS, ELEMENTS = 29, 9


class Scorer:
    """Occupations with all domains, and what a person can bring. Occupations are told by their place."""

    def __init__(self, seed, occupations):
        generator = random.Random(seed)
        self.ids = sorted(generator.sample(range(1, 600), occupations))
        self.rows = [figures(generator, occupations, items, low, high) for _, items, low, high in DOMAINS]
        for domain, place in ((1, 4), (4, 5), (0, 7), (6, 8)):     # whole domains that are missing
            self.rows[domain][place] = [None] * DOMAINS[domain][1]
        self.rows[2][6][3] = None                                  # one item that is missing
        self.rows[0][10] = list(self.rows[0][11])                  # two occupations alike in interests
        self.flags = [[generator.random() < 0.1 for _ in range(6)] for _ in self.ids]  # not relevant, of skills
        self.small = [[generator.random() < 0.2 for _ in self.ids] for _ in DOMAINS]
        self.elements = [[(2, e % 6, 2), (6, e % 5, 1)] for e in range(ELEMENTS)]
        self.z = [standardised(rows) for rows in self.rows]
        self.shares = self.compositions()

    def compositions(self):
        scores = []
        for place in range(len(self.ids)):
            of = [[(self.z[d][place][i], w) for d, i, w in weights] for weights in self.elements]
            missing = any(z is None for element in of for z, _ in element)
            scores.append(None if missing else [sum(z * w for z, w in e) / sum(w for _, w in e) for e in of])
        columns = list(zip(*[s for s in scores if s]))
        ranks = [s and [mid_rank(column, x) for column, x in zip(columns, s)] for s in scores]
        part = [r and [(100 + x - statistics.fmean(r)) / (100 * ELEMENTS) for x in r] for r in ranks]
        return [p and [(1 + (POINTS - ELEMENTS) * x) / POINTS for x in p] for p in part]

    # What is brought is a function of the place that gives closeness, None where it cannot be ranked.

    def interests(self, scores):
        return lambda o: None if None in self.z[0][o] else statistics.correlation(scores, self.z[0][o])

    def portable(self, shares):
        return lambda o: self.shares[o] and -math.dist(shares, self.shares[o])

    def profile(self, scores):
        """Scores by domain of PROFILE; None for an item, or for a domain, that is not known."""
        def closeness(o):
            rs = []
            for d, own in zip(PROFILE, scores):
                if own is None:
                    continue
                pairs = [(x, z) for x, z in zip(own, self.z[d][o]) if x is not None]
                if any(z is None for _, z in pairs):
                    return None
                rs.append(statistics.correlation(*zip(*pairs)))
            return statistics.fmean(rs)
        return closeness

    def combined(self, parts):
        """Parts are pairs of a weight and a closeness."""
        rows = [[closeness(o) for _, closeness in parts] for o in range(len(self.ids))]
        complete = [row if None not in row else [None] * len(parts) for row in rows]
        z, total = standardised(complete), sum(weight for weight, _ in parts)
        return lambda o: None if None in z[o] else sum(w * x for (w, _), x in zip(parts, z[o])) / total

    def listed(self, closeness, usual):
        """Places by closeness, with bands by what is usual among pairs of occupations."""
        cuts = [round(sorted(usual, reverse=True)[(len(usual) * part - 1) // 100], 2) for part in (10, 5, 1)]
        close = sorted((-c, self.ids[o]) for o in range(len(self.ids)) if (c := closeness(o)) is not None)
        places = []
        for at, (minus, i) in enumerate(close):
            near = round(-minus, 2)
            same = places and round(places[-1]["closeness"], 2) == near
            places.append({"id": i, "rank": places[-1]["rank"] if same else at + 1,
                           "band": sum(near >= cut for cut in cuts), "closeness": -minus})
        return {"places": places, "unranked": len(self.ids) - len(places)}

    def usual(self, closeness, like):
        ranked = [o for o in range(len(self.ids)) if closeness(o) is not None]
        found = []
        for o in ranked:
            own = like(o)
            found += [own(other) for other in ranked if other != o]
        return found

    def top(self, closeness):
        known = sorted((round(c, 2) for o in range(len(self.ids)) if (c := closeness(o)) is not None), reverse=True)
        return {o for o in range(len(self.ids)) if (c := closeness(o)) is not None and round(c, 2) >= known[:10][-1]}

    def first_ten(self, closeness):
        order = sorted((-c, o) for o in range(len(self.ids)) if (c := closeness(o)) is not None)
        return {o for _, o in order[:10]}

    def file(self):
        def bits(flags):
            return sum(flag << i for i, flag in enumerate(flags)).to_bytes((len(flags) + 7) // 8, "little")
        n = len(self.ids)
        out = b"SAV1" + n.to_bytes(2, "little") + bytes([len(DOMAINS)])
        for name, items, low, high in DOMAINS:
            out += bytes([items, name == "skills"] + [low, high] * items)
        out += bytes([len(self.elements)])
        for weights in self.elements:
            out += bytes([len(weights)]) + b"".join(bytes(w) for w in weights)
        out += b"".join(i.to_bytes(2, "little") for i in self.ids)
        for d, (name, items, low, high) in enumerate(DOMAINS):
            out += bits(self.small[d])
            for i in range(items):
                out += bytes(0 if row[i] is None else 1 + round(254 * (row[i] - low) / (high - low)) for row in self.rows[d])
            if name == "skills":
                out += b"".join(bits([row[i] for row in self.flags]) for i in range(items))
        h = 2166136261
        for b in out:
            h = (h ^ b) * 16777619 % 2**32
        return out + h.to_bytes(4, "little")


def scorer(seed):
    s = Scorer(seed, 30)
    generator = random.Random(seed + 1)
    key = [item % 6 for item in range(30)]
    answers = [min(4, max(0, [0, 4, 3, 1, 2, 2][area] + generator.choice([-1, 0, 1]))) for area in key]
    points = [5, 1, 2, 4, 3, 6, 1, 5, 2]
    past, years = [s.ids[2], s.ids[5], s.ids[6]], [3, 1.5, 0.5]
    places = [2, 5, 6]
    own = [[weighted([s.rows[d][o][i] for o in places], years) for i in range(items)]
           for d, (_, items, _, _) in enumerate(DOMAINS)]
    own[2][0] = None                                               # one skill unknown
    own[4] = [None, None, None, own[4][3]]                         # abilities known by less than half
    scores = [[x if x is None else (x - mean) / deviation for x, (mean, deviation) in zip(own[d], moments(s.rows[d]))]
              if sum(x is not None for x in own[d]) * 2 >= len(own[d]) else None for d in PROFILE]

    def bring(answers, points):
        return [(2, s.interests(area_scores(answers, key, 6))), (1, s.portable([p / POINTS for p in points])),
                (0.5, s.profile(scores))]

    def like(o):
        masked = [own and [z if x is not None else None for x, z in zip(own, s.z[d][o])] for d, own in zip(PROFILE, scores)]
        return [(2, s.interests(s.z[0][o])), (1, s.portable([p / POINTS for p in shuffled(points, o)])), (0.5, s.profile(masked))]

    parts = bring(answers, points)
    combined = s.combined(parts)
    kept = s.first_ten(combined)
    portable_kept = s.first_ten(parts[1][1])
    for i, before in enumerate(answers):
        for other in range(5):
            if other != before:
                changed = answers[:i] + [other] + answers[i + 1:]
                kept &= s.top(s.combined(bring(changed, points)))
    for i in range(ELEMENTS):
        for j in range(ELEMENTS):
            if i != j and points[i] > 1:
                moved = [p - (e == i) + (e == j) for e, p in enumerate(points)]
                kept &= s.top(s.combined(bring(answers, moved)))
                portable_kept &= s.top(bring(answers, moved)[1][1])
    target = 9
    return {
        "file": s.file().hex(), "ids": s.ids, "answers": answers, "key": key, "points": points,
        "past": past, "years": years, "profile": [x for domain in own for x in domain], "elements": s.shares,
        "portable": s.listed(parts[1][1], s.usual(parts[1][1], lambda o: like(o)[1][1])),
        "ranked": s.listed(parts[2][1], s.usual(parts[2][1], lambda o: like(o)[2][1])),
        "combined": s.listed(combined, s.usual(combined, lambda o: s.combined(like(o)))),
        "kept": len(kept), "portableKept": len(portable_kept),
        "target": s.ids[target], "gaps": gaps(s, own[2], target),
    }


def shuffled(values, state):
    values = list(values)
    for i in range(len(values) - 1, 0, -1):
        state = (state * 1664525 + 1013904223) % 2**32
        j = (state >> 16) % (i + 1)
        values[i], values[j] = values[j], values[i]
    return values


def weighted(values, weights):
    known = [(x, w) for x, w in zip(values, weights) if x is not None]
    return sum(x * w for x, w in known) / sum(w for _, w in known) if known else None


def moments(rows):
    columns = [[x for x in column if x is not None] for column in zip(*rows)]
    return [(statistics.fmean(column), statistics.pstdev(column)) for column in columns]


def gaps(s, own, target):
    """Of skills: item, gap, weight and class; enough first, then the largest weighted gap."""
    items, unknown = [], 0
    for i, (_, deviation) in enumerate(moments(s.rows[2])):
        if s.flags[target][i]:
            continue
        if own[i] is None or s.rows[2][target][i] is None:
            unknown += 1
            continue
        gap, weight = s.rows[2][target][i] - own[i], max(s.z[2][target][i], 0)
        items.append((i, gap, weight, 0 if gap <= 0 or gap < 0.2 * deviation else 1 if gap < 0.8 * deviation else 2))
    enough = sorted((item for item in items if item[3] == 0), key=lambda item: -item[2])
    lacking = sorted((item for item in items if item[3] > 0), key=lambda item: (-item[1] * item[2], -item[1]))
    weight = sum(item[2] for item in items)
    return {
        "items": [{"item": i, "lacking": g, "weight": w, "class": c} for i, g, w, c in enough + lacking],
        "unknown": unknown, "shortfall": sum(max(g, 0) * w for _, g, w, _ in items) / weight,
    }


print(json.dumps({
    "column": column(),
    "interests": inventory(10, 6, 5, 24, (0.61, 0.73, 0.88)),
    "workValues": inventory(3, 11, 4, 24, (0.42, 0.52, 0.69)),
    "similarity": similarity(4),
    "scorer": scorer(5),
    "critical": {str(areas): [critical(areas, tail) for tail in (0.10, 0.05, 0.01)] for areas in (6, 11)},
}, indent=1))
