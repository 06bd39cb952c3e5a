"""The reading process as the one that asks sees it."""

import atexit
import os
import pickle
import signal
import subprocess
import sys
from contextlib import suppress
from multiprocessing.connection import Pipe

from ingest.errors import UnreadableFileError
from ingest.limited.child import Reply, Task
from ingest.limited.limits import too_slow

_CODE = "from ingest.limited.child import main; main()"
_KEPT = 1
"""How many idle processes are kept for the next file: starting one takes longer than reading a short letter."""


class Worker:
    """A process that reads one file at a time. It ends by itself when this one does, however that comes about."""

    def __init__(self) -> None:
        self.pipe, theirs = Pipe()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 — this very interpreter
                [sys.executable, "-c", _CODE, str(theirs.fileno())],
                pass_fds=(theirs.fileno(),),
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                process_group=0,  # Ctrl+C is for the one who asks
            )
        self._task: Task | None = None

    def give(self, task: Task) -> None:
        """Ask for a file to be read; when the process has ended meanwhile, `take` says so."""
        self._task = task
        with suppress(OSError):
            self.pipe.send(task)

    def take(self) -> Reply:
        """What came of it; waits until it is there. The last reply of a process is told as such, however it ended."""
        try:
            reply: Reply = pickle.loads(self.pipe.recv_bytes())  # noqa: S301 — from a process of our own
        except (EOFError, OSError):
            self.end()
            return Reply(self._why_ended(), last=True)
        if reply.last:
            self.end()
        return reply

    def end(self) -> None:
        """Let the process go: it ends when it sees that nobody asks, and is made to when it does not."""
        self.pipe.close()
        try:
            self._process.wait(1.0)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> None:
        """End the process at once, whatever it does."""
        self.pipe.close()
        self._process.kill()
        with suppress(subprocess.TimeoutExpired):  # one that hangs in the kernel ends when its disk answers
            self._process.wait(1.0)

    def _why_ended(self) -> UnreadableFileError | None:
        """What the kernel ended it for, None when that is not known."""
        if self._task is not None and self._process.returncode == -signal.SIGXCPU:
            return too_slow(self._task.seconds)
        return None


_idle: list[Worker] = []


def borrowed() -> Worker:
    """A process to read with: an idle one, or a new one."""
    try:
        return _idle.pop()
    except IndexError:
        return Worker()


def given_back(worker: Worker) -> None:
    """Keep a process that has nothing to do for the next file, or let it go."""
    if len(_idle) < _KEPT:
        _idle.append(worker)
    else:
        worker.end()


def _let_go() -> None:
    while _idle:
        _idle.pop().end()


atexit.register(_let_go)
os.register_at_fork(after_in_child=_idle.clear)  # the idle process belongs to the one that started it
