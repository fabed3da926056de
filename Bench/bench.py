#!/usr/bin/env python3
"""How fast Attend is, beside a C program with the same screens and beside NumPy.

`bench.py --help` says what to give; make bench gives everything.

Everything is measured in turns, A B A B, so that whatever else the machine does meets all alike.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile

import report
from terminal_bench import PLACE, TerminalBench

HERE = os.path.dirname(os.path.abspath(__file__))
SIZES = [(80, 24), (200, 50)]
CORE_SIZES = [(4, 3), (16, 16), (64, 64), (256, 64), (1024, 64)]


def measure_screens(attend, floor, sizes, rounds):
    for columns, rows in sizes:
        with tempfile.TemporaryDirectory() as folder:
            bench = TerminalBench(attend, floor, folder, columns, rows)
            bench.measure_starts(3 * rounds)
            for turn in range(rounds):
                bench.measure_round(turn)
            if shutil.which("strace"):
                bench.count_writes()
            else:
                print("There is no strace here to count write calls with.", file=sys.stderr)
        yield f"### {columns}×{rows}\n\n{report.terminal_table(bench.figures)}\n"


def measure_core(programs, rounds, seconds=0.05):
    """For each size, program and work the nanoseconds of each round."""
    alone = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
    figures = {}
    for tokens, dimensions in CORE_SIZES:
        size = figures[f"{tokens}×{dimensions}"] = {name: {} for name in programs}
        for _ in range(rounds):
            for name, words in programs.items():
                output = subprocess.run(
                    [*words, str(tokens), str(dimensions), str(seconds)], check=True, capture_output=True, text=True,
                    env={**os.environ, **alone}).stdout
                for line in output.splitlines():
                    work, taken = line.split()
                    size[name].setdefault(work, []).append(float(taken))
    return report.core_table(figures)


def core_programs(arguments):
    programs = {"attend": [arguments.core_bench]}
    if arguments.core_bench_avx2 and " avx2 " in open("/proc/cpuinfo").read():
        programs["avx2"] = [arguments.core_bench_avx2]
    if subprocess.run([sys.executable, "-c", "import numpy"], capture_output=True).returncode == 0:
        programs["numpy"] = [sys.executable, f"{HERE}/numpy_core.py"]
    else:
        print("There is no NumPy here to measure the core beside.", file=sys.stderr)
    return programs


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--attend", help="the program; without it no screens are measured")
    parser.add_argument("--floor", help="the C program beside it")
    parser.add_argument("--core-bench", help="the measurements of the core; without it there are none")
    parser.add_argument("--core-bench-avx2", help="the same, built for processors with AVX2")
    parser.add_argument("--size", help="only this one, as 80x24")
    parser.add_argument("--rounds", type=int, default=5, help="how often everything is measured (5)")
    parser.add_argument("--write", metavar="FILE", help="put the tables into this page, in place of those it has")
    arguments = parser.parse_args()

    sizes = [tuple(int(number) for number in arguments.size.split("x"))] if arguments.size else SIZES
    parts = [f"{report.machine()}.\n"]
    if arguments.attend:
        parts.append(f"## The screen\n\n`attend {PLACE}`, {arguments.rounds} sessions of each program.\n")
        parts += measure_screens(arguments.attend, arguments.floor, sizes, arguments.rounds)
    if arguments.core_bench:
        parts.append(f"## The core\n\n{measure_core(core_programs(arguments), arguments.rounds)}\n")
    text = "\n".join(parts)
    print(text)
    if arguments.write:
        replace_tables(arguments.write, text)


def replace_tables(path, text):
    """Everything after the mark is what was measured last."""
    mark = "<!-- What follows is written by make bench. -->\n"
    page = open(path).read()
    words = page[:page.index(mark)]
    with open(path, "w") as file:
        file.write(f"{words}{mark}\n{text}")


if __name__ == "__main__":
    main()
