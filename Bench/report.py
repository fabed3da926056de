"""Figures as tables."""

import os
import platform
import statistics
import subprocess

NAMES = {"attend": "Attend", "rows": "C, changed rows", "all": "C, everything"}


def spread(figures):
    """`0.31 (0.28–0.40)`: the median of some figures, the least and the largest."""
    middle = statistics.median(figures)
    low, high = min(figures), max(figures)
    if low == high:
        return number(middle)
    return f"{number(middle)} ({number(low)}–{number(high)})"


def number(figure):
    if figure >= 1000:
        return f"{figure:,.0f}"
    if figure >= 10 or figure == int(figure):
        return f"{figure:.1f}".removesuffix(".0")
    return f"{figure:.3g}" if figure < 1 else f"{figure:.2f}"


def ratios(figures, others):
    """Each figure against the one that was taken beside it; nothing where there is nothing to compare with."""
    if not all(others):
        return "" if any(figures) else "="
    return spread([figure / other for figure, other in zip(figures, others)])


def table(heads, lines):
    """A table of Markdown whose columns are also straight to the eye."""
    widths = [max(len(row[column]) for row in [heads, *lines]) for column in range(len(heads))]
    rows = [heads, ["-" * width for width in widths], *lines]
    return "\n".join("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |" for row in rows)


def terminal_table(figures):
    lines = []
    for what, taken in figures.items():
        lines.append(
            [what, *(spread(taken[name]) for name in NAMES), ratios(taken["attend"], taken["rows"])])
    return table(["", *NAMES.values(), "Attend ÷ changed rows"], lines)


def core_table(figures):
    """From size, program and work to figures in nanoseconds."""
    lines = []
    for size, programs in figures.items():
        for work in programs["attend"]:
            name = "everything" if work == "full" else f"one entry of {work}"
            ours = programs["attend"][work]
            line = [size, name, spread(ours)]
            for other in ("avx2", "numpy"):
                taken = programs.get(other, {}).get(work)
                line.append(spread(taken) if taken else "")
            theirs = programs.get("numpy", {}).get(work)
            for program in ("attend", "avx2"):
                taken = programs.get(program, {}).get(work)
                line.append(ratios(taken, theirs) if taken and theirs else "")
            lines.append(line)
    return table(
        ["T×d", "computed", "Attend, ns", "for AVX2, ns", "NumPy, ns", "Attend ÷ NumPy", "AVX2 ÷ NumPy"], lines)


def machine():
    """What the figures were measured on, in one line."""
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "")
    memory = next(int(line.split()[1]) for line in open("/proc/meminfo") if line.startswith("MemTotal"))
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    swift = first_line("swift", "--version")
    return (
        f"{model or platform.machine()}, {os.cpu_count()} processors, {memory / 2**20:.0f} GiB, {system}, "
        f"Linux {platform.release()}; {swift}; {first_line('cc', '--version')}; ncurses {first_line('tput', '-V').split()[-1]}")


def first_line(*words):
    try:
        return subprocess.run(words, capture_output=True, text=True, check=True).stdout.splitlines()[0]
    except (OSError, subprocess.CalledProcessError, IndexError):
        return "none"
