"""May this signer add or end this key now, and did a live key sign this entry?"""

from dataclasses import replace
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from tests.ledger import passkeys
from tests.ledger.shows import ORIGIN, PRIVATE, PUB, Show

from showclear.ledger import canonical
from showclear.ledger.envelope import Passkey, pae, parse_envelope, seal
from showclear.ledger.keys import (
    KeyRefused,
    Keyring,
    Unauthentic,
    check_possession,
    check_signature,
    is_weak,
    new_private,
    parse_instant,
    possession_message,
    public_bytes,
    sign,
)
from showclear.ledger.signing import load_private, seed_bytes

NOON = parse_instant("2026-03-02T12:00:00Z")
PUB_2 = PUB["dev-2"].hex()


def asked(by: str, kind: str, **fields: Any) -> dict[str, Any]:
    uuid = "00000000-0000-4000-8000-00000000ffff"
    common = {"v": 1, "show": ORIGIN, "id": uuid, "by": by, "kind": kind, "at": "x"}
    return {**common, **fields}


def adding(by: str, use: str, held: str, **fields: Any) -> dict[str, Any]:
    extra: dict[str, Any] = {
        "enroller": {"until": "2026-03-02T12:00:00Z"},
        "device": {"person": None},
    }
    key = {"id": "new", "pub": PUB_2}
    form = {"use": use, "held": held, "key": key, **extra.get(use, {}), **fields}
    return asked(by, "key.add") | form


@pytest.fixture
def ring() -> Keyring:
    keyring = Keyring.of_root(PUB["root"])
    for by, use, held, name in (
        ("root", "server", "server", "server-1"),
        ("root", "log", "server", "log"),
        ("root", "enroller", "paper", "enroller-1"),
        ("enroller-1", "device", "device", "dev-1"),
    ):
        fields = adding(by, use, held, key={"id": name, "pub": PUB[name].hex()})
        keyring.judge(fields, NOON)
        keyring = keyring.apply(fields)
    return keyring


@pytest.mark.parametrize(
    ("by", "use", "held", "fields"),
    [
        ("root", "enroller", "device", {}),
        ("root", "enroller", "paper", {}),
        ("root", "server", "server", {}),
        ("enroller-1", "device", "device", {"person": "p-07"}),
        ("enroller-1", "device", "server", {}),
    ],
)
def test_a_lawful_key_is_added(
    ring: Keyring, by: str, use: str, *, held: str, fields: dict[str, Any]
) -> None:
    ask = adding(by, use, held, **fields)
    ring.judge(ask, NOON)
    key = ring.apply(ask).find("new")
    assert key is not None
    assert (key.use, key.held, key.pub.hex(), key.ended) == (use, held, PUB_2, False)


OTHER_CURVE = ec.derive_private_key(7, ec.SECP384R1()).public_key()
P384 = OTHER_CURVE.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo).hex()
COMPRESSED = passkeys.PRIVATE.public_key().public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
PASS = {
    "id": "new",
    "rp": "set.example",
    "origin": "https://set.example",
    "pub": passkeys.PUB.hex(),
}


