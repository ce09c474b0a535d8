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


def figures(generator, occupations, areas):
    return [[round(generator.uniform(1.5, 4.8), 3) for _ in range(areas)] for _ in range(occupations)]


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


print(json.dumps({
    "column": column(),
    "interests": inventory(10, 6, 5, 24, (0.61, 0.73, 0.88)),
    "workValues": inventory(3, 11, 4, 24, (0.42, 0.52, 0.69)),
    "similarity": similarity(4),
    "critical": {str(areas): [critical(areas, tail) for tail in (0.10, 0.05, 0.01)] for areas in (6, 11)},
}, indent=1))
