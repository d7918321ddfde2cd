"""Whole training steps in PyTorch, compiled by `torch.compile` as one graph: `torch.func` gradients and Adam as arithmetic."""

import torch
from torch.func import functional_call, grad, grad_and_value
from torch.nn import functional as F

from torch_steps import GanSteps, JudgeSteps


def init_adam(parameters):
    zeros = lambda: {name: torch.zeros_like(value) for name, value in parameters.items()}
    return {"mean": zeros(), "square": zeros(), "count": torch.zeros(())}


def update_adam(settings, gradients, state, parameters, differentiable=False):
    """Kingma & Ba 2015, algorithm 1; differentiable: epsilon squared stands under the root."""
    beta1, beta2, epsilon = settings["beta1"], settings["beta2"], settings["epsilon"]
    count = state["count"] + 1
    rate, correction = settings["learningRate"] / (1 - beta1**count), 1 - beta2**count
    mean, square, updated = {}, {}, {}
    for name, gradient in gradients.items():
        mean[name] = state["mean"][name] * beta1 + gradient * (1 - beta1)
        square[name] = state["square"][name] * beta2 + gradient * gradient * (1 - beta2)
        v = square[name] / correction
        root = torch.sqrt(v + epsilon**2) if differentiable else torch.sqrt(v) + epsilon
        updated[name] = parameters[name] - rate * mean[name] / root
    return updated, {"mean": mean, "square": square, "count": count}


def detach_parameters(module):
    return {name: value.detach().clone() for name, value in module.named_parameters()}


class CompiledGanSteps(GanSteps):
    def __init__(self, work, tensors, options):
        super().__init__(work, tensors, options)
        generator, discriminator = map(detach_parameters, (self.generator, self.discriminator))
        self.state = (generator, discriminator, init_adam(generator), init_adam(discriminator))
        self.compiled = torch.compile(self.take, fullgraph=True)

    def step(self, **given):
        self.state, losses = self.compiled(self.state, given)
        return losses

    def take(self, state, given):
        generator, discriminator, generator_adam, discriminator_adam = state
        settings = self.work["optimizer"]
        fake = functional_call(self.generator, generator, given["latents_0"])
        slopes, discriminator_loss = grad_and_value(self.measure_discriminator)(
            discriminator, given["real"], fake, given.get("mix")
        )
        discriminator, discriminator_adam = update_adam(
            settings, slopes, discriminator_adam, discriminator
        )
        slopes, generator_loss = grad_and_value(self.measure_generator)(
            generator, discriminator, discriminator_adam, given
        )
        generator, generator_adam = update_adam(settings, slopes, generator_adam, generator)
        state = (generator, discriminator, generator_adam, discriminator_adam)
        return state, (discriminator_loss, generator_loss)

    def measure_discriminator(self, parameters, real, fake, mix=None):
        apply = lambda samples: functional_call(self.discriminator, parameters, samples)
        loss = self.discriminator_objective(*self.judge_both(apply, real, fake))
        if mix is None:
            return loss
        between = torch.lerp(fake, real, mix[:, None])
        slopes = grad(lambda samples: apply(samples).sum())(between)
        penalty = (slopes.square().sum(1).sqrt() - 1).square().mean()
        return loss + self.work["gradientPenalty"] * penalty

    def measure_generator(self, parameters, discriminator, discriminator_adam, given):
        fake = functional_call(self.generator, parameters, given["latents_1"])
        for _ in range(self.work.get("unrolledSteps", 0)):
            slopes = grad(self.measure_discriminator)(discriminator, given["real"], fake)
            discriminator, discriminator_adam = update_adam(
                self.work["optimizer"], slopes, discriminator_adam, discriminator, differentiable=True
            )
        return self.generator_objective(functional_call(self.discriminator, discriminator, fake))


class CompiledJudgeSteps(JudgeSteps):
    def __init__(self, work, tensors, options):
        super().__init__(work, tensors, options)
        self.settings = work["optimizer"]
        parameters = detach_parameters(self.judge)
        self.state = (parameters, init_adam(parameters))
        self.compiled = torch.compile(self.take, fullgraph=True)

    def step(self, indices):
        self.state, loss = self.compiled(self.state, indices)
        return loss

    def take(self, state, indices):
        parameters, adam = state

        def measure(parameters):
            logits = functional_call(self.judge, parameters, self.images[indices])
            return F.cross_entropy(logits, self.labels[indices])

        slopes, loss = grad_and_value(measure)(parameters)
        return update_adam(self.settings, slopes, adam, parameters), loss


COMPILED = {"gan": CompiledGanSteps, "judge": CompiledJudgeSteps}
