"""Does the verifier name each thing that can be broken, and take what is lawful?

Every step has a test on both sides: the lawful show of `shows.py` is whole, and one change to it
is named. Changes are signed by the keys of the show where the attacker could have them.
"""

import base64
import io
import json
import runpy
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger import passkeys, tamper
from tests.ledger.shows import ORIGIN, PRIVATE, PUB, SALT, VERIFIER, Show, sha

from showclear.ledger import canonical, verify
from showclear.ledger.keys import sign
from showclear.ledger.tiles import tile_path
from showclear.ledger.tree import leaf_hash, root_of

ROOT_PUB = PUB["root"].hex()


def check(show: Show, notes: list[str] | None = None, **trust: Any) -> str | None:
    """Run steps 2 to 6 and give what is broken, or None."""
    said = [note.encode() for note in notes or [show.cosigned()]]
    try:
        verify.verify_log(show.entries, said, show.trust(**trust))
    except verify.Broken as broken:
        return f"{broken.where} {broken}"
    return None


@pytest.fixture
def show() -> Show:
    return Show().begin()


def test_a_lawful_show_is_whole(show: Show) -> None:
    assert check(show) is None
    assert check(show.play()) is None


# Step 2


@pytest.mark.parametrize(
    ("trust", "why"),
    [
        ({"origin": f"{ORIGIN}-2"}, "is of"),
        ({"log": Show(f"{ORIGIN}-2").trust()["log"]}, "is of"),
        ({"log": f"{ORIGIN}+00000000+AQID"}, "no vkey"),
        ({"log": ORIGIN}, "not in our form"),
        ({"root": "01" + "00" * 31}, "weak"),
        ({"root": "zz"}, "not in our form"),
        ({"witnesses": ["x"]}, "not in our form"),
    ],
)
def test_a_sheet_that_does_not_fit_is_named(show: Show, trust: dict[str, Any], why: str) -> None:
    assert why in str(check(show, **trust))


def test_a_checkpoint_without_the_witness_is_named(show: Show) -> None:
    assert "not cosigned by" in str(check(show, [show.checkpoint()]))
    assert check(show, [show.checkpoint()], witnesses=[]) is None


def test_a_checkpoint_of_another_key_is_named(show: Show) -> None:
    signed = show.cosigned().replace("— ledger.example", "— other.example")
    assert "not signed by the log key" in str(check(show, [signed]))


@pytest.mark.parametrize("line", [2, 3])
def test_a_bad_signature_of_a_known_key_is_named(show: Show, line: int) -> None:
    lines = show.cosigned().splitlines(keepends=True)
    name, _, sig = lines[2 + line].rpartition(" ")
    data = bytearray(base64.b64decode(sig))
    data[-1] ^= 1
    lines[2 + line] = f"{name} {base64.b64encode(data).decode()}\n"
    assert "was changed" in str(check(show, ["".join(lines)]))


@pytest.mark.parametrize(
    "note", ["", "x\n\n— y z\n", f"{ORIGIN}\n08\n{'A' * 43}=\n\n— a b\n", "\ud800"]
)
def test_what_is_no_checkpoint_is_named(show: Show, note: str) -> None:
    with pytest.raises(verify.Broken, match="form"):
        verify.verify_log(show.entries, [note.encode("utf-8", "surrogatepass")], show.trust())


def test_lines_of_unknown_keys_are_skipped(show: Show) -> None:
    assert check(show, [show.cosigned() + "— someone.else AAAAAAAA\n"]) is None


def test_older_checkpoints_are_checked_too(show: Show) -> None:
    first = show.checkpoint(4)
    assert check(show, [first, show.cosigned()]) is None
    other = Show().begin()
    other.entries[3] = other.entries[1]
    assert "root" in str(check(show, [other.checkpoint(4), show.cosigned()]))


# Step 3


