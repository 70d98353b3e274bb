#!/usr/bin/env python3
"""Make data/models/clusters.tsv: words of a plain Arabic text in classes of like company, for scripts/train_ner.py.

A word's company is what stands one and two words before and behind it; its positive pointwise mutual information with
them, reduced by a truncated SVD, is clustered by k-means, twice: the fine classes into coarse ones. Needs numpy, scipy.
Seeds are fixed; other builds of the linear algebra may round otherwise, so the table ships and training reads it.
"""

from __future__ import annotations

import argparse
import lzma
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from gazetteer_tools import MARKS, TOKEN
from numpy.typing import NDArray
from scipy.sparse import coo_matrix, csr_matrix, hstack
from scipy.sparse.linalg import svds

from tawthiq.extract.entities.lexicon import norm_of

OUTPUT = Path(__file__).parents[1] / "src" / "tawthiq" / "data" / "models" / "clusters.tsv"
HEADER = "coarse\tfine\twords"
STEPS = (-2, -1, 1, 2)
SMOOTHING = 0.75
ROUNDS = 25
Floats = NDArray[np.float64]


def paragraphs(path: Path) -> Iterator[list[str]]:
    """Folded words of each line of an xz-packed text."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield [norm_of(word) for word in TOKEN.findall(MARKS.sub("", line))]


def indexed(path: Path, ranks: dict[str, int]) -> NDArray[np.int32]:
    """The text as ranks of words, -1 for rare ones and between lines."""
    found: list[int] = []
    for words in paragraphs(path):
        found += [ranks.get(word, -1) for word in words]
        found += [-1, -1]
    return np.array(found, dtype=np.int32)


def company(text: NDArray[np.int32], words: int, contexts: int) -> csr_matrix:
    """Counts of words (rows) beside contexts (columns), a block of columns for each step."""
    blocks = []
    for step in STEPS:
        here = text[:-step] if step > 0 else text[-step:]
        there = text[step:] if step > 0 else text[:step]
        kept = (here >= 0) & (there >= 0) & (there < contexts)
        ones = np.ones(int(kept.sum()), dtype=np.float32)
        blocks.append(coo_matrix((ones, (here[kept], there[kept])), shape=(words, contexts)).tocsr())
    return hstack(blocks).tocsr()


def information(counts: csr_matrix) -> csr_matrix:
    """Positive pointwise mutual information, contexts smoothed."""
    table = counts.tocoo()
    rows = np.asarray(counts.sum(axis=1)).ravel()
    columns = np.asarray(counts.sum(axis=0)).ravel() ** SMOOTHING
    told = np.log(table.data * columns.sum() / np.maximum(rows[table.row] * columns[table.col], 1e-9))
    kept = told > 0
    return coo_matrix((told[kept], (table.row[kept], table.col[kept])), shape=counts.shape).tocsr()


def embedded(table: csr_matrix, width: int) -> Floats:
    """Rows as unit vectors of `width` numbers."""
    start = np.random.default_rng(1).standard_normal(min(table.shape))
    left, values, _ = svds(table.astype(np.float64), k=width, v0=start)
    vectors = left * np.sqrt(values)
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9))


def clustered(vectors: Floats, classes: int, seed: int) -> tuple[NDArray[np.int64], Floats]:
    """The class of each row by k-means on the sphere, and the centres."""
    chance = np.random.default_rng(seed)
    centres = vectors[chance.choice(len(vectors), classes, replace=False)]
    near = np.zeros(len(vectors), dtype=np.int64)
    for _ in range(ROUNDS):
        near = (vectors @ centres.T).argmax(axis=1)
        sums = np.zeros_like(centres)
        np.add.at(sums, near, vectors)
        norms = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(norms > 0, sums / np.maximum(norms, 1e-9), centres)
    return near, centres


def write(path: Path, words: Sequence[str], fine: Sequence[int], coarse: Sequence[int]) -> None:
    classes: dict[int, list[str]] = {}
    for word, number in zip(words, fine, strict=True):
        classes.setdefault(number, []).append(word)
    rows = sorted((coarse[number], number, " ".join(sorted(held))) for number, held in classes.items())
    lines = ["# made by scripts/make_clusters.py: folded words that keep like company", HEADER]
    path.write_text("\n".join([*lines, *(f"{c}\t{f}\t{held}" for c, f, held in rows)]) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("text", type=Path, help="xz-packed plain text, a paragraph a line")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    parser.add_argument("--words", type=int, default=40_000)
    parser.add_argument("--contexts", type=int, default=6_000)
    parser.add_argument("--width", type=int, default=100)
    parser.add_argument("--fine", type=int, default=512)
    parser.add_argument("--coarse", type=int, default=64)
    args = parser.parse_args()
    counts = Counter(word for words in paragraphs(args.text) for word in words)
    words = sorted(counts, key=lambda word: (-counts[word], word))[: args.words]
    text = indexed(args.text, {word: rank for rank, word in enumerate(words)})
    vectors = embedded(information(company(text, len(words), args.contexts)), args.width)
    fine, centres = clustered(vectors, args.fine, seed=2)
    coarse, _ = clustered(centres, args.coarse, seed=3)
    write(args.output, words, [int(n) for n in fine], [int(n) for n in coarse])
    print(f"{len(words)} words down to {counts[words[-1]]} uses, {args.output.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
