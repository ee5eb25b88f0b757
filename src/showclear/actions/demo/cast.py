"""Who and what is in the demonstration? Every name is invented."""

from typing import NamedTuple

SHOW_ID, ORIGIN, TITLE = "demo", "ledger.example/shows/demo", "Long Acre"
ZONE, UNIT = "America/Denver", "main"
PASSWORD = "demo"  # noqa: S105 - printed at start; the demonstration holds nobody's data


class Member(NamedTuple):
    """A person of the demonstration; `pin` is printed at start."""

    key: str
    name: str
    roles: tuple[str, ...]
    pin: str

    @property
    def username(self) -> str:
        """The first name, in small letters."""
        return self.name.split()[0].lower()


class Piece(NamedTuple):
    """A weapon of the demonstration."""

    key: str
    tag: str
    form: str
    capacity: int
    weapon_class: str


PEOPLE = (
    Member("ines", "Ines Varga", ("armorer",), "1201"),
    Member("tom", "Tom Adeyemi", ("second",), "1302"),
    Member("mara", "Mara Lindqvist", ("performer",), "1403"),
    Member("rafe", "Rafe Oduya", ("performer",), "1504"),
    Member("joss", "Joss Okafor", ("ad",), "1605"),
    Member("petra", "Petra Hahn", ("handler",), "1706"),
    Member("bea", "Bea Tran", ("crew",), "1807"),
    Member("kofi", "Kofi Mensah", ("crew",), "1908"),
    Member("lena", "Lena Brandt", ("producer",), "2009"),
    Member("omar", "Omar Castell", ("prop-master",), "2110"),
)

WEAPONS = (
    Piece("w07", "07", "Revolver, pin out", 6, "disabled"),
    Piece("w18", "18", "Revolver", 6, "live-capable"),
    Piece("w22", "22", "Revolver", 6, "blank-only"),
    Piece("w09", "09", "Lever rifle", 10, "blank-only"),
    Piece("w12", "12", "Shotgun, double", 2, "live-capable"),
    Piece("w31", "31", "Revolver, rubber", 0, "rubber"),
    Piece("w32", "32", "Revolver, rubber", 0, "rubber"),
    Piece("w40", "40", "Rifle, replica", 0, "replica"),
    Piece("w51", "51", "Knife, blunt", 0, "blade-blunt"),
    Piece("w52", "52", "Knife, sharp", 0, "blade-sharp"),
)

PLACES = {"cabinet": "Cabinet 2", "safe": "Safe 1"}


class Box(NamedTuple):
    """A box of rounds of the demonstration; two of each are put aside, sealed."""

    key: str
    label: str
    strength: str | None
    rounds: int
    supplier: str
    line: str
    fits: tuple[str, ...]


BOXES = (
    Box("d118", "dummy", None, 50, "Mesa Prop Rounds", "D-118, 50 dummies, drilled", ()),
    Box("b044", "blank", "quarter", 100, "Blank Works", "B-044, 100 blanks, quarter", ("SA-5",)),
)

SEALED = 2