def payload(made: Show, /, **fields: Any) -> dict[str, Any]:
    act = {"v": 1, "show": ORIGIN, "id": made.uuid(), "by": "dev-1", "kind": "Look", "at": "x"}
    return {**act, **fields}


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"v": 0}, "no version"),
        ({"v": True}, "no version"),
        ({"v": "1"}, "no version"),
        ({"kind": 1}, "no version or kind"),
        ({"show": "other"}, "another show"),
        ({"id": "X"}, "no UUID"),
        ({"id": None}, "not in our form"),
        ({"id": "00000000-0000-4000-8000-000000000000"}, "repeats the id"),
        ({"seq": 8}, "wrong place"),
        ({"by": "log"}, "who may not"),
        ({"by": "server-1"}, "who may not"),
        ({"by": "enroller-1"}, "who may not"),
        ({"by": "root"}, "who may not"),
        ({"kind": "key.add", "by": "server-1"}, "who may not"),
        ({"kind": "AskRejected", "seq": 8}, "who may not"),
        ({"kind": "AskRejected", "by": "server-1"}, "wrong place"),
        ({"kind": "AskRejected", "by": "server-1", "seq": 9}, "wrong place"),
        ({"kind": "AskRejected", "by": "server-1", "seq": True}, "wrong place"),
    ],
)
def test_a_field_that_may_not_be_so_is_named(show: Show, fields: dict[str, Any], why: str) -> None:
    show.add(payload(show, **fields))
    show.answer()
    fault = str(check(show))
    assert why in fault
    assert fault.startswith("entry 8")


def test_an_unknown_signer_is_named(show: Show) -> None:
    show.add(payload(show, by="dev-9"), by="dev-1")
    show.answer()
    assert "does not know" in str(check(show))


def test_a_signature_by_another_key_is_named(show: Show) -> None:
    show.add(payload(show), by="dev-2")
    show.answer()
    assert "was changed" in str(check(show))


def test_a_key_that_was_ended_signs_no_more(show: Show) -> None:
    show.ask("enroller-1", "key.end", key={"id": "dev-1"})
    show.answer()
    assert check(show) is None
    show.ask("dev-1", "Look")
    show.answer()
    assert "was ended" in str(check(show))


def envelope(show: Show) -> dict[str, Any]:
    show.ask("dev-1", "Look")
    return dict(json.loads(show.entries.pop()))


def with_envelope(show: Show, outer: dict[str, Any], ending: bytes = b"") -> str | None:
    show.entries.append(canonical.encode(outer) + ending)
    show.answer()
    return check(show)


def test_fields_of_the_envelope_that_nobody_knows_are_ignored(show: Show) -> None:
    assert with_envelope(show, envelope(show) | {"later": "x"}) is None


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"payloadType": "text/plain"}, "another type"),
        ({"signatures": []}, "exactly one"),
        ({"signatures": 1}, "not in our form"),
        ({"payload": "="}, "not in our form"),
        ({"payload": base64.b64encode(b"[1]").decode()}, "not a JSON object"),
        ({"payload": base64.b64encode(b'{"v":1,"v":1}').decode()}, "twice"),
        ({"payload": base64.b64encode(b'{"v":1.5}').decode()}, "not in our form"),
        ({"payload": base64.b64encode(b'{"v":NaN}').decode()}, "not in our form"),
    ],
)
def test_an_envelope_that_may_not_be_so_is_named(
    show: Show, change: dict[str, Any], why: str
) -> None:
    assert why in str(with_envelope(show, envelope(show) | change))


def test_two_signatures_are_one_too_many(show: Show) -> None:
    outer = envelope(show)
    assert "exactly one" in str(
        with_envelope(show, outer | {"signatures": outer["signatures"] * 2})
    )


def test_a_keyid_beside_the_signer_is_named(show: Show) -> None:
    outer = envelope(show)
    outer["signatures"][0]["keyid"] = "dev-2"
    assert "names one signer" in str(with_envelope(show, outer))


