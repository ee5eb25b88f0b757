"""What does a command say when it cannot do what was asked?"""


class Wrong(Exception):
    """One sentence for standard error, and the exit code."""

    def __init__(self, sentence: str, code: int = 2) -> None:
        super().__init__(sentence)
        self.code = code