@pytest.mark.parametrize(
    ("by", "use", "held", "fields", "reason"),
    [
        ("enroller-1", "enroller", "paper", {}, "signer"),
        ("enroller-1", "server", "server", {}, "signer"),
        ("root", "device", "device", {}, "signer"),
        ("dev-1", "device", "device", {}, "signer"),
        ("server-1", "device", "device", {}, "signer"),
        ("nobody", "device", "device", {}, "signer"),
        ("root", "log", "server", {}, "second-log-key"),
        ("root", "root", "paper", {}, "use"),
        ("root", "server", "paper", {}, "use"),
        ("root", "enroller", "server", {}, "use"),
        ("root", 7, "paper", {}, "use"),
        ("root", "server", ["server"], {}, "use"),
        ("root", "enroller", "paper", {"until": None}, "form"),
        ("root", "enroller", "paper", {"until": "2026-13-02T12:00:00Z"}, "form"),
        ("root", "enroller", "paper", {"until": "2026-03-02T12:00:00+00:00"}, "form"),
        ("root", "server", "server", {"until": "2026-03-02T12:00:00Z"}, "form"),
        ("enroller-1", "device", "device", {"person": 7}, "form"),
        ("enroller-1", "device", "device", {"person": ""}, "form"),
        ("enroller-1", "device", "device", {"extra": 1}, "form"),
        ("enroller-1", "device", "device", {"v": 2}, "version"),
        ("enroller-1", "device", "device", {"kind": "key.swap"}, "kind"),
        ("enroller-1", "device", "device", {"key": "x"}, "form"),
        ("enroller-1", "device", "device", {"key": {"id": "new"}}, "form"),
        ("enroller-1", "device", "device", {"key": {"id": "new", "pub": None}}, "form"),
        ("enroller-1", "device", "device", {"key": {"id": "", "pub": PUB_2}}, "form"),
        ("enroller-1", "device", "device", {"key": {"id": "n" * 129, "pub": PUB_2}}, "form"),
        ("enroller-1", "device", "device", {"key": {"id": "new", "pub": PUB_2.upper()}}, "form"),
        ("enroller-1", "device", "device", {"key": {"id": "new", "pub": PUB_2[2:]}}, "form"),
        ("enroller-1", "device", "device", {"key": {"id": "dev-1", "pub": PUB_2}}, "key-id-used"),
        ("enroller-1", "device", "device", {"key": {"id": "root", "pub": PUB_2}}, "key-id-used"),
        ("enroller-1", "device", "device", {"key": {"id": "new", "pub": "00" * 32}}, "weak"),
        ("enroller-1", "device", "device", {"key": PASS | {"pub": P384}}, "form"),
        ("enroller-1", "device", "device", {"key": PASS | {"pub": "00ff"}}, "form"),
        ("enroller-1", "device", "device", {"key": PASS | {"pub": PUB_2}}, "form"),
        ("enroller-1", "device", "server", {"key": PASS}, "form"),
        ("enroller-1", "device", "device", {"key": {"id": "n", "pub": PUB_2, "rp": "x"}}, "form"),
    ],
)
def test_an_unlawful_key_is_refused(
    ring: Keyring, by: str, use: Any, *, held: Any, fields: dict[str, Any], reason: str
) -> None:
    with pytest.raises(KeyRefused) as refused:
        ring.judge(adding(by, str(use), held, **fields) | {"use": use}, NOON)
    assert refused.value.reason == reason


def test_an_enrollers_last_instant_counts_and_the_next_does_not(ring: Keyring) -> None:
    ask = adding("enroller-1", "device", "device")
    ring.judge(ask, NOON)
    with pytest.raises(KeyRefused, match="until"):
        ring.judge(ask, NOON + 1)


def test_an_enroller_ends_a_key_after_its_time_too(ring: Keyring) -> None:
    ring.judge(asked("enroller-1", "key.end", key={"id": "dev-1"}), NOON + 1)


@pytest.mark.parametrize(
    ("by", "ended", "reason"),
    [
        ("root", "dev-1", None),
        ("root", "enroller-1", None),
        ("root", "server-1", None),
        ("root", "log", None),
        ("enroller-1", "dev-1", None),
        ("dev-1", "dev-1", None),
        ("enroller-1", "enroller-1", "signer"),
        ("enroller-1", "server-1", "signer"),
        ("dev-1", "enroller-1", "signer"),
        ("server-1", "dev-1", "signer"),
        ("root", "root", "signer"),
        ("root", "nobody", "unknown-key"),
        ("root", 7, "unknown-key"),
    ],
)
def test_a_key_is_ended_by_those_who_may(
    ring: Keyring, by: str, ended: Any, *, reason: str | None
) -> None:
    ask = asked(by, "key.end", key={"id": ended})
    if reason is None:
        ring.judge(ask, NOON)
        key = ring.apply(ask).find(ended)
        assert key is not None
        assert key.ended
    else:
        with pytest.raises(KeyRefused, match=reason):
            ring.judge(ask, NOON)