def test_an_ed25519_key_carries_nothing_of_a_passkey(show: Show) -> None:
    outer = envelope(show)
    outer["signatures"][0]["webauthn"] = {}
    assert "wrong form" in str(with_envelope(show, outer))


def test_an_entry_that_is_too_long_is_named(show: Show) -> None:
    assert with_envelope(show, envelope(show), b" " * (65_535 - 500)) is None
    assert "longer than" in str(with_envelope(show, envelope(show), b" " * 65_535))


# Step 3, passkeys


def test_a_passkey_signs_like_any_device(show: Show) -> None:
    passkeys.enrol(show)
    show.entries.append(passkeys.assertion(payload(show, by="pass-1")))
    show.answer()
    assert check(show) is None


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"type": "webauthn.create"}, "something else"),
        ({"challenge": "x"}, "something else"),
        ({"origin": "https://evil.example"}, "something else"),
        ({"rp": "evil.example"}, "something else"),
        ({"flags": 1}, "nobody there"),
        ({"flags": 4}, "nobody there"),
        ({"length": 36}, "something else"),
        ({"sig": b"x"}, "was changed"),
    ],
)
def test_a_passkey_that_signed_something_else_is_named(
    show: Show, change: dict[str, Any], why: str
) -> None:
    passkeys.enrol(show)
    show.entries.append(passkeys.assertion(payload(show, by="pass-1"), **change))
    show.answer()
    assert why in str(check(show))


def test_a_passkey_without_its_assertion_is_named(show: Show) -> None:
    passkeys.enrol(show)
    show.add(payload(show, by="pass-1"), by="dev-1")
    show.answer()
    assert "wrong form" in str(check(show))


# Step 4


@pytest.mark.parametrize(
    ("by", "use", "fields", "why"),
    [
        ("enroller-1", "enroller", {}, "may not add"),
        ("enroller-1", "server", {}, "may not add"),
        ("enroller-1", "log", {}, "may not add"),
        ("root", "device", {}, "may not add"),
        ("dev-1", "device", {}, "may not add"),
        ("enroller-1", "device", {"held": "paper"}, "held"),
        ("root", "server", {"held": "paper"}, "held"),
        ("root", "root", {"held": "paper"}, "not in our form"),
        ("root", "log", {}, "second log key"),
        ("enroller-1", "device", {"key": {"id": "dev-1", "pub": ROOT_PUB}}, "used before"),
        ("enroller-1", "device", {"key": {"id": "root", "pub": ROOT_PUB}}, "used before"),
        ("enroller-1", "device", {"key": {"id": "", "pub": ROOT_PUB}}, "or none"),
        ("enroller-1", "device", {"key": {"id": 7, "pub": ROOT_PUB}}, "or none"),
        ("enroller-1", "device", {"key": {"id": "d", "pub": "01" + "00" * 31}}, "weak"),
        ("enroller-1", "device", {"key": {"id": "d", "pub": ROOT_PUB.upper()}}, "weak, or none"),
        ("enroller-1", "device", {"key": {"id": "d", "pub": "00"}}, "not in our form"),
        ("enroller-1", "device", {"key": {"id": "d", "pub": ROOT_PUB, "rp": "x"}}, "passkey"),
        ("enroller-1", "device", {"key": "x"}, "not in our form"),
        ("enroller-1", "device", {"v": 2}, "do not know"),
        ("root", "enroller", {"until": None}, "not in our form"),
        ("root", "enroller", {"until": "soon"}, "time"),
    ],
)
def test_a_key_that_may_not_be_added_is_named(
    show: Show, by: str, use: str, *, fields: dict[str, Any], why: str
) -> None:
    show.add_key(by, use, "dev-2", **fields)
    show.answer()
    fault = str(check(show))
    assert why in fault
    assert fault.startswith("entry 8")


def test_a_key_that_the_server_refused_has_no_effect(show: Show) -> None:
    show.add_key("dev-1", "device", "dev-2")
    show.refuse()
    assert check(show) is None
    show.ask("dev-2", "Look")
    show.answer()
    assert "does not know" in str(check(show))


