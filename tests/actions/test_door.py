"""Does the one door keep what it promises, on both databases?"""

import hashlib
import uuid
from typing import Any

import pytest
from tests.actions.stage import Phone, Stage

from showclear.actions.commit import Batch
from showclear.actions.door import Door
from showclear.actions.pins import set_pin
from showclear.kernel.codec import Unreadable
from showclear.ledger import canonical, keys
from showclear.store import rows


def test_one_handover_goes_end_to_end(stage: Stage) -> None:
    stage.weapon_comes_in()
    stage.shown_to_mara()
    stage["ines"].does("OfferHandover", weapon="w7", to="mara", tag="07")
    stage["tom"].does("ReadTag", weapon="w7", tag="07")
    stage["mara"].does("TakeHandover", weapon="w7", tag="07")
    assert stage.door.current().state.weapons["w7"].custody.holder == "mara"


def test_a_refusal_changes_no_state_and_is_on_record(stage: Stage) -> None:
    stage.weapon_comes_in()
    before, size = stage.door.current().state, stage.size()
    answer = stage["mara"].ask("DrawWeapon", weapon="w7", tag="07")
    assert (answer.outcome, answer.rule) == ("refused", "DRAW-ROLE")
    assert stage.door.current().state == before
    assert stage.size() == size + 2


def test_the_same_bytes_again_get_the_same_answer_and_nothing_is_appended(stage: Stage) -> None:
    stage.weapon_comes_in()
    entry = stage["ines"].sign("DrawWeapon", weapon="w7", tag="07")
    first, size = stage.door.submit(entry), stage.size()
    assert stage.door.submit(entry) == first
    assert stage.size() == size


def test_a_used_id_with_another_body_is_rejected(stage: Stage) -> None:
    stage.weapon_comes_in()
    ask_id = str(uuid.uuid4())
    stage["ines"].does("DrawWeapon", weapon="w7", tag="07", id=ask_id)
    before = stage.door.current().state
    answer = stage["ines"].ask("LockUp", weapon="w7", place="cab", tag="07", id=ask_id)
    assert answer.outcome == "rejected"
    assert stage.door.current().state == before


def test_a_used_id_does_not_keep_a_stop_from_acting(stage: Stage) -> None:
    stage.weapon_comes_in()
    ask_id = str(uuid.uuid4())
    stage["ines"].does("DrawWeapon", weapon="w7", tag="07", id=ask_id)
    answer = stage["mara"].ask("Stop", unit="main", id=ask_id)
    assert answer.outcome == "done"
    assert stage.door.current().state.stops


def test_a_flood_of_forged_asks_leaves_ten_entries_a_minute(stage: Stage) -> None:
    size = stage.size()
    forger = keys.new_private()
    for _ in range(25):
        body = {"v": 1, "show": "ledger.example/shows/demo", "id": str(uuid.uuid4())}
        body |= {"by": "dev-ines", "kind": "DrawWeapon", "at": "2026-03-02T11:00:00Z"}
        answer = stage.door.submit(keys.sign(forger, canonical.encode(body), "dev-ines"))
        assert answer.outcome == "rejected"
    assert stage.size() == size + 10
    stage.clock.wait(61)
    stage.door.submit(keys.sign(forger, canonical.encode(body), "dev-ines"))
    assert stage.size() == size + 11


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "Fly"},
        {"weapon": 7},
        {"colour": "red"},
        {"at": "tomorrow"},
        {"v": 2},
        {"expects": []},
        {"person": "tom"},
    ],
)
def test_what_cannot_be_read_leaves_nothing(box: Stage, fields: dict[str, Any]) -> None:
    size = box.size()
    good = {"kind": "DrawWeapon", "weapon": "w7", "tag": "07"} | fields
    with pytest.raises(Unreadable):
        box.door.submit(box["ines"].sign(**good))
    assert box.size() == size


def test_ten_megabytes_are_refused_with_one_sentence(box: Stage) -> None:
    size = box.size()
    with pytest.raises(Unreadable, match="limit is"):
        box.door.submit(b"x" * 10_000_000)
    assert box.size() == size


def test_a_stop_with_a_bad_signature_and_an_unknown_field_is_applied_as_relayed(
    stage: Stage,
) -> None:
    stage.weapon_comes_in()
    body = {"v": 1, "show": "ledger.example/shows/demo", "id": str(uuid.uuid4()), "by": "nobody"}
    body |= {"kind": "Stop", "unit": "main", "colour": "red"}
    answer = stage.door.submit(keys.sign(keys.new_private(), canonical.encode(body), "nobody"))
    assert answer.outcome == "done"
    assert answer.ask["kind"] == "Relayed"
    assert stage.door.current().state.stops


def test_stops_for_made_up_things_are_one_stop_of_everything(stage: Stage) -> None:
    before = rows.read_size(stage.door.show.id)
    outcomes = {stage.door.relay("Stop", {"unit": f"made-up-{n}"}).outcome for n in range(40)}
    assert outcomes == {"done", "repeated"}
    assert rows.read_size(stage.door.show.id) == before + 2
    assert stage.door.current().state.stops[-1].unit is None


def test_forty_forged_stops_become_one_entry_and_a_count(stage: Stage) -> None:
    stage.weapon_comes_in()
    outcomes = [stage.door.relay("Stop", {"unit": "main"}).outcome for _ in range(40)]
    assert outcomes == ["done", *["repeated"] * 39]
    stage.clock.wait(61)
    stage.door.tick()
    last = rows.list_log("demo", limit=1)[0]
    entry = rows.read_entry("demo", last.n)
    assert entry is not None
    assert b'"count":39' in _payload(entry)