def test_an_ended_key_neither_ends_again_nor_signs_nor_is_used_twice(ring: Keyring) -> None:
    end = asked("root", "key.end", key={"id": "dev-1"})
    after = ring.apply(end)
    with pytest.raises(KeyRefused, match="already-ended"):
        after.judge(end, NOON)
    with pytest.raises(KeyRefused, match="signer"):
        after.judge(asked("dev-1", "key.end", key={"id": "dev-1"}), NOON)
    again = adding("enroller-1", "device", "device", key={"id": "dev-1", "pub": PUB_2})
    with pytest.raises(KeyRefused, match="key-id-used"):
        after.judge(again, NOON)
    assert ring.find("dev-1") != after.find("dev-1"), "a keyring never changes"


@pytest.mark.parametrize("fields", [{"key": 7}, {"key": {}}, {"key": {"id": "dev-1"}, "more": 1}])
def test_a_key_end_in_another_form_is_refused(ring: Keyring, fields: dict[str, Any]) -> None:
    with pytest.raises(KeyRefused, match="form"):
        ring.judge(asked("root", "key.end", **fields), NOON)


def test_other_kinds_change_no_key(ring: Keyring) -> None:
    assert ring.apply(asked("dev-1", "Look")) is ring


def test_a_keyring_is_written_and_read(ring: Keyring) -> None:
    ask = adding("enroller-1", "device", "device", key=PASS)
    whole = ring.apply(ask).apply(asked("root", "key.end", key={"id": "dev-1"}))
    plain = canonical.decode(canonical.encode({"keys": whole.to_plain()}))["keys"]
    assert Keyring.from_plain(plain) == whole
    assert [key.id for key in whole.live("device")] == ["new"]


WEAK = [
    "00" * 32,
    "01" + "00" * 31,
    "ec" + "ff" * 30 + "7f",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "ed" + "ff" * 30 + "7f",
    "ee" + "ff" * 30 + "7f",
]


@pytest.mark.parametrize("sign_bit", [0, 0x80])
@pytest.mark.parametrize("text", WEAK)
def test_a_weak_point_is_refused_with_either_sign(text: str, sign_bit: int) -> None:
    pub = bytearray.fromhex(text)
    pub[-1] |= sign_bit
    assert is_weak(bytes(pub))
    with pytest.raises(KeyRefused, match="weak"):
        Keyring.of_root(bytes(pub))


def test_openssl_takes_a_weak_points_one_signature_for_every_message() -> None:
    from showclear.ledger.signing import is_signed

    weak = bytes.fromhex(WEAK[1])
    assert is_signed(weak, b"anything", weak + bytes(32))
    assert is_signed(weak, b"anything else", weak + bytes(32))


def test_a_good_key_is_not_weak() -> None:
    private = new_private()
    assert not is_weak(public_bytes(private))
    assert not is_weak(b"")
    assert public_bytes(load_private(seed_bytes(private))) == public_bytes(private)


def entry(by: str, signer: str | None = None, **fields: Any) -> bytes:
    body = canonical.encode(asked(by, **{"kind": "Look", **fields}))
    return sign(PRIVATE[signer or by], body, by)


@pytest.mark.parametrize(
    ("by", "kind"),
    [("dev-1", "Look"), ("dev-1", "key.end"), ("root", "key.add"), ("enroller-1", "key.end")]
    + [("server-1", kind) for kind in ("AskAnswered", "Relayed", "LedgerMoved")],
)
def test_a_live_key_signs_what_is_its_to_sign(ring: Keyring, by: str, kind: str) -> None:
    assert check_signature(parse_envelope(entry(by, kind=kind)), ring).id == by


@pytest.mark.parametrize(
    ("by", "kind", "reason"),
    [
        ("dev-1", "AskAnswered", "wrong-use"),
        ("root", "Look", "wrong-use"),
        ("enroller-1", "Look", "wrong-use"),
        ("server-1", "Look", "wrong-use"),
        ("server-1", "key.add", "wrong-use"),
        ("log", "Look", "wrong-use"),
        ("dev-2", "Look", "unknown-key"),
    ],
)
def test_another_key_is_unauthentic(ring: Keyring, by: str, kind: str, *, reason: str) -> None:
    with pytest.raises(Unauthentic) as found:
        check_signature(parse_envelope(entry(by, kind=kind)), ring)
    assert found.value.reason == reason


