"""What does every test in a browser share? Debian's Chromium, and a real server on loopback."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, ViewportSize, sync_playwright

CHROMIUM_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE: ViewportSize = {"width": 390, "height": 844}
STATIC = Path(__file__).parents[2] / "src/showclear/web/static"


# Not for the whole run: Playwright's loop would run on under the tests of other folders, and
# Django refuses the database to whoever has one.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start Chromium for the tests of one file."""
    chromium = shutil.which("chromium")
    assert chromium, "install the package 'chromium' (make browser does, as root)"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGS)
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open an empty page that may load our modules; no server is needed for that."""
    context = browser.new_context()
    opened = context.new_page()

    def answer(route: Route) -> None:
        path = route.request.url.split("/static/")
        if len(path) == 1:
            route.fulfill(body="<!doctype html><title>x</title>", content_type="text/html")
        else:
            route.fulfill(path=STATIC / path[1])

    opened.route("**/*", answer)
    opened.goto("http://localhost:9/")
    yield opened
    context.close()


@dataclass(frozen=True)
class Served:
    """A running server: its address, its process, its data."""

    url: str
    process: subprocess.Popen[bytes]
    data: Path

    def freeze(self) -> None:
        """Stop the process in mid-air: sockets stay open, nothing answers."""
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        self.process.send_signal(signal.SIGCONT)


def free_port() -> int:
    """Return a port of loopback on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(url: str, process: "subprocess.Popen[bytes]") -> None:
    """Wait until the server answers."""
    for _ in range(200):
        assert process.poll() is None, "the server ended"
        try:
            urllib.request.urlopen(url, timeout=2).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the server did not answer")


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Play a small show into a data directory: four people, three weapons, one set-up."""
    data = tmp_path_factory.mktemp("played")
    script = Path(__file__).with_name("play_show.py")
    env = {**os.environ, "SHOWCLEAR_DATA": str(data)}
    subprocess.run([sys.executable, str(script)], env=env, check=True, timeout=120)
    return data


@pytest.fixture
def server(played: Path, tmp_path: Path) -> Iterator[Served]:
    """Serve a copy of the played show; each test has its own."""
    data = tmp_path / "data"
    shutil.copytree(played, data)
    port = free_port()
    env = {**os.environ, "SHOWCLEAR_DATA": str(data), "PYTHONWARNINGS": "ignore"}
    command = [sys.executable, "-m", "uvicorn", "showclear.web.asgi:application"]
    command += ["--port", str(port), "--log-level", "warning", "--timeout-graceful-shutdown", "1"]
    process = subprocess.Popen(command, env=env)
    try:
        wait_for(f"http://localhost:{port}/", process)
        yield Served(f"http://localhost:{port}", process, data)
    finally:
        process.send_signal(signal.SIGCONT)
        process.kill()
        process.wait()


OpenPhone = Callable[[str], Page]


@pytest.fixture
def open_phone(browser: Browser, server: Served) -> Iterator[OpenPhone]:
    """Give a person a phone of his own: signed in, with a key made in that browser."""
    contexts: list[BrowserContext] = []

    def opened(username: str) -> Page:
        context = browser.new_context(viewport=PHONE, locale="en-GB")
        context.set_default_timeout(8000)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{server.url}/accounts/login/?next=/s/demo/enrol/")
        page.fill("[name=login]", username)
        page.fill("[name=password]", "long enough to type")
        page.click("button[type=submit]")
        page.click("text=Make the key")
        page.wait_for_url("**/s/demo/")
        return page

    yield opened
    for context in contexts:
        context.close()
