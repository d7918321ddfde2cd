"""The laboratory's networks in PyTorch, with its parameters.

Convolutions of stride 2 are padded by 2 on each side, as PyTorch code has it; TensorFlow's "same" pads 1 and 2. The two
are mirror images: with kernels and images mirrored in both axes, the numbers are equal.
"""

import torch
from torch import nn
from torch.nn import functional as F

ACTIVATIONS = {"relu": nn.ReLU, "leaky-relu": lambda: nn.LeakyReLU(0.2)}


def mirror(array, axes):
    """Flips an array along axes; a copy, as PyTorch takes no negative strides."""
    flipped = array
    for axis in axes:
        flipped = flipped[(slice(None),) * axis + (slice(None, None, -1),)]
    return torch.tensor(flipped.copy())


def to_images(array):
    """[n, size, size, 1] as the laboratory has them -> [n, 1, size, size], mirrored."""
    return mirror(array, [1, 2]).permute(0, 3, 1, 2).contiguous()


def make_linear(tensors, name):
    """A dense layer; its kernel is [inputs, outputs] there, [outputs, inputs] here."""
    kernel = torch.tensor(tensors[f"{name}/kernel"]).T.contiguous()
    bias = tensors.get(f"{name}/bias")
    layer = nn.Linear(kernel.shape[1], kernel.shape[0], bias=bias is not None)
    with torch.no_grad():
        layer.weight.copy_(kernel)
        if bias is not None:
            layer.bias.copy_(torch.tensor(bias))
    return layer


def load_kernel(layer, kernel):
    """[height, width, a, b] there, [b, a, height, width] here, for both kinds of convolution."""
    with torch.no_grad():
        layer.weight.copy_(mirror(kernel, [0, 1]).permute(3, 2, 0, 1))
    return layer


def make_conv(tensors, name):
    kernel = tensors[f"{name}/kernel"]
    bias = tensors.get(f"{name}/bias")
    layer = nn.Conv2d(kernel.shape[2], kernel.shape[3], 5, stride=2, padding=2, bias=bias is not None)
    if bias is not None:
        with torch.no_grad():
            layer.bias.copy_(torch.tensor(bias))
    return load_kernel(layer, kernel)


def make_transposed_conv(tensors, name):
    kernel = tensors[f"{name}/kernel"]
    layer = nn.ConvTranspose2d(
        kernel.shape[3], kernel.shape[2], 5, stride=2, padding=2, output_padding=1, bias=False
    )
    return load_kernel(layer, kernel)


def make_norm(channels):
    """Batch normalisation by the batch's own statistics; gain 1 and offset 0 are where both start."""
    return nn.BatchNorm2d(channels, eps=1e-5, track_running_stats=False)


def flat_rows(kernel, channels):
    """Rows of a kernel over a flat map [side, side, channels] -> over [channels, side, side], mirrored."""
    side = round((kernel.shape[0] / channels) ** 0.5)
    maps = mirror(kernel.reshape(side, side, channels, -1), [0, 1])
    return maps.permute(2, 0, 1, 3).reshape(kernel.shape[0], -1).numpy()


class MlpGenerator(nn.Module):
    def __init__(self, work, tensors):
        super().__init__()
        settings = work["generator"]
        layers = []
        for index in range(len(settings["hidden"])):
            layers += [make_linear(tensors, f"generator/dense_{index + 1}")]
            layers += [ACTIVATIONS[settings["activation"]]()]
        layers += [make_linear(tensors, f"generator/dense_{len(settings['hidden']) + 1}")]
        if work["shape"]["kind"] == "images":
            layers += [nn.Tanh()]
        if work["discriminator"]["kind"] == "dcgan":
            layers += [nn.Unflatten(1, (1, work["shape"]["size"], work["shape"]["size"]))]
        self.body = nn.Sequential(*layers)

    def forward(self, latents):
        return self.body(latents)


