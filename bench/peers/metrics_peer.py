"""NumPy, SciPy and prdc as a peer: `python metrics_peer.py THREADS`."""

import sys

from protocol import limit_threads, serve

limit_threads(int(sys.argv[1]))

import numpy as np  # noqa: E402  threads are fixed first
from prdc import compute_prdc  # noqa: E402
from scipy import linalg  # noqa: E402


def measure_frechet_distance(fake, real):
    """As pytorch-fid does: moments by NumPy, the root of the product by `scipy.linalg.sqrtm`."""
    first_mean, second_mean = fake.mean(0), real.mean(0)
    first, second = np.cov(fake, rowvar=False), np.cov(real, rowvar=False)
    root = linalg.sqrtm(first @ second).real
    difference = first_mean - second_mean
    return difference @ difference + np.trace(first) + np.trace(second) - 2 * np.trace(root)


class Frechet:
    def __init__(self, work, tensors):
        self.fake, self.real = tensors["fake"].astype(np.float64), tensors["real"].astype(np.float64)

    def check(self):
        return [[float(measure_frechet_distance(self.fake, self.real))]]

    def run(self, count):
        for _ in range(count):
            measure_frechet_distance(self.fake, self.real)


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
