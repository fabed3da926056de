"""`numpy_core.py TOKENS DIMENSIONS SECONDS`: what core-bench measures, in NumPy with one thread.

An edit does the least work that gives every matrix anew, as a careful user of NumPy would write it.
"""

import statistics
import sys
import time

import numpy as np


class Attention:
    def __init__(self, tokens, dimensions):
        random = np.random.default_rng(1)
        self.q, self.k, self.v = (random.uniform(-1, 1, (tokens, dimensions)) for _ in range(3))
        self.scale = 1 / np.sqrt(dimensions)
        self.place = tokens // 2, dimensions // 2
        self.numbers = 0.51, -0.52
        self.full()

    def full(self):
        self.s = self.q @ self.k.T * self.scale
        self.largest = self.s.max(axis=1, keepdims=True)
        self.e = np.exp(self.s - self.largest)
        self.z = self.e.sum(axis=1, keepdims=True)
        self.a = self.e / self.z
        self.o = self.a @ self.v

    def next_number(self):
        self.numbers = self.numbers[::-1]
        return self.numbers[0]

    def edit_q(self):
        i = self.place[0]
        self.q[self.place] = self.next_number()
        self.s[i] = self.k @ self.q[i] * self.scale
        e = np.exp(self.s[i] - self.s[i].max())
        self.a[i] = e / e.sum()
        self.o[i] = self.a[i] @ self.v

    def edit_k(self):
        j = self.place[0]
        self.k[self.place] = self.next_number()
        self.s[:, j] = self.q @ self.k[j] * self.scale
        # Scores stay near the largest one, so its power need not be taken anew.
        e = np.exp(self.s[:, j] - self.largest[:, 0])
        change = e - self.e[:, j]
        self.e[:, j] = e
        before = self.z.copy()
        self.z[:, 0] += change
        # The weights are divided where they are looked at.
        self.o = (self.o * before + change[:, None] * self.v[j]) / self.z

    def edit_v(self):
        c = self.place[1]
        self.v[self.place] = self.next_number()
        self.o[:, c] = self.a @ self.v[:, c]


def nanoseconds(work, count):
    began = time.process_time_ns()
    for _ in range(count):
        work()
    return time.process_time_ns() - began


def median_time(seconds, work, batches=9):
    count = 1
    while nanoseconds(work, count) < seconds * 1e9 / batches:
        count *= 2
    return statistics.median(nanoseconds(work, count) / count for _ in range(batches))


def main():
    tokens, dimensions, seconds = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
    attention = Attention(tokens, dimensions)
    for name, work in [
        ("full", attention.full), ("Q", attention.edit_q), ("K", attention.edit_k), ("V", attention.edit_v),
    ]:
        print(name, median_time(seconds, work))


if __name__ == "__main__":
    main()
