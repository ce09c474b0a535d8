"""What combinations of ways in find, from the committed tables and texts alone.

    python3 facets.py > facets.json        (written with Python 3.11.7 and PyYAML 6.0.3)

Nothing is taken from the TypeScript or the Go code. Each combination is given as the search page writes it, with the
ids it finds, lowest first, and how many occupations it leaves out for want of a figure.
"""

import csv
import json
import math
from collections import defaultdict
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
TABLES = ROOT / "dataset" / "tables"


def read(name):
    with open(TABLES / (name + ".csv"), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(text):
    return float(text) if text else math.nan


texts = {}
for path in (ROOT / "content" / "occupations").glob("*.md"):
    front = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
    texts[front["id"]] = front
licence_names = {x["key"]: x["name"] for x in yaml.safe_load((ROOT / "content/taxonomy/licences.yaml").read_text())["licences"]}
town = defaultdict(set)
for place in yaml.safe_load((ROOT / "content/maps/town.yaml").read_text())["places"]:
    for corner in place["corners"]:
        town[place["key"]].update(corner["occupations"])
rows = {int(r["id"]): r for r in read("occupations")}
everyone = set(rows)
profiles = {d: {int(r["id"]): r for r in read(d)} for d in ("skills", "knowledge", "natures", "activities", "education", "employment")}
wages = {r["class"]: r for r in read("wages") if r["sex"] == "total" and r["firm_size"] == "total"}
newest = max(r["fiscal_year"] for r in read("openings"))
openings = {(r["group"], r["place"]): r for r in read("openings") if r["fiscal_year"] == newest and r["employment"] == "all"}
offers = {(r["group"], r["place"], r["employment"]): r for r in read("offered_wages") if r["fiscal_year"] == newest}


def figure(domain, item):
    return {i: number(profiles[domain][i][item]) if i in profiles[domain] else math.nan for i in everyone}


def pay(i):
    w = wages.get(rows[i]["wage_class"])
    if not w:
        return math.nan
    thousand = number(w["contractual_earnings"]) * 12 + number(w["annual_bonus"])
    return math.nan if math.isnan(thousand) else math.floor(thousand + 0.5) / 10


def group(i):
    return rows[i]["jsoc_main"][1:3]


def ratio(place):
    def of(i):
        o = openings.get((group(i), place))
        if not o or not o["openings"] or not o["seekers"] or float(o["seekers"]) == 0:
            return math.nan
        return math.floor(100 * float(o["openings"]) / float(o["seekers"]) + 0.5) / 100

    return of


def offered(place, employment, unit):
    def of(i):
        o = offers.get((group(i), place, employment))
        return number(o["by_workplace"]) / unit if o else math.nan

    return of


def between(of, low, high):
    figures = {i: of(i) for i in everyone}
    return {i for i, x in figures.items() if low <= x <= high}, {i for i, x in figures.items() if not math.isnan(x)}


def item(domain, key, mode):
    figures = figure(domain, key)
    known = sorted(x for x in figures.values() if not math.isnan(x))
    third = math.ceil(len(known) / 3)
    low, high = known[third - 1], known[-third]
    tests = {"high": lambda x: x >= high, "less": lambda x: x < high, "low": lambda x: x <= low}
    holds = tests.get(mode) or (lambda x: x >= float(mode))
    return {i for i, x in figures.items() if not math.isnan(x) and holds(x)}, {i for i, x in figures.items() if not math.isnan(x)}


def usual(domain, key):
    figures = figure(domain, key)
    return {i for i, x in figures.items() if x >= 0.2}, set(profiles[domain])


def having(column, *values):
    return {i for i, t in texts.items() if set(t.get(column) or []) & set(values)}, everyone


def field(*values):
    return {i for i, t in texts.items() if t["field"] in values}, everyone


def licences(*keys):
    return having("licences", *(licence_names[k] for k in keys))


def coded(column, prefix):
    return {i for i, r in rows.items() if any(c.strip().startswith(prefix) for c in r[column].split("|") if c.strip())}, everyone


combinations = [
    ({"field": ["medical", "welfare"]}, [field("medical", "welfare")]),
    ({"field": ["food"], "pay": ["-400"]}, [field("food"), between(pay, -math.inf, 400)]),
    ({"theme": ["night"], "industry": ["P83"]}, [having("themes", "night"), having("industries", "P83")]),
    ({"theme": ["animals", "overseas"], "employment": ["self_employed"]}, [having("themes", "animals", "overseas"), usual("employment", "self_employed")]),
    ({"licence": ["nurse"]}, [licences("nurse")]),
    ({"licence": ["nurse"], "add": ["physician"]}, [(licences("physician")[0] - licences("nurse")[0], everyone)]),
    ({"licence": ["-"], "pay": ["700-"]}, [({i for i, t in texts.items() if not t.get("required")}, everyone), between(pay, 700, math.inf)]),
    ({"jsoc": ["B12"], "education": ["masters"]}, [coded("jsoc_codes", "B12"), usual("education", "masters")]),
    ({"mhlw": ["04", "08"]}, [(coded("mhlw_codes", "04")[0] | coded("mhlw_codes", "08")[0], everyone)]),
    ({"town": ["hospital"], "pay": ["400-600"]}, [(town["hospital"], everyone), between(pay, 400, 600)]),
    ({"skill": ["reading:high", "listening:3"]}, [item("skills", "reading", "high"), item("skills", "listening", "3")]),
    ({"knowledge": ["medicine_dentistry:high"], "skill": ["writing:4"]}, [item("knowledge", "medicine_dentistry", "high"), item("skills", "writing", "4")]),
    ({"nature": ["sitting:low", "contact_with_others:high"]}, [item("natures", "sitting", "low"), item("natures", "contact_with_others", "high")]),
    ({"nature": ["schedule_irregular:less"], "activity": ["handling_moving_objects:high"]},
     [item("natures", "schedule_irregular", "less"), item("activities", "handling_moving_objects", "high")]),
    ({"ratio": ["3-"]}, [between(ratio("JP-00"), 3, math.inf)]),
    ({"ratio": ["3-"], "at": "JP-13"}, [between(ratio("JP-13"), 3, math.inf)]),
    ({"monthly": ["25-30"], "at": "JP-27"}, [between(offered("JP-27", "full_time", 10), 25, 30)]),
    ({"hourly": ["-1100"], "ratio": ["1-2"], "at": "JP-47"}, [between(offered("JP-47", "part_time", 1), -math.inf, 1100), between(ratio("JP-47"), 1, 2)]),
    ({"field": ["it"], "education": ["high_school"], "employment": ["regular"], "pay": ["500-"]},
     [field("it"), usual("education", "high_school"), usual("employment", "regular"), between(pay, 500, math.inf)]),
]

out = []
for asked, conditions in combinations:
    found = set.intersection(*(set(c[0]) for c in conditions))
    missing = 0
    for k, (_, known) in enumerate(conditions):
        rest = set(everyone)
        for n, c in enumerate(conditions):
            if n != k:
                rest &= set(c[0])
        missing += len(rest - set(known))
    out.append({"asked": asked, "found": sorted(found), "missing": missing})
print("[\n" + ",\n".join(json.dumps(o, ensure_ascii=False) for o in out) + "\n]")
