"""Attend beside the floor on pseudo-terminals: every key goes to each program in turn."""

import os
import statistics
import time

from frames import write_frames
from programs import Program

PLACE = "whole-sentence:all-weights"

# What is pressed, in order: the name of what is measured, the keys of one turn, how often. Nameless keys only lead on.
SCRIPT = [
    (None, [["Right"], ["Left"]], 2),
    ("step", [["Right"], ["Left"]], 6),
    ("page", [["n"], ["p"]], 5),
    (None, [["Tab"], ["Tab"], ["Down"], ["Right"], ["Right"]], 1),
    ("arrow", [["Left"], ["Right"]], 10),
    ("edit", [["+"], ["-"]], 10),
    ("burst", [["+"] * 30, ["-"] * 30], 2),
    *3 * [("escape", [["Escape"]], 1), (None, [["Tab"]], 1)],
    (None, [["q"]], 1),
]
QUIT = "q"
IDLE_SECONDS = 4


def script_keys():
    """Every key of the script, in order."""
    keys = [key for _, turn, count in SCRIPT for _ in range(count) for press in turn for key in press]
    return keys + [QUIT]


class TerminalBench:
    """Three programs with the same screens at one size, measured in rounds."""

    def __init__(self, attend, floor, folder, columns, rows):
        self.columns, self.rows = columns, rows
        frames = f"{folder}/frames-{columns}x{rows}"
        write_frames(frames, attend, PLACE, script_keys(), columns, rows)
        self.commands = {
            "attend": [attend, PLACE],
            "rows": [floor, "rows", frames],
            "all": [floor, "all", frames],
        }
        self.environment = {
            "PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": folder,
            "XDG_STATE_HOME": f"{folder}/state", "XDG_RUNTIME_DIR": folder, "XDG_CONFIG_HOME": f"{folder}/config",
        }
        # What was measured, by what and program: one figure a round.
        self.figures = {}

    def start(self, name, watched=None):
        # Each session is somebody's first.
        os.system(f"rm -rf '{self.environment['XDG_STATE_HOME']}'")
        return Program(name, self.commands[name], self.columns, self.rows, self.environment, watched)

    def keep(self, what, name, figure):
        self.figures.setdefault(what, {}).setdefault(name, []).append(figure)

    def measure_starts(self, count):
        """First frames and memory, one program after the other."""
        for turn in range(count):
            for name in self.in_turn(turn):
                program = self.start(name)
                self.keep("first frame, ms", name, program.first_frame * 1e3)
                self.keep("first frame, CPU ms", name, program.cpu() * 1e3)
                self.keep("first frame, bytes", name, program.bytes)
                everything, own = program.resident()
                self.keep("resident, MiB", name, everything / 1024)
                self.keep("resident without files, MiB", name, own / 1024)
                program.end()

    def measure_round(self, turn):
        """One session: every key of the script to each program in turn, then rest, then the end."""
        programs = {name: self.start(name) for name in self.in_turn(turn)}
        try:
            for what, keys, count in SCRIPT:
                self.measure_keys(what, keys, count, programs)
            for name, program in programs.items():
                self.keep("resident after the session, MiB", name, program.resident()[0] / 1024)
            self.measure_rest(programs)
            for name, program in programs.items():
                self.keep("quit, ms", name, program.quit(QUIT) * 1e3)
        finally:
            for program in programs.values():
                program.end()

    def measure_keys(self, what, turn, count, programs):
        before = {name: (program.cpu(), program.bytes) for name, program in programs.items()}
        taken = {name: [] for name in programs}
        for repetition in range(count):
            for press in turn:
                for name in self.in_turn(repetition):
                    taken[name].append(programs[name].press(*press))
        if what is None:
            return
        for name, program in programs.items():
            cpu, size = before[name]
            presses = len(taken[name])
            self.keep(f"{what}, ms", name, statistics.median(taken[name]) * 1e3)
            self.keep(f"{what}, CPU ms", name, (program.cpu() - cpu) / presses * 1e3)
            self.keep(f"{what}, bytes", name, (program.bytes - size) / presses)

    def count_writes(self):
        """One session whose write calls to the terminal are counted, which takes too long to measure anything else."""
        for name in self.commands:
            program = self.start(name, watched=f"{self.environment['HOME']}/writes")
            try:
                self.keep("first frame, write calls", name, program.writes())
                for what, turn, count in SCRIPT:
                    before, presses = program.writes(), count * turn
                    for press in presses:
                        program.press(*press)
                    if what:
                        self.keep(f"{what}, write calls", name, (program.writes() - before) / len(presses))
            finally:
                program.end()

    def measure_rest(self, programs):
        """What a program does while nobody touches it."""
        time.sleep(2)
        for program in programs.values():
            program.listen(0, patience=0)
        before = {name: (program.bytes, program.wakings()) for name, program in programs.items()}
        time.sleep(IDLE_SECONDS)
        for name, program in programs.items():
            program.listen(0, patience=0)
            self.keep("idle, bytes", name, program.bytes - before[name][0])
            self.keep("idle, wake-ups", name, program.wakings() - before[name][1])

    def in_turn(self, turn):
        """The programs in an order that changes from turn to turn, so that none is always first."""
        names = list(self.commands)
        shift = turn % len(names)
        return names[shift:] + names[:shift]