LIFTED = {"Stop": ("ines", "joss"), "LiveFound": ("ines", "pia"), "UnplannedShot": ("ines", "pia")}


@pytest.mark.parametrize("act", LIFTED)
def test_a_stop_lifted_meanwhile_stops_again_though_another_is_in_force(
    stage: Stage, act: str
) -> None:
    stage.weapon_comes_in()
    stage["ines"].does("AddPerson", who="pia", name="0" * 64, roles=["producer"])
    stage.phones["pia"] = Phone(stage, "pia")
    stage["tom"].does("Hold")
    first = stage.door.relay(act, {})
    stage.door.relay(act, {})
    for person in LIFTED[act]:
        stage[person].does("Restart", stop=first.ask["id"], reason="0" * 64)
    again = stage.door.relay(act, {})
    assert again.outcome == "done"
    assert again.ask["id"] in {each.id for each in stage.door.current().state.stops}


def test_the_count_of_repeats_does_not_stop_work_again(stage: Stage) -> None:
    stage.weapon_comes_in()
    first = stage.door.relay("Stop", {})
    assert stage.door.relay("Stop", {}).outcome == "repeated"
    for person in ("ines", "joss"):
        stage[person].does("Restart", stop=first.ask["id"], reason="0" * 64)
    assert stage.door.current().state.stops == ()
    size = stage.size()
    stage.clock.wait(61)
    stage.door.tick()
    assert stage.size() == size + 2
    assert stage.door.current().state.stops == ()


def test_a_concern_answered_meanwhile_is_raised_again_though_another_is_open(box: Stage) -> None:
    box.weapon_comes_in()
    box.door.relay("RaiseConcern", {"text": "1" * 64})
    first = box.door.relay("RaiseConcern", {"text": "2" * 64})
    assert box.door.relay("RaiseConcern", {"text": "2" * 64}).outcome == "repeated"
    box["ines"].does("AnswerConcern", concern=first.ask["id"], text="0" * 64, count=1)
    assert box.door.relay("RaiseConcern", {"text": "2" * 64}).outcome == "done"


def _payload(entry: bytes) -> bytes:
    from showclear.ledger.envelope import parse_envelope

    return parse_envelope(entry).payload


def test_a_late_ask_is_recorded_as_late_and_grants_nothing(stage: Stage) -> None:
    stage.weapon_comes_in()
    entry = stage["ines"].sign("DrawWeapon", weapon="w7", tag="07")
    stage.clock.wait(600)
    answer = stage.door.submit(entry)
    assert [each["kind"] for each in answer.events] == ["LateReportReceived"]
    assert answer.is_late
    assert not stage["tom"].does("TurnKey", place="cab").is_late
    assert stage.door.current().state.weapons["w7"].custody.place == "cab"


def test_what_is_recovered_equals_what_is_live(stage: Stage) -> None:
    stage.weapon_comes_in()
    stage.shown_to_mara()
    again = Door(stage.founded.show, stage.clock).current()
    assert again == stage.door.current()
    assert again.to_bytes() == stage.door.current().to_bytes()


def test_a_fault_in_one_job_leaves_neither_an_entry_nor_a_broken_record(
    box: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    box.weapon_comes_in()
    size, append = box.size(), Batch._append

    def fails_at_the_answer(batch: Batch, entry: bytes) -> int:
        if b"AskAnswered" in _payload(entry):
            raise TypeError("a fault that nobody foresaw")
        return append(batch, entry)

    monkeypatch.setattr(Batch, "_append", fails_at_the_answer)
    with pytest.raises(TypeError):
        box["ines"].ask("DrawWeapon", weapon="w7", tag="07")
    monkeypatch.undo()
    assert box.size() == size
    box["ines"].does("DrawWeapon", weapon="w7", tag="07")


def test_a_node_whose_record_failed_gives_no_permit_and_still_stops(box: Stage) -> None:
    box.weapon_comes_in()
    box.door.fail_check()
    assert box["ines"].ask("DrawWeapon", weapon="w7", tag="07").rule == "RECORD-WHOLE"
    assert box["mara"].ask("Stop", unit="main").outcome == "done"


def test_the_checkpoint_is_signed_at_most_once_a_second(box: Stage) -> None:
    box.door.tick()
    before = len(rows.list_checkpoints("demo"))
    for _ in range(20):
        box.door.relay("ReportUnattended", {"weapon": str(uuid.uuid4())})
    assert len(rows.list_checkpoints("demo")) <= before + 1
    box.clock.wait(2)
    box.door.tick()
    assert rows.last_checkpoint_size("demo") == box.size()


def test_the_hash_of_a_state_does_not_depend_on_the_order_of_its_maps(box: Stage) -> None:
    box.weapon_comes_in()
    body = box.door.current().to_bytes()
    assert canonical.encode(canonical.decode(body)) == body
    assert len(hashlib.sha256(body).hexdigest()) == 64


def test_a_wrong_pin_is_told_as_a_wrong_pin(stage: Stage) -> None:
    stage.weapon_comes_in()
    set_pin("demo", "mara", "1403")
    by_pin = {"via": "pin", "person": "mara"}
    entry = stage["tom"].sign("OfferReturn", weapon="w7", to="ines", tag="07", **by_pin)
    answer = stage.door.submit(entry, pin="0000")
    assert (answer.outcome, answer.reason) == ("rejected", "That is not this person's PIN.")
