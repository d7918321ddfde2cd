"""The laboratory's networks in JAX, on its own parameters and layout (NHWC)."""

import jax
import jax.numpy as jnp
from jax import lax

ACTIVATIONS = {"relu": jax.nn.relu, "leaky-relu": lambda x: jnp.where(x > 0, x, 0.2 * x)}
LAYOUT = ("NHWC", "HWIO", "NHWC")


def dense(parameters, name, x):
    product = x @ parameters[f"{name}/kernel"]
    bias = f"{name}/bias"
    return product + parameters[bias] if bias in parameters else product


def batch_norm(parameters, name, x):
    axes = tuple(range(x.ndim - 1))
    mean = x.mean(axes, keepdims=True)
    variance = jnp.square(x - mean).mean(axes, keepdims=True)
    normalised = (x - mean) * lax.rsqrt(variance + 1e-5)
    return normalised * parameters[f"{name}/gain"] + parameters[f"{name}/offset"]


def apply_generator(work, parameters, latents):
    settings = work["generator"]
    if settings["kind"] == "dcgan":
        return apply_dcgan_generator(work, parameters, latents)
    x = latents
    for index in range(len(settings["hidden"])):
        x = ACTIVATIONS[settings["activation"]](dense(parameters, f"generator/dense_{index + 1}", x))
    x = dense(parameters, f"generator/dense_{len(settings['hidden']) + 1}", x)
    if work["shape"]["kind"] == "points":
        return x
    size = work["shape"]["size"]
    return jnp.tanh(x).reshape(-1, size, size, 1)


def apply_dcgan_generator(work, parameters, latents):
    channels = work["generator"]["channels"]
    side = work["shape"]["size"] // 2 ** len(channels)
    x = dense(parameters, "generator/dense", latents).reshape(-1, side, side, channels[0])
    for index in range(len(channels)):
        x = jax.nn.relu(batch_norm(parameters, f"generator/norm_{index + 1}", x))
        kernel = parameters[f"generator/conv_{index + 1}/kernel"]
        x = lax.conv_transpose(
            x, kernel, (2, 2), "SAME", dimension_numbers=LAYOUT, transpose_kernel=True
        )
    return jnp.tanh(x)


def apply_discriminator(work, parameters, samples):
    settings = work["discriminator"]
    x = samples
    if settings["kind"] == "mlp":
        x = x.reshape(x.shape[0], -1)
        for index in range(len(settings["hidden"])):
            name = f"discriminator/dense_{index + 1}"
            x = ACTIVATIONS[settings["activation"]](dense(parameters, name, x))
    else:
        for index in range(len(settings["channels"])):
            name = f"discriminator/conv_{index + 1}"
            x = convolve(x, parameters[f"{name}/kernel"], 2)
            if index == 0:
                x = x + parameters[f"{name}/bias"]
            else:
                x = batch_norm(parameters, f"discriminator/norm_{index + 1}", x)
            x = ACTIVATIONS["leaky-relu"](x)
        x = x.reshape(x.shape[0], -1)
    if settings.get("minibatchDiscrimination"):
        x = discriminate_batch(settings["minibatchDiscrimination"], parameters, x)
    return dense(parameters, "discriminator/logit", x)


def convolve(x, kernel, stride):
    return lax.conv_general_dilated(x, kernel, (stride, stride), "SAME", dimension_numbers=LAYOUT)


def discriminate_batch(settings, parameters, features):
    projected = features @ parameters["discriminator/minibatch_discrimination/kernel"]
    m = projected.reshape(-1, settings["kernels"], settings["dimensions"])
    distances = jnp.abs(m[:, None] - m[None]).sum(3)
    return jnp.concatenate([features, jnp.exp(-distances).sum(1) - 1], 1)


def apply_judge(parameters, images):
    x = images
    for layer in ("judge/conv_1", "judge/conv_2"):
        x = jax.nn.relu(convolve(x, parameters[f"{layer}/kernel"], 1) + parameters[f"{layer}/bias"])
        x = lax.reduce_window(x, -jnp.inf, lax.max, (1, 2, 2, 1), (1, 2, 2, 1), "VALID")
    x = jax.nn.relu(dense(parameters, "judge/dense", x.reshape(x.shape[0], -1)))
    return dense(parameters, "judge/logits", x)
