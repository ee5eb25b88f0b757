"""What does this installation run on? Django's settings; the environment is read in one function.

Two kinds of place: the cart box keeps everything in one folder; a studio puts the database on
PostgreSQL and leaves keys and media in the folder.
"""

import os
import secrets
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

SECRET_LENGTH_MIN = 50
BUSY_SECONDS_MAX = 20  # how long a writer waits for the one before it
HSTS_SECONDS = 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """What the environment says, parsed once."""

    data: Path
    keys: Path
    database_url: str | None
    hosts: tuple[str, ...]
    https: bool
    secret: str | None


def read_environment(env: Mapping[str, str]) -> Environment:
    """Read every variable that Showclear knows; docs/reference/settings.md describes each."""
    data = Path(env.get("SHOWCLEAR_DATA") or "showclear-data").absolute()
    hosts = env.get("SHOWCLEAR_HOSTS") or "localhost,127.0.0.1,[::1]"
    return Environment(
        data=data,
        keys=Path(env.get("SHOWCLEAR_KEYS_DIR") or data / "keys").absolute(),
        database_url=env.get("SHOWCLEAR_DATABASE_URL") or None,
        hosts=tuple(host.strip() for host in hosts.split(",") if host.strip()),
        https=read_switch(env, "SHOWCLEAR_HTTPS"),
        secret=env.get("SHOWCLEAR_SECRET") or None,
    )


def read_switch(env: Mapping[str, str], name: str) -> bool:
    """Read a switch; refuse what is neither on nor off."""
    value = env.get(name, "")
    if value not in {"", "0", "1"}:
        raise ImproperlyConfigured(f"{name} is {value!r}; write 1 for on, 0 for off.")
    return value == "1"


def find_secret(environment: Environment) -> str:
    """Return the secret of the sessions; make it on first use."""
    if environment.secret is not None:
        if len(environment.secret) < SECRET_LENGTH_MIN:
            raise ImproperlyConfigured(f"SHOWCLEAR_SECRET is under {SECRET_LENGTH_MIN} characters.")
        return environment.secret
    path = environment.keys / "django-secret"
    if not path.exists():
        make_secret(path)
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise ImproperlyConfigured(f"Others can read {path}; run chmod 600 on it.")
    return path.read_text("ascii").strip()


def make_secret(path: Path) -> None:
    """Write a new secret that only its owner can read."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode=0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(64))
    try:
        # A link never replaces a file: of two processes that start at once, the first one wins.
        path.hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def sqlite(path: Path) -> dict[str, Any]:
    """Describe the database of a cart box: durable at every commit, one writer at a time."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "timeout": BUSY_SECONDS_MAX,
            "transaction_mode": "IMMEDIATE",
            # Without recursive triggers INSERT OR REPLACE slips past a trigger on DELETE.
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;"
            "PRAGMA recursive_triggers=ON;",
        },
    }


def postgresql(url: str) -> dict[str, Any]:
    """Describe the database of a studio: postgresql://user:password@host:port/name?host=/socket."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured("SHOWCLEAR_DATABASE_URL must begin with postgresql://.")
    socket = parse_qs(parts.query).get("host", [""])[0]
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.removeprefix("/")) or "postgres",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": socket or parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": {"pool": True},
    }


HERE = read_environment(os.environ)
DATA = HERE.data
KEYS = HERE.keys
SECRET_KEY = find_secret(HERE)
DEBUG = False
ALLOWED_HOSTS = list(HERE.hosts)
DATABASES = {
    "default": postgresql(HERE.database_url)
    if HERE.database_url
    else sqlite(DATA / "showclear.sqlite3")
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "showclear.web.urls"
ASGI_APPLICATION = "showclear.web.asgi.application"
INSTALLED_APPS = [
    "showclear.web",  # first: its templates stand before those of the libraries
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "template_partials",
    "showclear.store",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "showclear.web.static_files.StaticFiles",
    "showclear.web.middleware.safe_headers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}Validator"}
    for name in ("MinimumLength", "CommonPassword")
]
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_REDIRECT_URL = "/"
LOGIN_URL = "/accounts/login/"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True

# Secure cookies would keep everybody out of the demonstration on http://127.0.0.1.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HERE.https
SECURE_HSTS_SECONDS = HSTS_SECONDS if HERE.https else 0
# A set's own name is not on the web: no other names below it, and no preload list.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("es", "Español")]
TIME_ZONE = "UTC"
USE_TZ = True
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True  # files are served as installed; nothing is collected first
