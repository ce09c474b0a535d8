"""The golden numbers of the analysis, from the committed tables alone.

    python3 golden.py > golden.json        (written with Python 3.11.7)

Means, deviations and correlations are those of Python's statistics module
(mean, pstdev, correlation); nothing is taken from the Go code. Missing is null.
"""

import csv
import json
import platform
from pathlib import Path
from statistics import StatisticsError, correlation, mean, pstdev

TABLES = Path(__file__).resolve().parents[3] / "dataset" / "tables"
SIMILARITY = ["skills", "knowledge", "abilities", "activities"]
SENTENCE = ["skills", "knowledge", "abilities", "activities", "natures"]

# Occupation, domain, item. 10 lacks the last natures and all abilities, 36 and 584 have no figures, 516 lacks one share.
FIGURES = [
    (1, "interests", "realistic"), (319, "interests", "social"), (240, "interests", "artistic"), (36, "interests", "artistic"),
    (1, "values", "income"), (330, "values", "income"), (165, "skills", "reading"), (2, "skills", "foreign_speaking"),
    (319, "skills", "programming"), (165, "knowledge", "medicine_dentistry"), (1, "knowledge", "production"),
    (348, "abilities", "stamina"), (10, "abilities", "stamina"), (42, "natures", "sitting"), (10, "natures", "teamwork"),
    (10, "natures", "email"), (165, "natures", "schedule_irregular"), (1, "activities", "handling_moving_objects"),
    (584, "activities", "handling_moving_objects"), (165, "education", "junior_college"), (2, "education", "unknown"),
    (516, "experience_before", "none"), (516, "training_after", "none"), (1, "employment", "self_employed"),
]
# Occupation and place of the other among its nearest, from 0: with four, three, two and one domains in common.
PAIRS = [(1, 0), (1, 19), (165, 0), (165, 4), (319, 9), (240, 14), (10, 0), (231, 2), (330, 0), (347, 1), (394, 0), (560, 7)]
NEAREST = [1, 165, 231, 347, 584]
# 142 has small samples; of 150 the lowest score belongs to an item that is flagged as not relevant there.
DISTINCTIVE = [1, 10, 142, 150, 165, 319, 566]


