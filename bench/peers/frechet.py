"""The Fréchet distance as pytorch-fid computes it."""

import numpy as np
from scipy import linalg


def measure_moments(features):
    return features.mean(0), np.cov(features, rowvar=False)


def measure_distance(first, second):
    """Of two Gaussians, each (mean, covariance); the root of the product by `scipy.linalg.sqrtm`."""
    root = linalg.sqrtm(first[1] @ second[1]).real
    difference = first[0] - second[0]
    return difference @ difference + np.trace(first[1]) + np.trace(second[1]) - 2 * np.trace(root)
