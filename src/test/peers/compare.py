"""Compares a peer's answers with the golden ones: PEER GOLDEN ANSWERS EXCEPTIONS.

Rows are compared in order and by column, as texts; numbers by value. A column xLabel is a name that Golden Bridge has
added to a column x; peers do not give it. Says what differs, and at the end how many queries are equal, differ and are
known to differ, and how many rows are equal.
"""

import csv
import re
import sys
from decimal import Decimal
from fnmatch import fnmatch
from pathlib import Path

NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")


def key(text):
  return str(Decimal(text).normalize()) if NUMBER.fullmatch(text) else text


def table(file):
  with file.open(newline="", encoding="utf-8") as text:
    head, *rows = csv.reader(text)
  return head, rows


def keys(columns, head, rows):
  places = [head.index(column) for column in columns]
  return [tuple(key(row[place]) for place in places) for row in rows]


def difference(golden, answer, doubles):
  """What is wrong with an answer, or "", and the number of its rows."""
  if not answer.exists():
    return "no answer", 0
  columns, rows = table(answer)
  head, wanted = table(golden)
  labels = {f"{column}Label" for column in columns}
  if set(head) - set(columns) - labels or not set(columns) <= set(head):
    return f"the columns are {' '.join(columns)}", 0
  wanted, got = keys(columns, head, wanted), keys(columns, columns, rows)
  if doubles == "dropped":
    wanted, got = list(dict.fromkeys(wanted)), list(dict.fromkeys(got))
  if got == wanted:
    return "", len(got)
  if sorted(got) == sorted(wanted):
    return "the rows stand in another order", 0
  return f"{len(wanted)} rows expected, {len(got)} got; {first_difference(columns, wanted, got)}", 0


def first_difference(columns, wanted, got):
  for number, (one, other) in enumerate(zip(wanted, got), 1):
    for column, expected, given in zip(columns, one, other):
      if expected != given:
        return f'row {number}, {column}: expected "{expected}", got "{given}"'
  return f"equal as far as row {min(len(wanted), len(got))}"


def exceptions(file, peer):
  lines = file.read_text(encoding="utf-8").splitlines()
  told = (line.split(None, 2) for line in lines if line and not line.startswith("#"))
  return [cases for whose, cases, why in told if peer.startswith(whose)]


def main():
  peer, golden, answers, known = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4])
  # See the head of the exceptions.
  doubles = "dropped" if peer.startswith("Virtuoso-7") else "kept"
  excepted = exceptions(known, peer)
  needed = set()
  equal = differ = total = 0
  names = sorted(file.stem for file in golden.glob("*.csv"))
  for name in names:
    wrong, rows = difference(golden / f"{name}.csv", answers / f"{name}.csv", doubles)
    cases = [cases for cases in excepted if fnmatch(name, cases)]
    if not wrong:
      equal, total = equal + 1, total + rows
    elif cases:
      needed.update(cases)
    else:
      differ += 1
      print(f"FAILED: {name}: {wrong}")
  for cases in excepted:
    if cases not in needed:
      print(f"{cases}: stands among the exceptions, but is answered well")
  print(equal, differ, len(names) - equal - differ, total)


main()
