"""Who signed this note, checkpoint or proof, and is everything else refused?"""

import base64
from dataclasses import replace

import pytest
from tests.ledger.shows import ORIGIN, PRIVATE, PUB, WITNESS, WITNESSED_AT, Show

from showclear.ledger import note, proof
from showclear.ledger.canonical import Malformed
from showclear.ledger.checkpoint import (
    Checkpoint,
    open_checkpoint,
    parse_checkpoint,
    sign_checkpoint,
)
from showclear.ledger.note import NoteRefused
from showclear.ledger.sheet import Sheet
from showclear.ledger.tree import ProofRefused

LOG, WIT = note.vkey(ORIGIN, PUB["log"]), note.witness_vkey(WITNESS, PUB["wit"])
TEXT = "one\ntwo\n"


def test_a_note_is_opened_by_the_key_that_signed_it() -> None:
    signed = note.sign_note(TEXT, ORIGIN, PRIVATE["log"])
    assert note.open_note(signed, [LOG]) == TEXT
    assert note.open_note(signed + "— other AAAAAAAA\n", [LOG]) == TEXT


def test_a_key_that_has_not_signed_opens_nothing() -> None:
    signed = note.sign_note(TEXT, ORIGIN, PRIVATE["log"])
    with pytest.raises(NoteRefused, match="no key that we know"):
        note.open_note(signed, [note.vkey(ORIGIN, PUB["wit"])])
    with pytest.raises(NoteRefused, match="is bad"):
        note.open_note(signed.replace("two", "twq"), [LOG])


@pytest.mark.parametrize(
    "text",
    ["", "x\n", "x\n\n", "x\n\ny\n", "x\n\n— a b c\n", "x\n\n— a b", "x" * 70_000 + "\n\n— a b\n"],
)
def test_what_is_no_note_is_refused(text: str) -> None:
    with pytest.raises(NoteRefused):
        note.open_note(text, [LOG])


def test_a_signature_that_is_not_base64_is_refused() -> None:
    with pytest.raises(NoteRefused, match="base64"):
        note.open_note(f"x\n\n— {ORIGIN} ?\n", [LOG])


@pytest.mark.parametrize(
    "text",
    [
        "",
        ORIGIN,
        LOG.replace("83cd98b4", "83cd98b5"),
        LOG + "=",
        str(note.NoteKey("", 1, PUB["log"])),
        str(note.NoteKey("a b", 1, PUB["log"])),
        str(note.NoteKey(ORIGIN, 6, PUB["log"])),
        str(note.NoteKey(ORIGIN, 1, PUB["log"][1:])),
        str(note.NoteKey(ORIGIN, 1, bytes(32))),
    ],
)
def test_what_is_no_vkey_is_refused(text: str) -> None:
    with pytest.raises(NoteRefused):
        note.parse_vkey(text)


def test_a_witness_says_when_it_signed() -> None:
    signed = Show().begin().cosigned()
    assert note.check_cosignature(signed, WIT) == WITNESSED_AT
    again = note.cosign(signed, WITNESS, PRIVATE["wit"], at_s=WITNESSED_AT + 60)
    assert note.check_cosignature(again, WIT) == WITNESSED_AT


def test_a_cosignature_that_is_bad_or_absent_is_refused() -> None:
    show = Show().begin()
    with pytest.raises(NoteRefused, match="has not cosigned"):
        note.check_cosignature(show.checkpoint(), WIT)
    with pytest.raises(NoteRefused, match="is bad"):
        note.check_cosignature(show.cosigned().replace("\n8\n", "\n9\n"), WIT)
    key = note.parse_vkey(WIT)
    short = base64.b64encode(key.id + bytes(71)).decode()
    with pytest.raises(NoteRefused, match="is bad"):
        note.check_cosignature(show.checkpoint() + f"— {WITNESS} {short}\n", WIT)


def test_a_checkpoint_is_signed_and_read() -> None:
    checkpoint = Checkpoint(ORIGIN, 3, bytes(32))
    assert open_checkpoint(sign_checkpoint(checkpoint, PRIVATE["log"]), LOG) == checkpoint


def test_a_checkpoint_of_another_origin_is_refused() -> None:
    other = replace(Checkpoint(ORIGIN, 3, bytes(32)), origin="other")
    signed = note.sign_note(other.text, ORIGIN, PRIVATE["log"])
    with pytest.raises(NoteRefused, match="another ledger"):
        open_checkpoint(signed, LOG)


@pytest.mark.parametrize(
    "text",
    [
        "o\n03\n" + "A" * 43 + "=\n",
        "o\n-1\n" + "A" * 43 + "=\n",
        "o\n3\nAA==\n",
        "o\n3\n" + "A" * 43 + "=\nmore\n",
        "o\n3\n" + "A" * 42 + "B=\n",
        "\n3\n" + "A" * 43 + "=\n",
    ],
)
def test_what_is_no_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(NoteRefused):
        parse_checkpoint(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "c2sp.org/tlog-proof@v2\nindex 1\n\nx",
        "c2sp.org/tlog-proof@v1\nindex 01\n\nx",
        "c2sp.org/tlog-proof@v1\nindex 1\nshort\n\nx",
        "c2sp.org/tlog-proof@v1\nindex 1\n" + ("A" * 43 + "=\n") * 64 + "\nx",
    ],
)
def test_what_is_no_proof_is_refused(text: str) -> None:
    with pytest.raises(ProofRefused):
        proof.parse_proof(text)


FINE = Sheet(origin=ORIGIN, log=LOG, root="0" * 64, witnesses=(WIT,), tsa=None, verifier="1" * 64)


def test_a_sheet_is_written_and_read() -> None:
    assert Sheet.from_json(FINE.to_json()) == FINE
    assert Sheet.from_json(replace(FINE, tsa="PEM").to_json()).tsa == "PEM"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{", "["),
        ('"tsa"', '"tsb"'),
        ('"tsa": null', '"tsa": 7'),
        ('"0000', '"zz00'),
        (f'"{WIT}"', "7"),
        ('"witnesses": [', '"witnesses": "', ),
    ],
)  # fmt: skip
def test_what_is_no_sheet_is_refused(old: str, new: str) -> None:
    with pytest.raises(Malformed):
        Sheet.from_json(FINE.to_json().replace(old, new))


def test_a_sheet_whose_witnesses_are_no_list_is_refused() -> None:
    text = FINE.to_json().replace("[", "{").replace("]", ":1}")
    with pytest.raises(Malformed, match="list of vkeys"):
        Sheet.from_json(text)
