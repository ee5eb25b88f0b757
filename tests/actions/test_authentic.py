"""Does the box follow only what somebody could have signed, whoever writes the database?"""

import uuid
from collections.abc import Callable

import pytest
from django.db import connection
from tests.actions.stage import ORIGIN, Stage
from tests.actions.test_check import snapshot

from showclear.actions.clock import to_iso
from showclear.actions.door import Door, NotFollowed
from showclear.actions.folded import Folded, RecordBroken, fold, state_sha256
from showclear.actions.recover import recover
from showclear.kernel import events as e
from showclear.kernel.forms import event_to_plain
from showclear.kernel.state import StopInForce
from showclear.ledger import canonical, keys
from showclear.ledger.tree import Edge, leaf_hash
from showclear.store import rows

EVIL = keys.new_private()


def forged(stage: Stage, kind: str, *, by: str, **more: object) -> bytes:
    now = to_iso(stage.clock.now())
    body = {"v": 1, "show": ORIGIN, "id": str(uuid.uuid4()), "by": by, "kind": kind, **more}
    at = {"received_at": now} if by == "server-1" else {"at": now[:19] + "Z"}
    return keys.sign(EVIL, canonical.encode(body | at), by)


def written(entries: list[bytes]) -> None:
    """Write as one who holds no key does: leaves, size and edge are all as they must be."""
    size, edge = rows.read_size("demo"), Edge()
    for _, _, leaf in rows.read_entries("demo"):
        edge = edge.append(leaf)
    leaves = [leaf_hash(each) for each in entries]
    rows.add_entries("demo", size, entries, leaves)
    for leaf in leaves:
        edge = edge.append(leaf)
    rows.save_ledger("demo", size + len(entries), edge.to_bytes())


def by_nobody(stage: Stage) -> list[bytes]:
    """An act and its answer, signed by a key that is nobody's in the names of two that are."""
    ask = forged(stage, "LockUp", by="dev-ines", expects={}, weapon="w7", place="cab", tag="07")
    return [ask, answer_to(stage, ask)]


def answer_to(stage: Stage, ask: bytes) -> bytes:
    events = [event_to_plain(e.WorkRestarted(stop=each.id)) for each in stage_stops(stage)]
    more = {"seq": stage.size() + 1, "ask": leaf_hash(ask).hex(), "rules": "2", "boot": "x"}
    more |= {"mono": 0, "outcome": "done", "events": events}
    return forged(stage, "AskAnswered", by="server-1", **more)


def stage_stops(stage: Stage) -> tuple[StopInForce, ...]:
    return stage.door.current().state.stops


def once_more(stage: Stage) -> list[bytes]:
    """What was truly signed, written at another place."""
    size = stage.size()
    return [body for _, body, _ in rows.read_entries("demo", size - 2, size)]


def a_key_of_his_own(stage: Stage) -> list[bytes]:
    """A server key that a device adds, and the answer signed by the key that it adds."""
    pub = keys.public_bytes(EVIL).hex()
    body = {"v": 1, "show": ORIGIN, "id": str(uuid.uuid4()), "by": "dev-tom", "kind": "key.add"}
    body |= {"at": to_iso(stage.clock.now())[:19] + "Z", "use": "server", "held": "server"}
    body |= {"key": {"id": "server-2", "pub": pub}}
    ask = keys.sign(stage["tom"].private, canonical.encode(body), "dev-tom")
    return [ask, answer_to(stage, ask)]


FORGERIES = [by_nobody, once_more, a_key_of_his_own]