def read(name):
    with open(TABLES / (name + ".csv"), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def numbers(row):
    return {key: float(cell) if cell else None for key, cell in row.items() if key != "id"}


def by_id(name):
    return {int(row["id"]): numbers(row) for row in read(name)}


def known(domain, item):
    return [row[item] for row in PROFILES[domain].values() if row[item] is not None]


def moments(domain, item):
    if (domain, item) not in MOMENTS:
        column = known(domain, item)
        MOMENTS[domain, item] = mean(column), pstdev(column)
    return MOMENTS[domain, item]


def score(occupation, domain, item):
    x = PROFILES[domain].get(occupation, {}).get(item)
    centre, deviation = moments(domain, item)
    return None if x is None else (x - centre) / deviation


def percentile(occupation, domain, item):
    x = PROFILES[domain].get(occupation, {}).get(item)
    if x is None:
        return None
    column = known(domain, item)
    return 100 * (sum(y < x for y in column) + sum(y == x for y in column) / 2) / len(column)


def figure(occupation, domain, item):
    centre, deviation = moments(domain, item)
    return {"id": occupation, "domain": domain, "item": item, "count": len(known(domain, item)), "mean": centre, "deviation": deviation,
            "score": score(occupation, domain, item), "percentile": percentile(occupation, domain, item)}


def profile_correlation(a, b, domain):
    """Pearson's r of the standard scores over the items both have, or None."""
    pairs = [(score(a, domain, item), score(b, domain, item)) for item in PROFILES[domain].get(a, {})]
    pairs = [(x, y) for x, y in pairs if x is not None and y is not None]
    try:
        return correlation([x for x, _ in pairs], [y for _, y in pairs])
    except StatisticsError:
        return None


def similarity(a, b):
    """s = (r1 + ... + rk) / (k + 1/2), the package comment of wasm/scoring; k domains are shared."""
    rs = [profile_correlation(a, b, d) for d in SIMILARITY if a in PROFILES[d] and b in PROFILES[d]]
    rs = [r for r in rs if r is not None]
    return {"a": a, "b": b, "closeness": sum(rs) / (len(rs) + 0.5), "shared": len(rs)}


def nearest(a):
    if a not in NEIGHBOURS:
        all_of_them = [similarity(a, b) for b in IDS if b != a]
        NEIGHBOURS[a] = sorted((s for s in all_of_them if s["shared"]), key=lambda s: (-s["closeness"], s["b"]))
    return NEIGHBOURS[a]


def small_sample(occupation, domain):
    """Whether a form of the survey's year that asked the domain is flagged: 1 under 20 answers, 2 under 10.

    Where no form is known to have asked it, any flag of the year counts; "initial" is the form of the years before 2020.
    """
    flags, year = FLAGS.get(occupation, {}), SURVEYS.get((occupation, domain))
    forms = [form for form in FORMS if (form["domain"], form["fiscal_year"]) == (domain, year)
             and (form["occupations"] == "all" or str(occupation) in form["occupations"].split("|"))]
    names = [form["form"] for form in forms]
    if not names and year:
        names = [n for n in flags if n.startswith("fy" + year) or n == "initial" and year < "2020"]
    return any(flags.get(n) in ("1", "2") for n in names)


def distinctive(occupation):
    """At most two items of a domain on each side, from one deviation on; three high and three low are kept."""
    high, low = [], []
    for domain in SENTENCE:
        if occupation not in PROFILES[domain] or small_sample(occupation, domain):
            continue
        flags = NOT_RELEVANT.get(domain, {}).get(occupation, {})
        scores = [(score(occupation, domain, item), domain, item) for item in PROFILES[domain][occupation]]
        scores = [s for s in scores if s[0] is not None and not flags.get(s[2])]
        high += sorted((s for s in scores if s[0] >= 1), key=lambda s: -s[0])[:2]
        low += sorted((s for s in scores if s[0] <= -1), key=lambda s: s[0])[:2]
    high.sort(key=lambda s: -s[0])
    low.sort(key=lambda s: s[0])
    return {"id": occupation, **{side: [{"domain": d, "item": i, "score": z} for z, d, i in items[:3]] for side, items in (("high", high), ("low", low))}}


def all_scores(occupation, domain):
    """The standard scores of the items that are known and not flagged as not relevant, in their order."""
    flags = NOT_RELEVANT.get(domain, {}).get(occupation, {})
    scores = [(score(occupation, domain, item), item) for item in PROFILES[domain].get(occupation, {})]
    return [s for s in scores if s[0] is not None and not flags.get(s[1])]


def baskets():
    """Per item two sets of occupations as bits: those that can be told, and those of which the item is distinctive."""
    known, high = {}, {}
    for bit, occupation in enumerate(IDS):
        for domain in SENTENCE:
            if occupation not in PROFILES[domain] or small_sample(occupation, domain):
                continue
            for item, x in PROFILES[domain][occupation].items():
                if x is not None:
                    known[domain, item] = known.get((domain, item), 0) | 1 << bit
            for z, item in sorted(all_scores(occupation, domain), key=lambda s: -s[0])[:5]:
                if z >= 1:
                    high[domain, item] = high.get((domain, item), 0) | 1 << bit
    return known, high


def rules():
    """Every rule as "condition [+ condition] > consequence: told matching both", in the order of these texts."""
    known, high = baskets()
    items, found = [i for i in known if i in high], []

    def confidence(conditions, y):
        matching = conditions & known[y]
        return (conditions & high[y]).bit_count() / max(1, matching.bit_count())

    def consider(names, told, conditions, least):
        for y in items:
            both, matching = (conditions & high[y]).bit_count(), (conditions & known[y]).bit_count()
            if y in names or both < 12 or both / matching < max(0.7, 0 if least is None else least(y) + 0.1 - 1e-12):
                continue
            told_y = (told & known[y]).bit_count()
            lift = both / matching / ((told & high[y]).bit_count() / told_y)
            if both / told_y >= 0.03 and lift >= 2:
                found.append(" + ".join(sorted("/".join(n) for n in names)) + f" > {'/'.join(y)}: {told_y} {matching} {both}")

    for i, x in enumerate(items):
        consider([x], known[x], high[x], None)
        for w in items[:i]:
            consider([w, x], known[x] & known[w], high[x] & high[w], lambda y: max(confidence(high[x], y), confidence(high[w], y)))
    return sorted(found)


DOMAINS = list(dict.fromkeys(row["domain"] for row in read("items")))
PROFILES = {domain: by_id(domain) for domain in DOMAINS}
NOT_RELEVANT = {domain: by_id(domain + "_not_relevant") for domain in ("skills", "knowledge")}
IDS = [int(row["id"]) for row in read("occupations")]
SURVEYS = {(int(row["id"]), row["domain"]): row["fiscal_year"] for row in read("surveys")}
FORMS = read("survey_forms")
FLAGS = {int(row["id"]): row for row in read("sample_flags")}
MOMENTS, NEIGHBOURS = {}, {}
RULES = rules()

print(json.dumps({
    "python": platform.python_version(),
    "figures": [figure(*f) for f in FIGURES],
    "similarities": [nearest(a)[place] | {"place": place} for a, place in PAIRS],
    "nearest": [{"id": a, "neighbours": nearest(a)[:3]} for a in NEAREST],
    "distinctive": [distinctive(a) for a in DISTINCTIVE],
    "distinctive_rows": sum(abs(z) >= 1 for o in IDS for d in SENTENCE if not small_sample(o, d) for z, _ in all_scores(o, d)),
    "pairs": sum(any(a in PROFILES[d] and b in PROFILES[d] for d in SIMILARITY) for n, a in enumerate(IDS) for b in IDS[n + 1:]),
    "rules": len(RULES), "every_tenth_rule": RULES[::10],
}, indent=1))