@pytest.mark.parametrize(("minute", "is_in_time"), [(59, True), (60, False)])
def test_an_enroller_adds_keys_until_its_time(show: Show, minute: int, *, is_in_time: bool) -> None:
    show.minute = minute - 1
    show.add_key("enroller-1", "device", "dev-2")
    show.answer()
    assert (check(show) is None) is is_in_time
    assert is_in_time or "after its enroller's time" in str(check(show))


def test_the_last_instant_of_an_enroller_counts(show: Show) -> None:
    show.add_key("enroller-1", "device", "dev-2")
    show.answer(received_at="2026-03-02T09:00:00.000Z")
    assert check(show) is None


@pytest.mark.parametrize(
    ("by", "ended", "is_lawful"),
    [
        ("root", "dev-1", True),
        ("enroller-1", "dev-1", True),
        ("dev-1", "dev-1", True),
        ("dev-2", "dev-1", False),
        ("root", "enroller-1", True),
        ("root", "server-1", True),
        ("enroller-1", "enroller-1", False),
        ("enroller-1", "server-1", False),
        ("dev-1", "enroller-1", False),
        ("root", "root", False),
        ("root", "nobody", False),
    ],
)
def test_a_key_is_ended_by_those_who_may(
    show: Show, by: str, ended: str, *, is_lawful: bool
) -> None:
    show.add_key("enroller-1", "device", "dev-2")
    show.answer()
    show.ask(by, "key.end", key={"id": ended})
    show.answer()
    assert (check(show) is None) is is_lawful


def test_a_key_is_ended_once(show: Show) -> None:
    for _ in range(2):
        show.ask("root", "key.end", key={"id": "dev-1"})
        show.answer()
    assert "second time" in str(check(show))


def test_a_log_key_that_was_ended_signs_no_checkpoint(show: Show) -> None:
    show.ask("root", "key.end", key={"id": "log"})
    show.answer()
    assert "live log key" in str(check(show))


def test_a_server_key_follows_the_one_that_was_ended(show: Show) -> None:
    show.ask("root", "key.end", key={"id": "server-1"})
    show.answer()
    show.add_key("root", "server", "server-2")
    show.answer("server-2")
    assert check(show) is None
    show.server("AskRejected", bytes="ab" * 32)
    assert "was ended" in str(check(show))


# Step 5


def test_an_ask_without_an_answer_is_named(show: Show) -> None:
    show.ask("dev-1", "Look")
    assert check(show) == "entry 8 has no answer behind it"
    show.ask("dev-1", "Look")
    assert check(show) == "entry 8 has no answer behind it"


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"ask": "00" * 32}, "answers no ask"),
        ({"outcome": "perhaps"}, "neither"),
        ({"events": {}}, "neither"),
        ({"outcome": "refused"}, "not in our form"),
    ],
)
def test_an_answer_that_is_none_is_named(show: Show, fields: dict[str, Any], why: str) -> None:
    show.ask("dev-1", "Look")
    show.answer(**fields)
    assert why in str(check(show))


def test_a_second_answer_is_named(show: Show) -> None:
    show.ask("dev-1", "Look")
    show.answer()
    show.answer()
    assert "entry 10 answers no ask" in str(check(show))


def test_what_was_relayed_is_never_refused(show: Show) -> None:
    show.server("Relayed", act="Stop", auth="none", count=1)
    show.refuse()
    assert "neither" in str(check(show))


def test_nothing_follows_the_move(show: Show) -> None:
    show.server("LedgerMoved", to="https://other.example")
    assert check(show) is None
    show.server("AskRejected", bytes="ab" * 32)
    assert "behind the move" in str(check(show))


# Step 6


@pytest.mark.parametrize("fields", [{"size": 7}, {"size": "8"}, {"size": -1}, {"root": "00"}])
def test_a_snapshot_with_another_root_is_named(show: Show, fields: dict[str, Any]) -> None:
    show.snapshot()
    assert check(show) is None
    show.entries.pop()
    root = verify_root(show.entries)
    show.server("StateSnapshotted", **{"size": 8, "root": root, **fields})
    assert "entry 8 is a snapshot" in str(check(show))


