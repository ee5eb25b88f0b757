"""What does a full verify cost beside the bare signature calls? CPU, one core, interleaved."""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from tests.ledger.shows import PUB, Show

from showclear.ledger.envelope import pae, parse_envelope
from showclear.ledger.verify import verify_log

GOAL = 1.10
ROUNDS, ACTS = 5, 500
LONG_ROUNDS, LONG_ACTS = 9, 5_000


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU seconds of one run."""
    began = time.process_time()
    work()
    return time.process_time() - began


def main() -> None:
    """Print the published line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--long", action="store_true")
    is_long = parser.parse_args().long
    rounds, acts = (LONG_ROUNDS, LONG_ACTS) if is_long else (ROUNDS, ACTS)
    show = Show().begin()
    for _ in range(acts):
        show.ask("dev-1", "AddPerson", person="p-07")
        show.answer()
    note, trust = show.checkpoint().encode(), show.trust(witnesses=[])
    calls = []
    for entry in show.entries:
        envelope = parse_envelope(entry)
        public = Ed25519PublicKey.from_public_bytes(PUB[envelope.keyid])
        calls.append((public, envelope.sig, pae(envelope.payload)))

    def bare() -> None:
        for public, sig, message in calls:
            public.verify(sig, message)

    pairs = [
        (cpu(lambda: verify_log(show.entries, [note], trust)), cpu(bare)) for _ in range(rounds)
    ]
    ours, baseline = (statistics.median(each) for each in zip(*pairs, strict=True))
    ratio = statistics.median(mine / bare_calls for mine, bare_calls in pairs)
    line = {
        "name": f"full verify of {len(calls)} entries, CPU seconds, beside bare signature calls",
        "ours": round(ours, 4),
        "baseline": round(baseline, 4),
        "ratio": round(ratio, 2),
        "goal": GOAL,
        "holds": ratio <= GOAL,
    }
    print(json.dumps(line))


if __name__ == "__main__":
    main()
