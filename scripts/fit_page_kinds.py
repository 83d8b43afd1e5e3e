#!/usr/bin/env python3
"""Learns the weights of the page kinds from labelled pages, and measures them on sites that were left out.

    ronda eval CORPUS --kind-evidence a.jsonl        # once for every corpus
    scripts/fit_page_kinds.py a.jsonl b.jsonl --out Sources/Rules/Resources/detection/82-kind-weights.yaml

A multinomial logistic model. What the author of the rules gave as points is the starting opinion, and the weights are
pulled back to it (--pull): a piece of evidence that few pages hold keeps the author's weight. Needs numpy and scipy.
"""
import argparse
import json
import re
import sys

import numpy as np
from scipy.optimize import minimize

KINDS = ["service_standard", "home", "profile", "news", "ppid", "complaint", "contact", "survey", "other"]
# Written pages are shorter than real ones: how long a page is tells the corpus, not the kind.
LENGTH = {"fact." + name for name in ("bare", "scant", "brief", "few_links", "outsider", "scripts", "password",
                                      "error_status", "foreign_script")}


def read(path):
    pages = [json.loads(line) for line in open(path, encoding="utf-8") if line.strip()]
    return [page | {"corpus": path, "evidence": [name for name in page["evidence"] if name not in LENGTH]}
            for page in pages if page["kind"] in KINDS]


def opinions(path):
    """Rule id -> (kind, points) of the rules a person wrote."""
    found = {}
    for line in open(path, encoding="utf-8"):
        rule = re.match(r"\s*- \{id: ([\w.-]+), kind: (\w+),", line)
        points = re.search(r"points: ([\d.]+)", line)
        if rule:
            found[rule[1]] = (rule[2], float(points[1]) if points else 1.0)
    return found


