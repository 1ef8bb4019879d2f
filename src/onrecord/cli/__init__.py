"""The command line: `onrecord`.  A face: it holds no logic."""


def main() -> None:
    """The entry point of the `onrecord` command."""
    from onrecord.cli.app import app

    app(prog_name="onrecord")
