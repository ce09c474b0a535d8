"""Components and clusters of the figures, from the committed tables alone.

    python3 structure.py > structure.json    (written with Python 3.11.2, numpy 1.24.2 and scipy 1.10.1 of Debian 12)

Eigenvalues are numpy's, varimax is turned by singular values (not two columns at a time as in the Go code), the tree
is scipy's linkage(method="ward"); nothing is taken from the Go code.
"""

import csv
import json
from pathlib import Path

import numpy as np
import scipy
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import pdist, squareform

TABLES = Path(__file__).resolve().parents[3] / "dataset" / "tables"
DOMAINS = ["skills", "knowledge"]
SHOWN = [1, 89, 165, 193, 319, 463, 566]  # occupations whose scores are compared


def read(name):
    with open(TABLES / (name + ".csv"), encoding="utf-8", newline="") as file:
        return {int(row.pop("id")): row for row in csv.DictReader(file)}


def complete_cases():
    tables = [read(d) for d in DOMAINS]
    items = [(d, c) for d, t in zip(DOMAINS, tables) for c in next(iter(t.values()))]
    ids, rows = [], []
    for i in sorted(set.intersection(*map(set, tables))):
        cells = [cell for t in tables for cell in t[i].values()]
        if all(cells):
            ids.append(i)
            rows.append([float(c) for c in cells])
    x = np.array(rows)
    return ids, items, (x - x.mean(0)) / x.std(0)


def varimax(loadings):
    length = np.sqrt((loadings**2).sum(1, keepdims=True))
    a, rotation = loadings / length, np.eye(loadings.shape[1])
    for _ in range(10_000):
        b = a @ rotation
        u, _, v = np.linalg.svd(a.T @ (b**3 - b * (b**2).mean(0)))
        before, rotation = rotation, u @ v
        if np.abs(rotation - before).max() < 1e-14:
            break
    return rotation


def components(z, ids, items, k):
    values, vectors = np.linalg.eigh(z.T @ z / len(z))
    values, vectors = values[::-1][:k], vectors[:, ::-1][:, :k]
    rotation = varimax(vectors * np.sqrt(values))
    loadings = vectors * np.sqrt(values) @ rotation
    scores = z @ (vectors / np.sqrt(values)) @ rotation
    order = np.argsort(-(loadings**2).sum(0))
    sign = np.sign(loadings.sum(0))
    return [{
        "share": (loadings[:, j] ** 2).mean(),
        "loadings": [sign[j] * x for x in loadings[:, j]],
        "scores": {str(i): sign[j] * scores[ids.index(i), j] for i in SHOWN if i in ids},
    } for j in order]


def random_eigenvalues(n, p, sets=200):
    """The 95th percentiles of the eigenvalues of unrelated columns (parallel analysis, J. L. Horn 1965)."""
    rng = np.random.default_rng(1)
    all_of_them = [np.sort(np.linalg.eigvalsh(np.corrcoef(rng.standard_normal((n, p)), rowvar=False)))[::-1] for _ in range(sets)]
    return np.percentile(all_of_them, 95, axis=0)


def shapes(z, items):
    parts = []
    for d in DOMAINS:
        part = z[:, [j for j, item in enumerate(items) if item[0] == d]]
        part = part - part.mean(1, keepdims=True)
        parts.append(part / np.linalg.norm(part, axis=1, keepdims=True))
    return np.hstack(parts)


def rounded(x):
    """Ten decimals are kept: what lies beyond is rounding."""
    if isinstance(x, dict):
        return {key: rounded(value) for key, value in x.items()}
    if isinstance(x, list):
        return [rounded(value) for value in x]
    return round(float(x), 10) if isinstance(x, float) else x


def silhouette(distances, labels):
    widths = []
    for i, own in enumerate(labels):
        means = {c: distances[i][labels == c].sum() / ((labels == c).sum() - (c == own) or 1) for c in set(labels)}
        inner, outer = means.pop(own), min(means.values())
        widths.append((outer - inner) / max(inner, outer) if (labels == own).sum() > 1 else 0)
    return float(np.mean(widths))


ids, items, z = complete_cases()
points = shapes(z, items)
tree, distances = linkage(points, "ward"), squareform(pdist(points))
labels = fcluster(tree, 17, "maxclust")
print(json.dumps(rounded({
    "numpy": np.__version__, "scipy": scipy.__version__,
    "ids": ids, "items": ["/".join(i) for i in items],
    "eigenvalues": list(np.sort(np.linalg.eigvalsh(z.T @ z / len(z)))[::-1][:12]),
    "random": list(random_eigenvalues(*z.shape)[:12]),
    "components": components(z, ids, items, 8), "axes": components(z, ids, items, 2),
    "heights": list(tree[-30:, 2]),
    "groups": sorted([ids[i] for i in np.flatnonzero(labels == c)] for c in set(labels)),
    "silhouettes": {str(k): silhouette(distances, fcluster(tree, k, "maxclust")) for k in range(8, 21)},
})))