class Model:
    def __init__(self, pages, rules, scale, pull, least, other):
        counts = {}
        for page in pages:
            for name in set(page["evidence"]):
                counts.setdefault(name, set()).add(page["site"])
        # Evidence of fewer sites than this teaches nothing that carries over.
        self.names = sorted(name for name in set(counts) | set(rules) if len(counts.get(name, ())) >= least or name in rules)
        self.index = {name: number for number, name in enumerate(self.names)}
        self.start = np.zeros((len(self.names) + 1, len(KINDS)))
        self.start[-1, KINDS.index("other")] = other
        for name, (kind, points) in rules.items():
            if kind in KINDS:
                self.start[self.index[name], KINDS.index(kind)] = points * scale
        self.pull = pull

    def matrix(self, pages):
        rows = np.zeros((len(pages), len(self.names) + 1))
        rows[:, -1] = 1
        for number, page in enumerate(pages):
            for name in page["evidence"]:
                if name in self.index:
                    rows[number, self.index[name]] = 1
        return rows

    def fit(self, pages, weights):
        rows, shape = self.matrix(pages), self.start.shape
        truth = np.eye(len(KINDS))[[KINDS.index(page["kind"]) for page in pages]]

        def loss(flat):
            w = flat.reshape(shape)
            sums = rows @ w
            sums -= sums.max(axis=1, keepdims=True)
            odds = np.exp(sums)
            share = odds / odds.sum(axis=1, keepdims=True)
            away = w - self.start
            value = -(weights * np.log((share * truth).sum(axis=1) + 1e-12)).sum() + self.pull / 2 * (away**2).sum()
            return value, (rows.T @ ((share - truth) * weights[:, None]) + self.pull * away).ravel()

        self.w = minimize(loss, self.start.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x.reshape(shape)
        return self

    def kinds(self, pages, w=None):
        return [KINDS[number] for number in (self.matrix(pages) @ (self.w if w is None else w)).argmax(axis=1)]


def right(pages, said):
    return sum(page["kind"] == kind for page, kind in zip(pages, said))


def importance(pages, real, args):
    """News that is called something else tells the components of somebody else: it counts more."""
    return np.array([(1.0 if page["corpus"] in real else args.light) * (args.news if page["kind"] == "news" else 1.0)
                     for page in pages])


def cross_validate(pages, rules, args, real):
    """Every corpus' share of right kinds on pages of sites that were left out, in `args.folds` groups of sites."""
    sites = sorted({page["site"] for page in pages})
    order = np.random.default_rng(args.seed).permutation(len(sites))
    fold = {sites[site]: number % args.folds for number, site in enumerate(order)}
    result = {}
    for number in range(args.folds):
        inside = [page for page in pages if fold[page["site"]] != number]
        outside = [page for page in pages if fold[page["site"]] == number]
        model = Model(inside, rules, args.scale, args.pull, args.least, args.other).fit(inside, importance(inside, real, args))
        for page, kind in zip(outside, model.kinds(outside)):
            hits, all_, wrong = result.setdefault(page["corpus"], [0, 0, []])
            result[page["corpus"]] = [hits + (kind == page["kind"]), all_ + 1, wrong]
            if kind != page["kind"]:
                wrong.append((page["id"], page["kind"], kind))
    return result


def write(model, path, pages):
    lines = [
        "# Learned by scripts/fit_page_kinds.py; do not edit by hand. What each piece of evidence adds for or against a",
        f"# page kind (logarithm of the odds), from {len(pages)} labelled pages. docs/detection.md explains it.",
        "group: Page kinds",
        "kind_weights:",
    ]
    for name, row in sorted(zip(model.names + ["always"], model.w), key=lambda pair: (pair[0] != "always", pair[0])):
        # Weights below 0.05 cannot turn a page; a rule keeps its line, so that its points do not count beside it.
        parts = [f"{kind}: {value:.2f}" for kind, value in zip(KINDS, row) if abs(value) >= 0.05]
        if parts or name.startswith("kind."):
            lines.append("  - {evidence: " + ", ".join([name] + parts) + "}")
    open(path, "w", encoding="utf-8").write("\n".join(lines) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", help="the first holds real pages, the others written ones")
    parser.add_argument("--rules", default="Sources/Rules/Resources/detection/80-page-kinds.yaml")
    parser.add_argument("--out")
    parser.add_argument("--pull", type=float, default=3.0, help="how strongly weights are held at the author's")
    parser.add_argument("--scale", type=float, default=0.6, help="log odds of one point")
    parser.add_argument("--least", type=int, default=4, help="sites that must hold a piece of evidence")
    parser.add_argument("--other", type=float, default=1.2, help="log odds of the kind `other` before anything is seen")
    parser.add_argument("--light", type=float, default=0.5, help="how much a written page counts")
    parser.add_argument("--news", type=float, default=1.0, help="how much more a page of news counts; 2 and 4 gained nothing")
    parser.add_argument("--folds", type=int, default=16)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--wrong", action="store_true", help="name the pages that are wrong when left out")
    args = parser.parse_args()
    real = {args.files[0]}
    pages = [page for path in args.files for page in read(path)]
    rules = opinions(args.rules)
    for path, (hits, all_, wrong) in cross_validate(pages, rules, args, real).items():
        print(f"{path}: {hits}/{all_} = {hits / all_:.3f} on sites left out")
        if args.wrong:
            for page, truth, said in sorted(wrong):
                print(f"  {page}: {truth}, said {said}")
    model = Model(pages, rules, args.scale, args.pull, args.least, args.other).fit(pages, importance(pages, real, args))
    for path in args.files:
        own = [page for page in pages if page["corpus"] == path]
        print(f"{path}: {right(own, model.kinds(own, model.start)) / len(own):.3f} by points alone, "
              f"{right(own, model.kinds(own)) / len(own):.3f} fitted")
    if args.out:
        write(model, args.out, pages)


if __name__ == "__main__":
    sys.exit(main())
