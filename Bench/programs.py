"""Programs on pseudo-terminals of their own, and what their keys cost."""

import fcntl
import os
import select
import shutil
import signal
import struct
import termios
import time

KEYS = {
    "Right": b"\x1bOC", "Left": b"\x1bOD", "Up": b"\x1bOA", "Down": b"\x1bOB",
    "Tab": b"\t", "Escape": b"\x1b", "Enter": b"\r",
}
# A screen is whole when nothing has followed it for so long, in seconds. It says when to stop listening, not what is
# measured: that is the arrival of the last byte.
SILENCE = 0.012
STARTING_SILENCE = 0.060
LIMIT = 5.0


class Program:
    """A program from its start to its end."""

    def __init__(self, name, words, columns, rows, environment, watched=None):
        """Starts it; `watched` is a file in which strace notes what it writes to the terminal."""
        self.name, self.watched = name, watched
        self.terminal, other = os.openpty()
        fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("4H", rows, columns, 0, 0))
        path = os.ttyname(other)
        if watched:
            words = [shutil.which("strace"), "-o", watched, "-e", "trace=write", "-P", path, *words]
        # The first file that a session leader opens is its terminal.
        files = [(os.POSIX_SPAWN_OPEN, 0, path, os.O_RDWR, 0), (os.POSIX_SPAWN_DUP2, 0, 1), (os.POSIX_SPAWN_DUP2, 0, 2)]
        self.bytes = 0
        began = time.perf_counter()
        self.process = os.posix_spawn(words[0], words, environment, file_actions=files, setsid=True)
        # Counts the program's own time to the nanosecond: the number that clock_getcpuclockid(3) would give.
        self.clock = (~self.process << 3) | 2
        self.first_frame = self.listen(began, STARTING_SILENCE)
        os.close(other)
        assert self.bytes, f"{name} shows nothing"

    def listen(self, began, silence=SILENCE, patience=LIMIT):
        """Reads until nothing follows; the seconds until the last byte, None where there is nothing."""
        last = None
        while select.select([self.terminal], [], [], patience)[0]:
            count = self.read()
            if count == 0:
                break
            last, patience = time.perf_counter(), silence
            self.bytes += count
        return None if last is None else last - began

    def read(self):
        """Takes what the program has written: how many bytes; 0 once it has closed the terminal."""
        try:
            return len(os.read(self.terminal, 1 << 16))
        except OSError:
            return 0

    def press(self, *keys):
        """Types keys at once; the seconds until the screen shows them."""
        text = b"".join(KEYS.get(key, key.encode()) for key in keys)
        began = time.perf_counter()
        os.write(self.terminal, text)
        taken = self.listen(began)
        assert taken is not None, f"{self.name} does not answer {' '.join(keys)}"
        return taken

    def cpu(self):
        """The seconds of processor time so far, of all threads."""
        return time.clock_gettime(self.clock)

    def writes(self):
        """How often it has written to the terminal."""
        with open(self.watched) as lines:
            return sum(line.startswith("write(") for line in lines)

    def wakings(self):
        """How often it has waited and gone on."""
        return int(self.proc("status", "voluntary_ctxt_switches"))

    def resident(self):
        """The memory in use, in KiB: all of it, and what is no file's."""
        return int(self.proc("status", "VmRSS").split()[0]), int(self.proc("status", "RssAnon").split()[0])

    def proc(self, file, field):
        with open(f"/proc/{self.process}/{file}") as lines:
            return next(line.split(":")[1].strip() for line in lines if line.startswith(field + ":"))

    def quit(self, key):
        """Presses the last key; the seconds until the process has ended."""
        began = time.perf_counter()
        os.write(self.terminal, KEYS.get(key, key.encode()))
        # What is written to a terminal has to be read, or the writer waits.
        while self.read():
            pass
        os.waitpid(self.process, 0)
        taken = time.perf_counter() - began
        self.process = 0
        os.close(self.terminal)
        return taken

    def end(self):
        """Ends it by force if it is still there, and forgets it."""
        if self.process:
            ended, _ = os.waitpid(self.process, os.WNOHANG)
            if not ended:
                os.kill(self.process, signal.SIGKILL)
                os.waitpid(self.process, 0)
            os.close(self.terminal)
            self.process = 0
