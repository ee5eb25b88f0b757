"""Does every command answer with an exit code and one sentence, as the table of the design says?"""

import json
import logging
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from asyncio import CancelledError
from pathlib import Path
from urllib.request import urlopen

import pytest

from showclear.cli import main
from showclear.cli.server import matters

CLEAN = {name: text for name, text in os.environ.items() if not name.startswith("SHOWCLEAR_")}
VERBS = ("demo", "serve", "verify", "export", "erase", "at", "sheet", "rules")


def showclear(*words: object) -> "subprocess.CompletedProcess[str]":
    """Run the command as a person would."""
    return subprocess.run(
        [sys.executable, "-m", "showclear.cli.main", *map(str, words)],
        capture_output=True,
        text=True,
        env=CLEAN,
        timeout=60,
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the demonstration once."""
    data = tmp_path_factory.mktemp("demo") / "data"
    done = showclear("demo", "--no-serve", "--data", data)
    assert done.returncode == 0, done.stderr
    assert "Ines Varga" in done.stdout
    return data


@pytest.fixture
def data(made: Path, tmp_path: Path) -> Path:
    """Give the test a copy that it may break."""
    return Path(shutil.copytree(made, tmp_path / "data"))


def is_one_sentence(text: str) -> bool:
    return text.count("\n") == 1 and "Traceback" not in text


@pytest.mark.parametrize("verb", VERBS)
def test_every_command_explains_itself(verb: str) -> None:
    done = showclear(verb, "--help")
    assert done.returncode == 0
    assert "usage" in done.stdout


def test_an_unknown_command_is_one_sentence_that_names_the_commands() -> None:
    done = showclear("fly")
    assert done.returncode == 2
    assert is_one_sentence(done.stderr)
    assert all(verb in done.stderr for verb in VERBS)


def test_a_command_whose_module_is_missing_names_the_others(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(main.COMMANDS, "fly", "showclear.cli.fly")
    with pytest.raises(SystemExit):
        main.main(["fly"])
    told = capsys.readouterr().err
    assert all(verb in told for verb in VERBS)


@pytest.mark.enable_socket
def test_a_port_that_is_taken_is_told_before_anything_is_made(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = held.getsockname()[1]
        done = showclear("demo", "--port", port, "--data", tmp_path / "data")
    assert done.returncode == 2
    assert is_one_sentence(done.stderr) and "is taken" in done.stderr
    assert not (tmp_path / "data").exists()


def test_the_demonstration_is_whole_and_is_made_once(data: Path) -> None:
    done = showclear("verify", data, "--sheet", data / "sheet.json", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["exit"] == 0
    again = showclear("demo", "--no-serve", "--data", data)
    assert again.returncode == 0
    assert "was here already" in again.stdout


def test_without_a_sheet_verify_says_what_it_does_not_prove(data: Path) -> None:
    assert "proves nothing against its keeper" in showclear("verify", data).stdout


def test_reading_a_data_folder_makes_no_file_in_it(data: Path) -> None:
    before = sorted(path.name for path in data.rglob("*"))
    showclear("verify", data)
    assert sorted(path.name for path in data.rglob("*")) == before


@pytest.mark.parametrize("path", ["/nowhere", "/etc/passwd", "/etc"])
def test_what_is_none_of_ours_is_two_and_one_sentence(path: str) -> None:
    done = showclear("verify", path)
    assert done.returncode == 2
    assert is_one_sentence(done.stderr)


def test_a_database_that_is_none_is_two_and_one_sentence(data: Path) -> None:
    (data / "showclear.sqlite3").write_bytes(b"not a database at all" * 100)
    for verb in (("verify", data), ("serve", "--data", data), ("demo", "--data", data)):
        done = showclear(*verb)
        assert done.returncode == 2
        assert is_one_sentence(done.stderr), done.stderr


def test_a_lost_database_is_not_replaced_by_an_empty_one(data: Path) -> None:
    (data / "showclear.sqlite3").unlink()
    done = showclear("serve", "--data", data, "--port", "8433")
    assert done.returncode == 2
    assert "Put the database back" in done.stderr
    assert not (data / "showclear.sqlite3").exists()


def test_a_changed_entry_is_one_and_is_named(data: Path) -> None:
    with sqlite3.connect(data / "showclear.sqlite3") as file:
        file.execute("drop trigger entry_u")
        file.execute("update entry set body = cast(replace(body, 'a', 'b') as blob) where n = 9")
    file.close()
    done = showclear("verify", data)
    assert done.returncode == 1
    assert "entry 9" in done.stderr


def test_keys_that_others_can_read_keep_the_server_from_starting(data: Path) -> None:
    (data / "keys" / "demo" / "server.key").chmod(0o644)
    done = showclear("serve", "--data", data, "--port", "8433")
    assert done.returncode == 2
    assert "chmod 600" in done.stderr


def test_a_foreign_file_keeps_the_server_from_starting(data: Path) -> None:
    (data / "holiday.jpg").write_bytes(b"x")
    done = showclear("serve", "--data", data, "--port", "8433")
    assert done.returncode == 2
    assert is_one_sentence(done.stderr)


def test_a_second_server_on_the_same_folder_is_one_sentence(data: Path) -> None:
    with (data / "serving.lock").open("a") as held:
        import fcntl

        fcntl.flock(held, fcntl.LOCK_EX)
        done = showclear("serve", "--data", data, "--port", "8431")
    assert done.returncode == 2
    assert "Another server" in done.stderr


@pytest.mark.enable_socket
def test_the_server_says_where_and_ends_its_boards_without_a_word(data: Path) -> None:
    words = ["-W", "default", "-m", "showclear.cli.main", "serve", "--data", str(data)]
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, *words, "--port", str(port)],
        env=CLEAN,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert server.stdout is not None
    told = server.stdout.readline()
    with (
        urlopen(f"http://127.0.0.1:{port}/s/demo/wall/?live") as one,
        urlopen(f"http://127.0.0.1:{port}/s/demo/wall/?live") as two,
    ):
        assert one.readline() == two.readline() == b"event: board\n"
        with urlopen(f"http://127.0.0.1:{port}/static/css/look.css") as style:
            assert b"How every screen looks" in style.read()
        server.send_signal(signal.SIGINT)
        rest, wrong = server.communicate(timeout=20)
    assert told == f"Serving on http://127.0.0.1:{port}/ until Ctrl-C.\n"
    assert (server.returncode, rest, wrong) == (0, "", "")
    assert showclear("verify", data).returncode == 0


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as held:
        return int(held.getsockname()[1])


@pytest.mark.parametrize(("wrong", "is_told"), [(CancelledError(), False), (OSError(), True)])
def test_only_what_was_broken_off_is_kept_out_of_the_log(
    wrong: BaseException, is_told: bool
) -> None:
    info = (type(wrong), wrong, None)
    record = logging.LogRecord("uvicorn.error", logging.ERROR, "", 0, "fault", None, info)
    assert matters(record) is is_told


def test_the_bundle_of_an_erased_person_verifies_and_holds_no_name(
    data: Path, tmp_path: Path
) -> None:
    first, second = tmp_path / "a.zip", tmp_path / "b.zip"
    show = ("--show", "demo", "--data", data)
    assert showclear("export", *show, "--out", first).returncode == 0
    erased = showclear("erase", *show, "--person", "Bea Tran")
    assert "a.zip" in erased.stdout
    assert showclear("export", *show, "--out", second).returncode == 0
    assert showclear("verify", second, "--sheet", data / "sheet.json").returncode == 0
    assert b"Bea Tran" in first.read_bytes()
    assert b"Bea Tran" not in second.read_bytes()
    assert b"Bea Tran" not in (data / "showclear.sqlite3").read_bytes()
    assert showclear("verify", data).returncode == 0


def test_at_tells_who_held_what(data: Path) -> None:
    now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    show = ("at", "--show", "demo", "--data", data, "--json")
    found = json.loads(showclear(*show, "--time", now, "--weapon", "18").stdout)["weapons"]
    assert found[0]["condition"] == "unknown"
    assert found[0]["holder"]
    assert showclear(*show, "--time", "2001-01-01").returncode == 0
    lines = showclear(*show[:-1], "--time", now).stdout
    assert "Petra Hahn" in lines and found[0]["holder"] not in lines
    assert not re.search(r"[a-z0-9]{26}", lines)
    assert showclear(*show, "--time", "2001-01-01", "--weapon", "18").returncode == 2
    assert showclear(*show, "--time", "noon").returncode == 2


def test_every_rule_is_listed_with_why_and_what_instead() -> None:
    found = json.loads(showclear("rules", "--json").stdout)
    assert found
    assert all(each["title"] and each["layer"] for each in found)