def verify_root(entries: list[bytes]) -> str:
    return root_of(map(leaf_hash, entries)).hex()


def test_a_checkpoint_of_more_entries_than_there_are_is_named(show: Show) -> None:
    signed = show.cosigned()
    del show.entries[-2:]
    assert "more than there are" in str(check(show, [signed]))


def test_entries_behind_the_checkpoint_are_taken_in_a_data_directory(show: Show) -> None:
    signed = show.cosigned()
    assert check(show.play(), [signed]) is None


# Bundles: steps 1, 6 and 7


@pytest.fixture
def files(tmp_path: Path) -> tamper.Files:
    return tamper.unpacked(Show().begin().play().bundle(tmp_path / "demo.zip"))


def broken(files: tamper.Files, change: tamper.Files, **trust: Any) -> str:
    repaired = tamper.repaired({**files, **change})
    return str(tamper.fault(repaired, Show().trust(**trust)))


def test_a_file_that_is_not_listed_is_named(files: tamper.Files) -> None:
    assert "data/x is not listed" in str(tamper.fault({**files, "data/x": b""}, None))
    assert "x.txt is not listed" in str(tamper.fault({**files, "x.txt": b""}, None))


def test_a_listed_file_that_is_missing_is_named(files: tamper.Files) -> None:
    del files["data/events.jsonl"]
    assert tamper.fault(files, None) == "data/events.jsonl is missing"


def test_a_file_that_was_changed_is_named(files: tamper.Files) -> None:
    fault = str(tamper.fault({**files, "data/people.jsonl": b""}, None))
    assert fault.startswith("data/people.jsonl was changed")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"bagit.txt": b"BagIt-Version: 0.97\n"}, "bagit.txt is not"),
        ({"fetch.txt": b"http://x 1 data/x\n"}, "bagit.txt is not"),
        ({"bag-info.txt": b"\xff"}, "None"),
        ({"data/log/checkpoint": b""}, "checkpoint"),
        ({"data/events.jsonl": b"{}\n"}, "events.jsonl is not made of"),
        ({"data/verify.py": b"print('whole')"}, "do not run it"),
        ({"data/media/" + "0" * 64: b"x"}, "has another hash than its name"),
        ({"data/media/" + sha(b"x"): b"x"}, "is named by no entry"),
        ({"data/people.jsonl": b"x\n"}, "people.jsonl line 1"),
        ({"data/log/tile/0/000.p/19": b""}, "is no tile"),
        ({"data/log/tile/0/000.p/20": b""}, "is not made of"),
        ({"data/log/tile/entries/000.p/20": b"\0\1"}, "middle of an entry"),
    ],
)
def test_a_part_that_is_not_as_it_must_be_is_named(
    files: tamper.Files, change: tamper.Files, why: str
) -> None:
    assert why in broken(files, change)


def test_bytes_behind_the_last_entry_are_named(files: tamper.Files) -> None:
    name = "data/log/tile/entries/000.p/20"
    assert "behind its last entry" in broken(files, {name: files[name] + b"\0\0"})


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ({}, "None"),
        ({"person": None}, "None"),
        ({"person": "p-02"}, "None"),  # the key that signed the entry is hers
        ({"person": "p-99"}, "no entry names with it"),
        ({"text": "Bob Example"}, "named by no entry"),
        ({"salt": "00" * 16}, "named by no entry"),
        ({"salt": "x"}, "has a salt that is none"),
        ({"salt": SALT.hex().upper()}, "has a salt that is none"),
    ],
)
def test_a_text_about_a_person_is_held_against_the_entries(
    files: tamper.Files, line: dict[str, Any], why: str
) -> None:
    text = {"id": "t", "person": "p-07", "salt": SALT.hex(), "text": "Ann Example", **line}
    assert why in broken(files, {"data/people.jsonl": canonical.encode(text) + b"\n"})


