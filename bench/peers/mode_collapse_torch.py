"""The experiment experiments/mode-collapse.ts as one would write it in PyTorch.

    python mode_collapse_torch.py MNIST_FOLDER OUTPUT.json --jobs 2 --threads 1

Same data, networks, steps, seeds, judge and measurements: a judge is trained and tested; nine GANs are trained, their
generators kept every 200 steps; 2,000 samples of each kept one and 10,000 of the last are judged and compared with the
test images, and 64 of them with the nearest training image; so is real data. No report is written, and nothing is cached.
"""

import argparse
import json
import struct
from concurrent.futures import ProcessPoolExecutor
from copy import deepcopy

import numpy as np
import torch
from torch.nn import functional as F

from frechet import measure_distance, measure_moments
from torch_networks import Judge
from torch_steps import GanSteps

LATENT_DIM, BATCH_SIZE, STEP_COUNT, EVERY = 64, 64, 1_000, 200
SAMPLE_COUNT, CURVE_SAMPLE_COUNT, DRAW_BATCH, QUERY_COUNT = 10_000, 2_000, 500, 64
JUDGE_STEPS, JUDGE_BATCH, JUDGE_RATE, JUDGE_FINAL_SHARE = 1_875, 96, 1e-3, 0.05
SEEDS = [21, 22, 23]
MLP = {"kind": "mlp", "hidden": [256, 512], "activation": "leaky-relu"}
CRITIC = {"kind": "dcgan", "channels": [16, 32]}
VARIANTS = {
    "vanilla": {"generator": MLP, "discriminator": CRITIC},
    "dcgan": {"generator": {"kind": "dcgan", "channels": [32, 16]}, "discriminator": CRITIC},
    "minibatch-discrimination": {
        "generator": MLP,
        "discriminator": {**CRITIC, "minibatchDiscrimination": {"kernels": 32, "dimensions": 8}},
    },
}
COMMON = {
    "latentDim": LATENT_DIM,
    "batchSize": BATCH_SIZE,
    "shape": {"kind": "images", "size": 28},
    "objective": "non-saturating",
    "optimizer": {"learningRate": 2e-4, "beta1": 0.5, "beta2": 0.999, "epsilon": 1e-8},
}


def read_idx(path):
    with open(path, "rb") as file:
        (magic,) = struct.unpack(">I", file.read(4))
        shape = struct.unpack(f">{magic & 255}I", file.read(4 * (magic & 255)))
        return np.frombuffer(file.read(), np.uint8).reshape(shape)


def read_split(folder, name):
    return read_idx(f"{folder}/{name}-images-idx3-ubyte"), read_idx(f"{folder}/{name}-labels-idx1-ubyte")


def to_floats(images):
    """Pixels 0 … 255 -> [n, 1, 28, 28] in [-1, 1], stored channels last."""
    floats = torch.from_numpy(images.copy()).float().div_(127.5).sub_(1)
    return floats[:, None].contiguous(memory_format=torch.channels_last)


def draw_parameters(variant, rng):
    """Initial parameters as the laboratory draws them: N(0, .02) in convolutional networks, else Glorot's."""
    generator, critic = variant["generator"], variant["discriminator"]
    normal = lambda *shape, scale: (rng.standard_normal(shape) * scale).astype(np.float32)
    zeros = lambda *shape: np.zeros(shape, np.float32)
    tensors = {}
    if generator["kind"] == "mlp":
        sizes = [LATENT_DIM, *generator["hidden"], 28 * 28]
        for layer, (inputs, outputs) in enumerate(zip(sizes, sizes[1:]), 1):
            scale = (2 / (inputs + outputs)) ** 0.5
            tensors[f"generator/dense_{layer}/kernel"] = normal(inputs, outputs, scale=scale)
            tensors[f"generator/dense_{layer}/bias"] = zeros(outputs)
    else:
        channels = generator["channels"]
        tensors["generator/dense/kernel"] = normal(LATENT_DIM, 7 * 7 * channels[0], scale=0.02)
        for layer, (inputs, outputs) in enumerate(zip(channels, [*channels[1:], 1]), 1):
            tensors[f"generator/conv_{layer}/kernel"] = normal(5, 5, outputs, inputs, scale=0.02)
    channels = critic["channels"]
    for layer, (inputs, outputs) in enumerate(zip([1, *channels], channels), 1):
        tensors[f"discriminator/conv_{layer}/kernel"] = normal(5, 5, inputs, outputs, scale=0.02)
    tensors["discriminator/conv_1/bias"] = zeros(channels[0])
    features = 7 * 7 * channels[-1]
    discrimination = critic.get("minibatchDiscrimination")
    if discrimination:
        columns = discrimination["kernels"] * discrimination["dimensions"]
        name = "discriminator/minibatch_discrimination/kernel"
        tensors[name] = normal(features, columns, scale=0.7 / features**0.5)
    inputs = features + (discrimination["kernels"] if discrimination else 0)
    tensors["discriminator/logit/kernel"] = normal(inputs, 1, scale=0.02)
    tensors["discriminator/logit/bias"] = zeros(1)
    return tensors


