"""What do all tests share? A data directory of their own, and the two databases."""

import os
import tempfile

# Django reads its settings when the first test is collected, so the place is chosen here.
_data = tempfile.TemporaryDirectory(prefix="showclear-test-")
for _name in [name for name in os.environ if name.startswith("SHOWCLEAR_")]:
    del os.environ[_name]
os.environ["SHOWCLEAR_DATA"] = _data.name
os.environ["DJANGO_SETTINGS_MODULE"] = "showclear.web.settings"