def test_a_bad_signature_and_an_ended_key_are_unauthentic(ring: Keyring) -> None:
    with pytest.raises(Unauthentic, match="bad-signature"):
        check_signature(parse_envelope(entry("dev-1", "dev-2")), ring)
    after = ring.apply(asked("root", "key.end", key={"id": "dev-1"}))
    with pytest.raises(Unauthentic, match="ended-key"):
        check_signature(parse_envelope(entry("dev-1")), after)


@pytest.fixture
def with_passkey(ring: Keyring) -> Keyring:
    ask = adding("enroller-1", "device", "device", key=PASS)
    ring.judge(ask, NOON)
    return ring.apply(ask)


def test_a_passkey_signs_an_act(with_passkey: Keyring) -> None:
    envelope = parse_envelope(passkeys.assertion(asked("new", "Look")))
    key = check_signature(envelope, with_passkey)
    assert key.is_passkey


@pytest.mark.parametrize(
    "change",
    [
        {"type": "webauthn.create"},
        {"challenge": "x"},
        {"origin": "https://evil.example"},
        {"rp": "evil.example"},
        {"flags": 1},
        {"flags": 4},
        {"length": 36},
        {"sig": b"x"},
    ],
)
def test_a_passkey_that_signed_something_else_is_unauthentic(
    with_passkey: Keyring, change: dict[str, Any]
) -> None:
    envelope = parse_envelope(passkeys.assertion(asked("new", "Look"), **change))
    with pytest.raises(Unauthentic, match="bad-signature"):
        check_signature(envelope, with_passkey)


def test_a_passkey_with_client_data_that_is_no_json_is_unauthentic(with_passkey: Keyring) -> None:
    body = canonical.encode(asked("new", "Look"))
    sig, passkey = passkeys.sign(pae(body))
    broken = seal(body, keyid="new", sig=sig, passkey=replace(passkey, client_data=b"{"))
    with pytest.raises(Unauthentic, match="bad-signature"):
        check_signature(parse_envelope(broken), with_passkey)


def test_the_two_forms_of_signature_are_not_mixed(with_passkey: Keyring) -> None:
    with pytest.raises(Unauthentic, match="bad-signature"):
        check_signature(parse_envelope(entry("new", "dev-2")), with_passkey)
    body = canonical.encode(asked("dev-1", "Look"))
    mixed = seal(
        body, keyid="dev-1", sig=PRIVATE["dev-1"].sign(pae(body)), passkey=Passkey(b"", b"")
    )
    with pytest.raises(Unauthentic, match="bad-signature"):
        check_signature(parse_envelope(mixed), with_passkey)


def test_possession_is_shown_over_a_fresh_challenge(with_passkey: Keyring) -> None:
    key = with_passkey.find("dev-1")
    assert key is not None
    sig = PRIVATE["dev-1"].sign(possession_message(b"fresh"))
    check_possession(key, b"fresh", sig)
    with pytest.raises(Unauthentic):
        check_possession(key, b"stale", sig)
    passkey = with_passkey.find("new")
    assert passkey is not None
    sig, around = passkeys.sign(possession_message(b"fresh"))
    check_possession(passkey, b"fresh", sig, passkey=around)


def test_the_door_and_the_verifier_know_the_same_keys() -> None:
    from showclear.ledger import verify

    show = Show().begin().play()
    log, _ = verify.verify_log(show.entries, [show.cosigned().encode()], show.trust())
    ring = Keyring.of_root(PUB["root"])
    for ask in (parse_envelope(entry).fields for entry in show.entries):
        ring = ring.apply(ask)
    assert {name: key.raw for name, key in log.keys.items()} == {
        name: key.pub for name, key in ring.keys.items()
    }


def test_an_instant_is_read_to_the_millisecond() -> None:
    assert parse_instant("1970-01-01T00:00:01.001Z") == 1001
    assert parse_instant("1970-01-01T00:00:01Z") == 1000