def test_without_a_sheet_the_keys_in_the_bag_must_be_there(files: tamper.Files) -> None:
    assert tamper.fault(files, None) is None
    fault = tamper.fault(tamper.repaired({**files, "bag-info.txt": b""}), None)
    assert "not in our form" in str(fault)


def test_erased_texts_and_events_may_be_absent(files: tamper.Files) -> None:
    for name in ("data/people.jsonl", "data/events.jsonl"):
        del files[name]
    assert tamper.fault(tamper.repaired(files), Show().trust()) is None


def test_a_manifest_that_is_no_list_is_named(files: tamper.Files) -> None:
    name = "manifest-sha256.txt"
    for text in (b"x\n", files[name] + files[name], files[name].upper(), b"\xff"):
        change = {name: text}
        listed = tamper.repaired(files)["tagmanifest-sha256.txt"].decode()
        listed = listed.replace(sha(files[name]), sha(text))
        change["tagmanifest-sha256.txt"] = listed.encode()
        assert str(tamper.fault({**files, **change}, None)).startswith(name)


# The command


def run(*args: object) -> tuple[int, str, str]:
    command = [sys.executable, str(VERIFIER), *map(str, args)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    show = Show().begin().play()
    (tmp_path / "sheet.json").write_text(json.dumps(show.trust()))
    return show.bundle(tmp_path / "demo.zip")


def test_the_command_says_what_a_bundle_without_a_sheet_does_not_prove(bundle: Path) -> None:
    code, said, _ = run(bundle)
    assert code == 0
    assert "consistent with the keys inside it; proves nothing against its keeper" in said


def test_the_command_takes_a_sheet_and_answers_in_json(bundle: Path) -> None:
    code, said, _ = run(bundle, "--sheet", bundle.with_name("sheet.json"), "--json")
    answer = json.loads(said)
    assert (code, answer["exit"], answer["entries"]) == (0, 0, 20)
    assert verify.NO_SHEET not in answer["remarks"]


def test_the_command_takes_a_directory_and_the_folder_above_it(bundle: Path) -> None:
    with zipfile.ZipFile(bundle) as packed:
        packed.extractall(bundle.with_name("out"))
    assert run(bundle.with_name("out"))[0] == 0
    assert run(bundle.with_name("out") / "demo")[0] == 0
    (bundle.with_name("out") / "demo" / "data" / "x").write_bytes(b"")
    code, _, said = run(bundle.with_name("out") / "demo")
    assert (code, said) == (1, "data/x is not listed in manifest-sha256.txt\n")


def test_the_command_says_2_of_what_is_not_ours(bundle: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "x.zip").write_bytes(b"no zip")
    with zipfile.ZipFile(tmp_path / "y.zip", "w") as packed:
        packed.writestr("hello.txt", "hello")
    for name in ("empty", "x.zip", "y.zip", "nowhere"):
        assert run(tmp_path / name)[0] == 2, name
    assert run(bundle, "--sheet", tmp_path / "nowhere")[0] == 2
    assert run(bundle, "--sheet", tmp_path / "x.zip")[0] == 2
    assert run(bundle, "--what")[0] == 2


def repacked(bundle: Path, **more: bytes) -> Path:
    target = bundle.with_name("again.zip")
    with zipfile.ZipFile(bundle) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        for name, data in more.items():
            new.writestr(name, data)
    return target


@pytest.mark.parametrize(
    "name", ["demo/../x", "/etc/x", "demo/data/../../x", "demo/a\\x", "demo//x", "demo/./x", "c:/x"]
)
def test_a_name_that_leads_out_of_the_bag_is_refused(bundle: Path, name: str) -> None:
    code, _, said = run(repacked(bundle, **{name: b""}))
    assert code in (1, 2), "2 when it does not even look like one bag"
    assert "out of the bag" in said or "no bundle" in said


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_refused(bundle: Path) -> None:
    code, _, said = run(repacked(bundle, **{"demo/bagit.txt": b""}))
    assert code == 1
    assert "two files of one name" in said


def test_a_link_in_the_bag_is_refused(bundle: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(bundle) as packed:
        packed.extractall(tmp_path / "out")
    (tmp_path / "out" / "demo" / "data" / "l").symlink_to("/etc/hostname")
    code, _, said = run(tmp_path / "out" / "demo")
    assert code == 1
    assert "is a link" in said


def test_a_huge_file_is_refused_before_it_is_read(bundle: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(bundle) as packed:
        packed.extractall(tmp_path / "out")
    with (tmp_path / "out" / "demo" / "data" / "big").open("wb") as file:
        file.truncate(verify.FILE_MAX + 1)
    code, _, said = run(tmp_path / "out" / "demo")
    assert code == 1
    assert "is larger than" in said


def test_a_damaged_zip_is_named_and_never_a_traceback(bundle: Path) -> None:
    data = bytearray(bundle.read_bytes())
    data[data.index(b"six chambers")] ^= 1
    bundle.write_bytes(bytes(data))
    code, _, said = run(bundle)
    assert code == 1
    assert "data/media/" in said


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_bytes_whatever_give_a_traceback(data: st.DataObject) -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as packed:
        for name in ("bagit.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"):
            packed.writestr(name, data.draw(st.binary(max_size=40)))
    content = bytearray(whole.getvalue())
    for _ in range(data.draw(st.integers(0, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = Path("/tmp") / f"showclear-fuzz-{id(data)}.zip"
    try:
        path.write_bytes(bytes(content))
        assert verify.main([str(path), "--json"]) in (1, 2)
    finally:
        path.unlink()


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_no_entry_whatever_gives_a_traceback(data: st.DataObject) -> None:
    show = Show().begin()
    inner: st.SearchStrategy[object] = (
        st.none() | st.integers() | st.text(max_size=5) | st.just({}) | st.just([])
    )
    fields = data.draw(
        st.dictionaries(st.sampled_from(["kind", "by", "key", "use", "held", "v", "until"]), inner)
    )
    whole = {**payload(show, by="root", kind="key.add"), **fields}
    try:
        body = canonical.encode(whole)
    except canonical.Malformed:
        return
    show.entries.append(sign(PRIVATE["root"], body, str(whole["by"])))
    show.answer()
    assert check(show)


@pytest.mark.parametrize("n", [0, 7, 999, 1000, 1234067])
def test_both_readers_name_a_tile_alike(n: int) -> None:
    first = n * 256
    assert verify.tile("entries", first, first + 9) == f"data/log/{tile_path('entries', n, 9)}"
    assert verify.tile(1, first, first + 300) == f"data/log/{tile_path(1, n)}"


def test_the_command_can_be_called(bundle: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify.main([str(bundle)]) == 0
    assert capsys.readouterr().out.startswith("whole: 20 entries")
    assert verify.main([str(bundle.with_name("nowhere"))]) == 2
    assert "nowhere is not in our form" in capsys.readouterr().err


def test_the_file_runs_as_a_program(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["verify.py", str(bundle)])
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(VERIFIER), run_name="__main__")
    assert ended.value.code == 0


def test_a_timestamp_is_said_not_to_be_checked(tmp_path: Path) -> None:
    bundle = Show().begin().bundle(tmp_path / "d.zip", timestamp=b"t", people=[], media=[])
    _, said, _ = run(bundle)
    assert "openssl ts -verify" in said


def test_the_verifier_shares_no_code_with_the_rest() -> None:
    source = VERIFIER.read_text()
    assert "import showclear" not in source
    assert "from showclear" not in source


def test_base64_has_one_spelling() -> None:
    assert verify.unbase64("FA==") == b"\x14"
    with pytest.raises(verify.Broken, match="spelling of its own"):
        verify.unbase64("FB==")
