"""Which settings has the server of the bench? Those of the product, and one table more."""

from showclear.web.settings import *  # noqa: F403
from showclear.web.settings import INSTALLED_APPS as OURS

INSTALLED_APPS = [*OURS, "simple_history", "bench.served.apps.ServedConfig"]
ROOT_URLCONF = "bench.served.urls"
