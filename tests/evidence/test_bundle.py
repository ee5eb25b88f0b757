"""Is a bundle the same bytes each time, whole for others' tools, and there or not there?"""

import shutil
import subprocess
import zipfile
from pathlib import Path

import bagit
import pytest
from tests.ledger import tamper
from tests.ledger.shows import PUB, Show

from showclear.evidence.bundle import BundleRefused
from showclear.ledger.envelope import parse_envelope
from showclear.ledger.note import NoteRefused


@pytest.fixture
def show() -> Show:
    return Show().begin().play()


def unzip(bundle: Path) -> Path:
    with zipfile.ZipFile(bundle) as packed:
        packed.extractall(bundle.parent / "out")
    return bundle.parent / "out" / bundle.stem


def test_the_same_contents_give_the_same_bytes(show: Show, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first, second = (show.bundle(tmp_path / name / "demo.zip") for name in "ab")
    assert first.read_bytes() == second.read_bytes()


def test_bagit_validates_the_bundle(show: Show, tmp_path: Path) -> None:
    bag = bagit.Bag(str(unzip(show.bundle(tmp_path / "demo.zip"))))
    bag.validate()
    assert bag.info["Showclear-Origin"] == show.origin


def test_a_target_with_an_odd_name_has_a_plain_folder_inside(show: Show, tmp_path: Path) -> None:
    with zipfile.ZipFile(show.bundle(tmp_path / "my show (1).zip")) as packed:
        assert {name.split("/")[0] for name in packed.namelist()} == {"bundle"}


def test_more_than_one_tile_is_written_and_whole(tmp_path: Path) -> None:
    show = Show().begin()
    for _ in range(254):
        show.server("AskRejected", bytes="ab" * 32)
    bundle = show.bundle(tmp_path / "demo.zip", people=[], media=[])
    files = tamper.unpacked(bundle)
    assert {name for name in files if "/tile/" in name} == {
        "data/log/tile/0/000",
        "data/log/tile/0/001.p/6",
        "data/log/tile/1/000.p/1",
        "data/log/tile/entries/000",
        "data/log/tile/entries/001.p/6",
    }
    assert tamper.fault(files, show.trust()) is None


def test_a_timestamp_is_carried(show: Show, tmp_path: Path) -> None:
    files = tamper.unpacked(show.bundle(tmp_path / "demo.zip", timestamp=b"token"))
    assert files["data/log/checkpoint.tsr"] == b"token"
    assert tamper.fault(files, show.trust()) is None


def test_an_empty_group_of_entries_leaves_no_tile(tmp_path: Path) -> None:
    show = Show().begin()
    for _ in range(248):
        show.server("AskRejected", bytes="ab" * 32)
    files = tamper.unpacked(show.bundle(tmp_path / "demo.zip", people=[], media=[]))
    assert "data/log/tile/entries/000" in files
    assert tamper.fault(files, show.trust()) is None


def refused(show: Show, target: Path, **fields: object) -> None:
    target.write_bytes(b"before")
    with pytest.raises((BundleRefused, NoteRefused)):
        show.bundle(target, **fields)
    assert target.read_bytes() == b"before"
    assert not list(target.parent.glob("*.part"))


def test_parts_that_do_not_fit_leave_the_target_as_it_was(show: Show, tmp_path: Path) -> None:
    target = tmp_path / "demo.zip"
    refused(show, target, checkpoint=show.checkpoint(4))
    refused(show, target, checkpoint=show.checkpoint().replace("— ", "— x"))
    refused(show, target, origin="other")
    other = Show(entries=[*show.entries[:-2], show.entries[-1], show.entries[-2]])
    refused(show, target, checkpoint=other.checkpoint())
    (tmp_path / "changed.jpg").write_bytes(b"another photograph")
    refused(show, target, media=[("0" * 64, tmp_path / "changed.jpg")])


def sh(script: str, folder: Path) -> str:
    done = subprocess.run(["bash", "-ec", script], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_sha256sum_checks_the_bag(show: Show, tmp_path: Path) -> None:
    folder = unzip(show.bundle(tmp_path / "demo.zip"))
    assert "FAILED" not in sh("sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt", folder)


def test_openssl_checks_the_signature_of_one_entry(show: Show, tmp_path: Path) -> None:
    assert shutil.which("openssl"), "Debian has it"
    (tmp_path / "E").write_bytes(show.entries[8])
    der = "302a300506032b6570032100" + PUB["dev-1"].hex()
    (tmp_path / "pub.der").write_bytes(bytes.fromhex(der))
    # `jq` of LEDGER.md is not everywhere; its two calls only read a field.
    envelope = parse_envelope(show.entries[8])
    (tmp_path / "b").write_bytes(envelope.payload)
    (tmp_path / "s").write_bytes(envelope.sig)
    script = """
        T=application/vnd.showclear.event+json
        { printf 'DSSEv1 %d %s %d ' ${#T} $T $(wc -c <b); cat b; } > m
        openssl pkeyutl -verify -pubin -keyform DER -inkey pub.der -rawin -in m -sigfile s
    """
    assert "Verified Successfully" in sh(script, tmp_path)


def test_stock_commands_show_that_an_entry_is_in_the_tile(show: Show, tmp_path: Path) -> None:
    folder = unzip(show.bundle(tmp_path / "demo.zip"))
    (folder / "E").write_bytes(show.entries[8])
    leaf = sh("{ printf '\\0'; cat E; } | sha256sum", folder).split()[0]
    tile = "data/log/tile/0/000.p/20"
    found = sh(f"head -c $((32*8+32)) {tile} | tail -c 32 | od -An -tx1 | tr -d ' \\n'", folder)
    assert found == leaf
