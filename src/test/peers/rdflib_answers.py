"""Loads an export into rdflib and asks it every query: EXPORT CASES ANSWERS.

Writes ANSWERS/CASE.csv, says the sizes.
"""

import multiprocessing
import os
import sys
from pathlib import Path

import rdflib

EXPORT, CASES, ANSWERS = map(Path, sys.argv[1:4])
EVERYTHING = (None, None, None, None)


def load(name, syntax):
  dataset = rdflib.Dataset(default_union=True)
  dataset.parse(EXPORT / name, format=syntax)
  return dataset


DATASET = load("all.nq", "nquads")


def answer(case):
  try:
    rows = DATASET.query(case.read_text(encoding="utf-8"))
    rows.serialize(destination=str(ANSWERS / f"{case.stem}.csv"), format="csv")
  except Exception as trouble:  # Whatever an engine throws, the next query is asked.
    return f"{case.stem}: {type(trouble).__name__}: {str(trouble)[:200]}"
  return None


def main():
  quads = set(DATASET.quads(EVERYTHING))
  print("all.nq", len(quads))
  print("all.trig", len(quads & set(load("all.trig", "trig").quads(EVERYTHING))))
  print("flat.jsonld", len(rdflib.Graph().parse(EXPORT / "flat.jsonld", format="json-ld")))
  # Forked, so that each has the loaded data.
  with multiprocessing.get_context("fork").Pool(os.cpu_count()) as pool:
    for trouble in pool.imap_unordered(answer, sorted(CASES.glob("*.rq"))):
      if trouble:
        print(trouble, file=sys.stderr)


main()