class DcganGenerator(nn.Module):
    def __init__(self, work, tensors):
        super().__init__()
        channels = work["generator"]["channels"]
        self.channels = channels[0]
        self.side = work["shape"]["size"] // 2 ** len(channels)
        columns = flat_rows(tensors["generator/dense/kernel"].T, self.channels).T
        self.dense = make_linear({"d/kernel": columns}, "d")
        layers = []
        for index, count in enumerate(channels):
            layers += [make_norm(count), nn.ReLU()]
            layers += [make_transposed_conv(tensors, f"generator/conv_{index + 1}")]
        self.body = nn.Sequential(*layers, nn.Tanh())

    def forward(self, latents):
        start = self.dense(latents).view(-1, self.channels, self.side, self.side)
        return self.body(start)


class MinibatchDiscrimination(nn.Module):
    def __init__(self, settings, kernel):
        super().__init__()
        self.settings = settings
        self.kernel = nn.Parameter(torch.tensor(kernel))

    def forward(self, features):
        kernels, dimensions = self.settings["kernels"], self.settings["dimensions"]
        projected = (features @ self.kernel).view(-1, kernels, dimensions).transpose(0, 1)
        distances = torch.cdist(projected, projected, p=1)
        closeness = torch.exp(-distances).sum(2).T - 1
        return torch.cat([features, closeness], 1)


class Discriminator(nn.Module):
    def __init__(self, work, tensors):
        super().__init__()
        settings = work["discriminator"]
        discrimination = settings.get("minibatchDiscrimination")
        own = {name: array for name, array in tensors.items() if name.startswith("discriminator/")}
        kernel = "discriminator/minibatch_discrimination/kernel"
        logit = "discriminator/logit/kernel"
        layers = []
        if settings["kind"] == "mlp":
            layers += [nn.Flatten()]
            for index in range(len(settings["hidden"])):
                layers += [make_linear(own, f"discriminator/dense_{index + 1}")]
                layers += [ACTIVATIONS[settings["activation"]]()]
        else:
            for index, count in enumerate(settings["channels"]):
                layers += [make_conv(own, f"discriminator/conv_{index + 1}")]
                layers += [make_norm(count)] if index > 0 else []
                layers += [nn.LeakyReLU(0.2)]
            layers += [nn.Flatten()]
            last = settings["channels"][-1]
            features = own[logit].shape[0] - (discrimination["kernels"] if discrimination else 0)
            own[logit] = own[logit].copy()
            own[logit][:features] = flat_rows(own[logit][:features], last)
            if discrimination:
                own[kernel] = flat_rows(own[kernel], last)
        if discrimination:
            layers += [MinibatchDiscrimination(discrimination, own[kernel])]
        layers += [make_linear(own, "discriminator/logit")]
        self.body = nn.Sequential(*layers)

    def forward(self, samples):
        return self.body(samples)


def make_generator(work, tensors):
    return (MlpGenerator if work["generator"]["kind"] == "mlp" else DcganGenerator)(work, tensors)


class Judge(nn.Module):
    def __init__(self, tensors=None):
        super().__init__()
        self.conv_1 = nn.Conv2d(1, 16, 5, padding=2)
        self.conv_2 = nn.Conv2d(16, 32, 5, padding=2)
        self.dense = nn.Linear(7 * 7 * 32, 128)
        self.logits = nn.Linear(128, 10)
        if tensors is not None:
            self.load(tensors)

    def load(self, tensors):
        with torch.no_grad():
            for name, layer in (("conv_1", self.conv_1), ("conv_2", self.conv_2)):
                layer.weight.copy_(mirror(tensors[f"judge/{name}/kernel"], [0, 1]).permute(3, 2, 0, 1))
                layer.bias.copy_(torch.tensor(tensors[f"judge/{name}/bias"]))
            self.dense.weight.copy_(torch.tensor(flat_rows(tensors["judge/dense/kernel"], 32)).T)
            self.dense.bias.copy_(torch.tensor(tensors["judge/dense/bias"]))
            self.logits.weight.copy_(torch.tensor(tensors["judge/logits/kernel"]).T)
            self.logits.bias.copy_(torch.tensor(tensors["judge/logits/bias"]))

    def features(self, images):
        x = F.max_pool2d(F.relu(self.conv_1(images)), 2)
        x = F.max_pool2d(F.relu(self.conv_2(x)), 2)
        return F.relu(self.dense(x.flatten(1)))

    def forward(self, images):
        return self.logits(self.features(images))
