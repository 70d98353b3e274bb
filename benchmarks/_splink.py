"""What Splink makes of the same two lists; run by `lists.py` with an interpreter that has splink and pandas.

Arguments: two CSV files of parts of names that `lists.py` has cut. Prints the seconds, then a link a line: the two
keys and the probability, each record once.
"""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import time
from typing import Any

TEXT = ("unique_id", "whole", "given", "father", "forebears", "family", "sex")
SOUNDS = ("given_sound", "father_sound", "forebears_sound", "family_sound")
BLOCKS = (
    ("whole",),
    ("given_sound", "father_sound", "family_sound"),
    ("given_sound", "forebears_sound", "family_sound"),
    ("father_sound", "forebears_sound", "family_sound"),
    ("given_sound", "father_sound", "forebears_sound"),
    ("given_sound", "family_sound", "age"),
    ("given", "family"),
)


def main() -> None:
    logging.disable(logging.CRITICAL)
    start = time.perf_counter()
    with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere):
        links = linked(*sys.argv[1:3])
    print(time.perf_counter() - start)
    for a, b, probability in links:
        print(a, b, f"{probability:.4f}")


def linked(a: str, b: str) -> list[tuple[str, str, float]]:
    import pandas
    from splink import DuckDBAPI, Linker, block_on

    types: Any = {**dict.fromkeys((*TEXT, *SOUNDS), "string"), "age": "Float64"}
    database = DuckDBAPI()
    linker = Linker([database.register(pandas.read_csv(path, dtype=types)) for path in (a, b)], settings())
    training = linker.training
    training.estimate_probability_two_random_records_match([block_on("whole")], recall=0.97)
    training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    for block in (("given", "family"), ("father", "forebears")):
        training.estimate_parameters_using_expectation_maximisation(block_on(*block))
    found = linker.inference.predict(threshold_match_probability=0.05).as_pandas_dataframe()
    ranked = found.sort_values(["match_weight", "unique_id_l", "unique_id_r"], ascending=[False, True, True])
    return once(zip(ranked.unique_id_l, ranked.unique_id_r, ranked.match_probability, strict=True))


def settings() -> Any:
    import splink.comparison_level_library as levels
    import splink.comparison_library as compare
    from splink import SettingsCreator, block_on

    near = [levels.CustomLevel(f"abs(age_l - age_r) <= {years}") for years in (1, 3)]
    age = [levels.NullLevel("age"), levels.ExactMatchLevel("age"), *near, levels.ElseLevel()]
    parts = [
        compare.JaroWinklerAtThresholds(part, [0.93, 0.8]).configure(term_frequency_adjustments=True)
        for part in ("given", "father", "forebears", "family")
    ]
    return SettingsCreator(
        link_type="link_only",
        comparisons=[*parts, compare.CustomComparison(age, output_column_name="age"), compare.ExactMatch("sex")],
        blocking_rules_to_generate_predictions=[block_on(*block) for block in BLOCKS],
    )


def once(ranked: Any) -> list[tuple[str, str, float]]:
    left: set[str] = set()
    right: set[str] = set()
    kept = []
    for a, b, probability in ranked:
        if a not in left and b not in right:
            left.add(a)
            right.add(b)
            kept.append((a, b, probability))
    return kept


if __name__ == "__main__":
    main()