@pytest.mark.parametrize("forgery", FORGERIES)
def test_what_nobody_signed_is_not_followed_by_a_server_that_runs(
    stage: Stage, forgery: Callable[[Stage], list[bytes]]
) -> None:
    stage.weapon_comes_in()
    stage.shown_to_mara()
    stage.door.relay("Stop", {"unit": "main"})
    entries, size = forgery(stage), stage.size()
    written(entries)
    state = stage.door.current().state
    assert state.stops
    assert stage.door.standing == "broken"
    assert all(each.clearance is None for each in state.weapons.values())
    with pytest.raises(NotFollowed):
        stage["ines"].ask("DrawWeapon", weapon="w7", tag="07")
    with pytest.raises(NotFollowed):
        stage.door.relay("LiveFound", {})
    assert "live-found" in {each.what for each in stage.door.current().state.stops}
    stage.door.pass_check()
    assert not stage.door.is_whole
    assert stage.size() == size + len(entries)


@pytest.mark.parametrize("forgery", FORGERIES)
def test_what_nobody_signed_is_named_at_the_start(
    box: Stage, forgery: Callable[[Stage], list[bytes]]
) -> None:
    box.weapon_comes_in()
    box.door.relay("Stop", {})
    entries, size = forgery(box), box.size()
    written(entries)
    with pytest.raises(RecordBroken, match=rf"entry ({size}|{size + 1}) is not authentic"):
        Door(box.founded.show, box.clock)


def test_what_came_between_a_look_and_a_commit_is_not_followed_either(
    box: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    box.weapon_comes_in()
    entry = box["ines"].sign("DrawWeapon", weapon="w7", tag="07")
    last = box.door.current()
    written(by_nobody(box))
    monkeypatch.setattr(Door, "current", lambda _door: last)
    with pytest.raises(NotFollowed):
        box.door.submit(entry)
    assert box.door.standing == "broken"


def test_a_stored_state_is_believed_on_the_word_of_this_box_alone(box: Stage) -> None:
    box.weapon_comes_in()
    folded = recover(box.founded.show)
    evil = keys.Key(id="server-1", use="server", held="server", pub=keys.public_bytes(EVIL))
    his = Folded(
        size=folded.size,
        edge=folded.edge,
        keyring=keys.Keyring({**folded.keyring.keys, "server-1": evil}),
        state=folded.state,
    )
    body = his.to_bytes()
    more = {"seq": his.size, "size": his.size, "root": his.edge.root().hex(), "boot": "x"}
    more |= {"state_sha256": state_sha256(body), "rules": "2", "mono": 0}
    written([forged(box, "StateSnapshotted", by="server-1", **more)])
    rows.add_folded("demo", rows.FoldedRow(his.size, body, bytes.fromhex(state_sha256(body))))
    with pytest.raises(RecordBroken, match=f"entry {his.size} is not authentic"):
        recover(box.founded.show)


def test_an_ask_without_its_answer_is_named(box: Stage) -> None:
    box.weapon_comes_in()
    size = box.size()
    written([box["ines"].sign("DrawWeapon", weapon="w7", tag="07")])
    with pytest.raises(RecordBroken, match=f"entry {size} has no answer"):
        recover(box.founded.show)


def test_a_true_record_with_keys_that_came_and_went_is_followed(stage: Stage) -> None:
    stage.weapon_comes_in()
    body = {"v": 1, "show": ORIGIN, "id": str(uuid.uuid4()), "by": "dev-joss", "kind": "key.end"}
    body |= {"at": to_iso(stage.clock.now())[:19] + "Z", "key": {"id": "dev-joss"}}
    ended = keys.sign(stage["joss"].private, canonical.encode(body), "dev-joss")
    assert stage.door.submit(ended).outcome == "done"
    snapshot(stage)
    stage["ines"].does("DrawWeapon", weapon="w7", tag="07")
    entries = [each for _, each, _ in rows.read_entries("demo")]
    empty = Folded(size=0, edge=Edge(), keyring=keys.Keyring.of_root(stage.founded.show.root))
    again = recover(stage.founded.show)
    assert again == fold(empty, entries)
    with connection.cursor() as cursor:
        cursor.execute("delete from folded")
    assert recover(stage.founded.show) == again
