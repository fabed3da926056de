"""The frames that Attend shows for a script of keys, as the file that the floor draws from."""

import json
import re
import struct
import subprocess

TOKEN = re.compile(r"\x1b\[(\?25[hl]|[0-9;]*[HJm])|[^\x1b]")
PLAIN = (-1, -1, 0)
ATTRIBUTES = {1: 1, 4: 2, 7: 4, 2: 8}
FRAME = "=2i"
RUN = "=3h2B"


class Screen:
    """A terminal that knows the few sequences of `attend record`."""

    def __init__(self, columns, rows):
        self.columns, self.rows = columns, rows
        self.cells = [[(" ", PLAIN)] * columns for _ in range(rows)]
        self.place, self.look, self.shows_cursor = (0, 0), PLAIN, False

    def write(self, text):
        for token in TOKEN.finditer(text):
            sequence = token.group(1)
            if sequence is None:
                row, column = self.place
                self.cells[row][column] = (token.group(), self.look)
                self.place = (row, column + 1)
            elif sequence.startswith("?25"):
                self.shows_cursor = sequence == "?25h"
            elif sequence.endswith("H"):
                row, column = sequence[:-1].split(";")
                self.place = (int(row) - 1, int(column) - 1)
            elif sequence.endswith("m"):
                self.look = look_of([int(number) for number in sequence[:-1].split(";")])

    def row_bytes(self, row):
        """The runs of one row, as the floor reads them: a run's head, its text, and what aligns the next one."""
        pieces, start = [], 0
        cells = self.cells[row]
        while start < self.columns:
            end = start
            # The length of a run is one byte.
            while end < self.columns and cells[end][1] == cells[start][1] and end - start < 60:
                end += 1
            text = "".join(cell[0] for cell in cells[start:end]).encode()
            piece = struct.pack(RUN, start, *cells[start][1], len(text)) + text
            pieces.append(piece + b"\0" * (len(piece) % 2))
            start = end
        return b"".join(pieces)


def look_of(numbers):
    """Foreground, background and attributes of an SGR sequence."""
    foreground, background, attributes = PLAIN
    numbers = iter(numbers)
    for number in numbers:
        if number in (38, 48):
            assert next(numbers) == 5
            color = next(numbers)
            foreground, background = (color, background) if number == 38 else (foreground, color)
        elif 30 <= number <= 37 or 90 <= number <= 97:
            foreground = number - 30 if number < 90 else number - 82
        elif 40 <= number <= 47 or 100 <= number <= 107:
            background = number - 40 if number < 100 else number - 92
        elif number in ATTRIBUTES:
            attributes |= ATTRIBUTES[number]
    return foreground, background, attributes


def write_frames(path, attend, place, keys, columns, rows):
    """Writes the frames before the first key and after each; keys are named as `attend frame --keys` takes them.

    The last key leaves the program and so shows nothing.
    """
    lesson = place.split(":")[0]
    cast = run(attend, "record", place, "-", "--keys", " ".join(keys), "--size", f"{columns}x{rows}")
    events = [json.loads(line) for line in cast.splitlines()[1:]]
    updates = [text for _, code, text in events if code == "o" and text]
    # A key that changes nothing would leave no trace, and the floor would be one key behind.
    assert len(updates) == len(keys), f"{len(keys)} keys make {len(updates)} frames"
    matrices = json.loads(run(attend, "compute", lesson, "--format", "json"))

    screen = Screen(columns, rows)
    head = struct.pack("=2i", rows, len(keys))
    for name in "QKV":
        numbers = [number for row in values(matrices, name) for number in row]
        head += struct.pack("=12d", *numbers)
    start = len(head) + 4 * len(updates)
    body, offsets, known = b"", [], {}

    def place_of(key, make):
        """Where something lies that may have been written before."""
        nonlocal body
        if key not in known:
            body += b"\0" * (-len(body) % 8)
            known[key] = start + len(body)
            body += make()
        return known[key]

    for update in updates:
        screen.write(update)
        texts = [screen.row_bytes(row) for row in range(rows)]
        cursor = screen.place if screen.shows_cursor else (-1, -1)

        def frame():
            lengths = [len(text) for text in texts]
            first = start + len(body) + struct.calcsize(FRAME) + 4 * (rows + 1)
            ends = [first + sum(lengths[:row]) for row in range(rows + 1)]
            return struct.pack(FRAME, *cursor) + struct.pack(f"={rows + 1}i", *ends) + b"".join(texts)

        offsets.append(place_of((cursor, *texts), frame))
    with open(path, "wb") as file:
        file.write(head + struct.pack(f"={len(offsets)}i", *offsets) + body)


def values(matrices, name):
    return matrices["matrices"][name]["cells"]


def run(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout
