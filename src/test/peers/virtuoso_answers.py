"""Starts a Virtuoso of its own, loads an export and asks every query: EXPORT CASES ANSWERS.

Writes ANSWERS/CASE.csv, says the sizes. The variable RECIPE has the shell line that loads all.nq into a server on port
1111. The server here listens on free ports of this machine alone; its database lies in a temporary folder.
"""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

EXPORT, CASES, ANSWERS = map(Path, sys.argv[1:4])
RECIPE = os.environ["RECIPE"]
ROOT = Path(__file__).resolve().parents[3]
SETTINGS = """[Database]
DatabaseFile = {home}/virtuoso.db
ErrorLogFile = {home}/virtuoso.log
LockFile = {home}/virtuoso.lck
TransactionFile = {home}/virtuoso.trx
xa_persistent_file = {home}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {home}/temp.db
TransactionFile = {home}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
ServerThreads = 10
NumberOfBuffers = 4000
DirsAllowed = {export}
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 4
[SPARQL]
ResultSetMaxRows = 100000
"""
# No proxy between this machine and itself.
WEB = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def free_ports(number):
  some = [socket.create_server(("127.0.0.1", 0)) for _ in range(number)]
  ports = [one.getsockname()[1] for one in some]
  for one in some:
    one.close()
  return ports


def ask(port, query):
  body = urllib.parse.urlencode({"query": query}).encode()
  request = urllib.request.Request(f"http://127.0.0.1:{port}/sparql", body, {"Accept": "text/csv"})
  try:
    with WEB.open(request, timeout=60) as answer:
      return answer.read()
  except urllib.error.HTTPError as refused:
    raise OSError(refused.read(300).decode(errors="replace").partition("\n")[0]) from refused


def wait_for(server, port):
  for _ in range(240):
    if server.poll() is not None:
      break
    try:
      return ask(port, "ASK {}")
    except OSError:
      time.sleep(0.25)
  sys.exit("the server does not answer")


def size(port):
  """All quads, with those of the server's own graphs."""
  return int(ask(port, "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }").split()[-1])


def answer(port, case):
  try:
    (ANSWERS / f"{case.stem}.csv").write_bytes(ask(port, case.read_text(encoding="utf-8")))
  except OSError as trouble:
    print(f"{case.stem}: {trouble}", file=sys.stderr)


def load_and_ask(sql, http):
  before = size(http)
  subprocess.run(RECIPE.replace(" 1111 ", f" {sql} "), shell=True, check=True, stdout=subprocess.DEVNULL)
  print("all.nq", size(http) - before)
  for case in sorted(CASES.glob("*.rq")):
    answer(http, case)
  ask_by_the_command_line(http)


def ask_by_the_command_line(port):
  """The program's own --endpoint gives the golden answer from here too."""
  for case, call in {"foundings": ["foundings"], "agreements.energy": ["agreements", "topic=c:energy"]}.items():
    told = subprocess.run([ROOT / "golden-bridge", "query", *call, "--home", ROOT / "target" / "part", "--format", "csv", "--endpoint", f"http://127.0.0.1:{port}/sparql"],
                          stdout=subprocess.PIPE, check=True).stdout
    if told != (CASES / "golden" / f"{case}.csv").read_bytes():
      sys.exit(f"query {call} --endpoint differs from its golden answer:\n{told.decode()}")


def main():
  signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
  sql, http = free_ports(2)
  with tempfile.TemporaryDirectory() as home:
    settings = Path(home) / "virtuoso.ini"
    settings.write_text(SETTINGS.format(home=home, sql=sql, http=http, export=EXPORT), encoding="utf-8")
    with open(Path(home) / "out", "wb") as out:
      server = subprocess.Popen(["virtuoso-t", "-f", "-c", str(settings)], stdout=out, stderr=out)
    try:
      wait_for(server, http)
      load_and_ask(sql, http)
    finally:
      server.terminate()
      try:
        server.wait(20)
      except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


main()
