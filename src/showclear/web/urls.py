"""Which address shows which page?"""

from django.urls import include, path

from showclear.web import drawn
from showclear.web.health import healthz
from showclear.web.screens import screen_view
from showclear.web.views.enrol import enrol
from showclear.web.views.home import home, key, mode, scan
from showclear.web.views.restart import restart
from showclear.web.views.stop import stop, stopped, unattended
from showclear.web.views.texts import keep_text

SHOW, WEAPON = "s/<slug:show>/", "s/<slug:show>/w/<str:weapon>/"
BOX = "s/<slug:show>/r/<str:lot>/"

urlpatterns = [
    path("", home, name="home"),
    path("healthz", healthz, name="healthz"),
    path("mode/", mode, name="mode"),
    path("accounts/", include("showclear.web.accounts")),
    path("api/", include("showclear.api.urls")),
    path(SHOW, screen_view(drawn.BOARD), name="board"),
    path(SHOW + "wall/", screen_view(drawn.WALL), name="wall"),
    path(SHOW + "line/", screen_view(drawn.LINE), name="line"),
    path(SHOW + "log/", screen_view(drawn.LOG), name="log"),
    path(SHOW + "log/<int:before>/", screen_view(drawn.LOG), name="older-log"),
    path(SHOW + "scan/", scan, name="scan"),
    path(SHOW + "enrol/", enrol, name="enrol"),
    path(SHOW + "key/", key, name="key"),
    path(SHOW + "stop/", stop, name="stop"),
    path(SHOW + "stopped/<slug:act>/", stopped, name="stopped"),
    path(SHOW + "unattended/", unattended, name="unattended"),
    path(SHOW + "texts/", keep_text, name="texts"),
    path(SHOW + "restart/<str:stop>/", restart, name="restart"),
    path(SHOW + "answers/", screen_view(drawn.BOARD), name="answers"),
    path(SHOW + "answers/<str:ask>/", screen_view(drawn.ANSWER), name="answer"),
    path(SHOW + "rounds/", screen_view(drawn.ROUNDS), name="rounds"),
    path(BOX, screen_view(drawn.BOX), name="box"),
    path(BOX + "do/<str:page>/", screen_view(drawn.BOX_ACT), name="box-do"),
    path(WEAPON, screen_view(drawn.WEAPON), name="weapon"),
    path(WEAPON + "do/<str:page>/", screen_view(drawn.ACT), name="do"),
    path(WEAPON + "show-list/", screen_view(drawn.SHOW_LIST), name="show-list"),
]
