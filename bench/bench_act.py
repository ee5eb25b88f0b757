"""What does an act by HTTP cost beside one row saved with its history? Server CPU, interleaved.

The act is signed, judged, put in a tree and answered; the row is saved through Django with
django-simple-history, in the same server, on the same database.
"""

import argparse
import http.client
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ["DJANGO_SETTINGS_MODULE"] = "bench.served.settings"

GOAL = 1.0
ROUNDS, REQUESTS = 7, 100
LONG_ROUNDS, LONG_REQUESTS = 15, 400
TICK = os.sysconf("SC_CLK_TCK")


def cpu_of(pid: int) -> float:
    """Return the CPU seconds that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


class Box:
    """A data folder with one show: an armorer, a rubber gun, a safe."""

    def __init__(self, data: Path) -> None:
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0, run_syncdb=True)
        from showclear.actions.clock import SystemClock
        from showclear.actions.demo.play import Hand
        from showclear.actions.door import Door
        from showclear.actions.found import found_show
        from showclear.actions.scribe import new_id

        founded = found_show(
            "bench", title="Bench", zone="UTC", origin="ledger.example/shows/bench",
            keys_dir=data / "keys", clock=SystemClock(),
        )  # fmt: skip
        self.door = Door(founded.show, SystemClock())
        person, self.gun, self.safe = new_id(), new_id(), new_id()
        self.hand = hand = Hand(self.door, person)
        place = {"unit": "main", "place": self.safe}
        hand.does("AddPerson", who=person, name="0" * 64, roles=["armorer"])
        hand.does("AddPlace", is_locked=True, **place)
        kind = {"form": "revolver", "capacity": 0, "tag": "31"}
        hand.does("ReceiveWeapon", weapon=self.gun, **kind, **place)

    def body(self, n: int) -> bytes:
        """Sign the next act: out of the safe, and back into it, in turn."""
        act = {"weapon": self.gun, "tag": "31"}
        kind = "LockUp" if n % 2 else "DrawWeapon"
        entry = self.hand.sign(kind, **act, **({"place": self.safe} if n % 2 else {}))
        return b'{"envelope":' + entry + b"}"


def post(line: http.client.HTTPConnection, path: str, body: bytes) -> None:
    """Send one request; it must be done."""
    line.request("POST", path, body, {"content-type": "application/json"})
    answer = json.loads(line.getresponse().read())
    assert answer["outcome"] == "done" and not answer.get("rule"), answer


@contextmanager
def served(data: Path) -> Iterator[tuple[int, int]]:
    """Run the server of the bench; give its port and its process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    serving = [sys.executable, "-m", "uvicorn", "showclear.web.asgi:application"]
    options = ["--port", str(port), "--log-level", "error", "--lifespan", "off"]
    process = subprocess.Popen([*serving, *options], cwd=Path(__file__).resolve().parents[1])
    try:
        for _ in range(200):
            time.sleep(0.05)
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
        yield port, process.pid
    finally:
        process.terminate()
        process.wait()


def main() -> None:
    """Print the published line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--long", action="store_true")
    is_long = parser.parse_args().long
    rounds, requests = (LONG_ROUNDS, LONG_REQUESTS) if is_long else (ROUNDS, REQUESTS)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SHOWCLEAR_DATA"] = folder
        box, acts, rows = Box(Path(folder)), count(), count()
        with served(Path(folder)) as (port, pid):
            line = http.client.HTTPConnection("127.0.0.1", port)

            def cpu(work: Callable[[], None]) -> float:
                began = cpu_of(pid)
                for _ in range(requests):
                    work()
                return cpu_of(pid) - began

            def act() -> None:
                post(line, "/api/shows/bench/asks", box.body(next(acts)))

            def row() -> None:
                body = json.dumps({"weapon": box.gun, "holder": f"hand-{next(rows)}"})
                post(line, "/bench/row", body.encode())

            for warm in (act, act, row):
                warm()
            pairs = [(cpu(act), cpu(row)) for _ in range(rounds)]
            line.close()
    ours, baseline = (statistics.median(each) / requests for each in zip(*pairs, strict=True))
    ratio = statistics.median(mine / theirs for mine, theirs in pairs)
    print(json.dumps({
        "name": "an act by HTTP, server CPU seconds, beside one row saved with its history",
        "ours": round(ours, 5), "baseline": round(baseline, 5), "ratio": round(ratio, 2),
        "goal": GOAL, "holds": ratio <= GOAL,
    }))  # fmt: skip


if __name__ == "__main__":
    main()
