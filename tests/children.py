"""How tests start processes that they mean to interrupt."""

import signal


def interruptible() -> None:
    """For `preexec_fn`: Ctrl-C works in the child, even where the test run itself was started in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
