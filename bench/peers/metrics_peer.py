"""NumPy, SciPy and prdc as a peer: `python metrics_peer.py THREADS`."""

import sys

from protocol import limit_threads, serve

limit_threads(int(sys.argv[1]))

import numpy as np  # noqa: E402  threads are fixed first
from prdc import compute_prdc  # noqa: E402

from frechet import measure_distance, measure_moments  # noqa: E402


class Frechet:
    def __init__(self, work, tensors):
        self.fake, self.real = tensors["fake"].astype(np.float64), tensors["real"].astype(np.float64)

    def check(self):
        return [[float(self.measure())]]

    def run(self, count):
        for _ in range(count):
            self.measure()

    def measure(self):
        return measure_distance(measure_moments(self.fake), measure_moments(self.real))


class Prdc:
    def __init__(self, work, tensors):
        self.neighbours = work["neighbours"]
        self.fake, self.real = tensors["fake"], tensors["real"]

    def check(self):
        found = self.measure()
        return [[float(found[name]) for name in ("precision", "recall", "density", "coverage")]]

    def run(self, count):
        for _ in range(count):
            self.measure()

    def measure(self):
        return compute_prdc(self.real, self.fake, self.neighbours)


WORKS = {"frechet": Frechet, "prdc": Prdc}
serve(lambda work, tensors: WORKS[work["kind"]](work, tensors))