def train_gan(name, seed):
    """Trains one GAN; gives its generators by step, and the losses of every step."""
    torch.manual_seed(seed)
    work = {**COMMON, **VARIANTS[name]}
    tensors = draw_parameters(work, np.random.default_rng(seed))
    tensors["data"] = np.zeros((1, 28, 28, 1), np.float32)
    steps = GanSteps(work, tensors, {"channels_last": True})
    steps.data = to_floats(DATA["train"][0])
    kept, history = {}, []
    for step in range(1, STEP_COUNT + 1):
        history.append([loss.item() for loss in steps.step(**steps.draw())])
        if step % EVERY == 0:
            kept[step] = deepcopy(steps.generator)
    return kept, history


def train_judge():
    """Trains the judge; gives it, its accuracy on the test split, and the moments of its features there."""
    torch.manual_seed(0)
    judge = Judge().to(memory_format=torch.channels_last)
    for layer in (judge.conv_1, judge.conv_2, judge.dense, judge.logits):
        torch.nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
        torch.nn.init.zeros_(layer.bias)
    adam = torch.optim.Adam(judge.parameters(), lr=JUDGE_RATE, fused=True)
    images = to_floats(DATA["train"][0])
    labels = torch.from_numpy(DATA["train"][1].copy()).long()
    per_epoch = len(images) // JUDGE_BATCH
    for step in range(JUDGE_STEPS):
        if step % per_epoch == 0:
            order = torch.randperm(len(images))
        chosen = order[(step % per_epoch) * JUDGE_BATCH :][:JUDGE_BATCH]
        rate = JUDGE_RATE * (1 - (1 - JUDGE_FINAL_SHARE) * step / JUDGE_STEPS)
        adam.param_groups[0]["lr"] = rate
        adam.zero_grad()
        F.cross_entropy(judge(images[chosen]), labels[chosen]).backward()
        adam.step()
    features, classes = judge_images(judge, DATA["test"][0])
    return judge, float((classes == DATA["test"][1]).mean()), measure_moments(features)


@torch.no_grad()
def judge_images(judge, images):
    parts = [judge.features(batch) for batch in to_floats(images).split(DRAW_BATCH)]
    classes = [judge.logits(part).argmax(1) for part in parts]
    return torch.cat(parts).numpy().astype(np.float64), torch.cat(classes).numpy()


@torch.no_grad()
def draw_samples(generator, count):
    parts = [generator(torch.randn(DRAW_BATCH, LATENT_DIM)) for _ in range(count // DRAW_BATCH)]
    pixels = ((torch.cat(parts).reshape(-1, 28, 28) + 1) * 127.5).round_().clamp_(0, 255)
    return pixels.to(torch.uint8).numpy()


def measure(images, queries, judge, real):
    """Metrics of images; `queries` are those whose nearest training image is looked for."""
    features, classes = judge_images(judge, images)
    shares = np.bincount(classes, minlength=10) / len(classes)
    logs = np.log(np.where(shares > 0, shares, 1))
    flatten = lambda pixels: torch.from_numpy(pixels.reshape(len(pixels), -1).copy()).float() / 255
    distances = torch.cdist(flatten(queries[:QUERY_COUNT]), flatten(DATA["train"][0]))
    return {
        "frechet_distance": float(measure_distance(measure_moments(features), real)),
        "class_entropy": float(-(shares * logs).sum()),
        "kl_to_uniform": float((shares * (logs + np.log(10))).sum()),
        "classes_covered": int((shares >= 0.01).sum()),
        "nearest_neighbour_distance": float(distances.min(1).values.mean()),
    }


def evaluate(generators, seed, judge, real):
    """Metrics of each kept generator of a run, and of the last one in full."""
    torch.manual_seed(seed)
    rows = {}
    for step, generator in generators.items():
        samples = draw_samples(generator, CURVE_SAMPLE_COUNT)
        rows[step] = measure(samples, samples, judge, real)
    samples = draw_samples(generators[STEP_COUNT], SAMPLE_COUNT)
    rows["final"] = measure(samples, samples, judge, real)
    return rows


def evaluate_real(judge, real):
    images = np.random.default_rng(0).permutation(DATA["train"][0])[:SAMPLE_COUNT]
    curve = measure(images[:CURVE_SAMPLE_COUNT], DATA["test"][0], judge, real)
    return {"curve": curve, "final": measure(images, DATA["test"][0], judge, real)}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("mnist")
    parser.add_argument("output")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    # Read before the processes fork, so that they share it.
    DATA["train"] = read_split(options.mnist, "train")
    DATA["test"] = read_split(options.mnist, "t10k")
    runs = [(name, seed) for name in VARIANTS for seed in SEEDS]
    pool = ProcessPoolExecutor(
        options.jobs,
        mp_context=torch.multiprocessing.get_context("fork"),
        initializer=torch.set_num_threads,
        initargs=(options.threads,),
    )
    with pool:
        judging = pool.submit(train_judge)
        trainings = [pool.submit(train_gan, *run) for run in runs]
        judge, accuracy, real = judging.result()
        reference = pool.submit(evaluate_real, judge, real)
        evaluations = []
        for (name, seed), training in zip(runs, trainings):
            evaluations.append(pool.submit(evaluate, training.result()[0], seed, judge, real))
        report = {
            "judge": accuracy,
            "reference": reference.result(),
            "runs": [
                {"variant": name, "seed": seed, "metrics": evaluation.result()}
                for (name, seed), evaluation in zip(runs, evaluations)
            ],
        }
    with open(options.output, "w") as file:
        json.dump(report, file)


DATA = {}

if __name__ == "__main__":
    main()
