"""Training steps in PyTorch: idiomatic modules, `backward()`, fused Adam."""

import torch
from torch.func import functional_call
from torch.nn import functional as F

from torch_networks import Discriminator, Judge, make_generator, to_images


def make_adam(parameters, settings):
    return torch.optim.Adam(
        parameters,
        lr=settings["learningRate"],
        betas=(settings["beta1"], settings["beta2"]),
        eps=settings["epsilon"],
        fused=True,
    )


class GanSteps:
    """One discriminator update, then one generator update, each on fresh latents."""

    def __init__(self, work, tensors, options):
        self.work = work
        self.layout = torch.channels_last if options["channels_last"] else torch.contiguous_format
        self.generator = make_generator(work, tensors)
        self.discriminator = Discriminator(work, tensors)
        if options["channels_last"]:
            self.generator.to(memory_format=torch.channels_last)
            self.discriminator.to(memory_format=torch.channels_last)
        self.generator_adam = make_adam(self.generator.parameters(), work["optimizer"])
        self.discriminator_adam = make_adam(self.discriminator.parameters(), work["optimizer"])
        self.data = self.to_samples(tensors["data"])
        self.inputs = []
        while f"input_{len(self.inputs)}/real" in tensors:
            prefix = f"input_{len(self.inputs)}/"
            given = {
                name.removeprefix(prefix): torch.tensor(array)
                for name, array in tensors.items()
                if name.startswith(prefix)
            }
            given["real"] = self.to_samples(tensors[f"{prefix}real"])
            self.inputs.append(given)

    def to_samples(self, array):
        if self.work["shape"]["kind"] == "points":
            return torch.tensor(array)
        if "mlp" == self.work["generator"]["kind"] == self.work["discriminator"]["kind"]:
            return torch.tensor(array).flatten(1)
        return to_images(array).contiguous(memory_format=self.layout)

    def draw(self):
        batch, latent_dim = self.work["batchSize"], self.work["latentDim"]
        drawn = {
            "real": self.data[torch.randint(len(self.data), (batch,))],
            "latents_0": torch.randn(batch, latent_dim),
            "latents_1": torch.randn(batch, latent_dim),
        }
        if self.work.get("gradientPenalty"):
            drawn["mix"] = torch.rand(batch)
        return drawn

    def check(self):
        return [[loss.item() for loss in self.step(**given)] for given in self.inputs]

    def run(self, count):
        for _ in range(count):
            self.step(**self.draw())

    def step(self, real, latents_0, latents_1, mix=None):
        discriminator_loss = self.update_discriminator(real, latents_0, mix)
        self.discriminator.requires_grad_(False)
        if self.work.get("unrolledSteps"):
            generator_loss = self.unroll(real, latents_1)
        else:
            generator_loss = self.generator_objective(self.discriminator(self.generator(latents_1)))
        self.generator_adam.zero_grad()
        generator_loss.backward()
        self.generator_adam.step()
        self.discriminator.requires_grad_(True)
        return discriminator_loss.detach(), generator_loss.detach()

    def update_discriminator(self, real, latents, mix):
        with torch.no_grad():
            fake = self.generator(latents)
        loss = self.discriminator_objective(*self.judge_both(self.discriminator, real, fake))
        if self.work.get("gradientPenalty"):
            loss = loss + self.work["gradientPenalty"] * self.penalty(real, fake, mix)
        self.discriminator_adam.zero_grad()
        loss.backward()
        self.discriminator_adam.step()
        return loss

    def judge_both(self, apply, real, fake):
        """Logits of both; as one batch where a discriminator takes samples one by one, which is the same and faster."""
        settings = self.work["discriminator"]
        if settings["kind"] == "dcgan" or settings.get("minibatchDiscrimination"):
            return apply(real), apply(fake)
        return apply(torch.cat([real, fake])).chunk(2)

    def discriminator_objective(self, real, fake):
        if self.work["objective"] == "wasserstein":
            return fake.mean() - real.mean()
        return F.softplus(-real).mean() + F.softplus(fake).mean()

    def generator_objective(self, fake):
        if self.work["objective"] == "wasserstein":
            return -fake.mean()
        return F.softplus(-fake).mean()

    def penalty(self, real, fake, mix):
        between = torch.lerp(fake, real, mix[:, None]).requires_grad_(True)
        logits = self.discriminator(between)
        (slopes,) = torch.autograd.grad(logits.sum(), between, create_graph=True)
        return (torch.linalg.vector_norm(slopes, dim=1) - 1).square().mean()

    def unroll(self, real, latents):
        """The generator's loss against a discriminator that has taken some more Adam steps, differentiated through."""
        settings = self.work["optimizer"]
        names = [name for name, _ in self.discriminator.named_parameters()]
        weights = [value.detach().requires_grad_() for value in self.discriminator.parameters()]
        states = [self.discriminator_adam.state[value] for value in self.discriminator.parameters()]
        means = [state["exp_avg"] for state in states]
        squares = [state["exp_avg_sq"] for state in states]
        updates = states[0]["step"].item()
        fake = self.generator(latents)
        apply = lambda samples: functional_call(self.discriminator, dict(zip(names, weights)), samples)
        beta1, beta2 = settings["beta1"], settings["beta2"]
        for _ in range(self.work["unrolledSteps"]):
            loss = self.discriminator_objective(*self.judge_both(apply, real, fake))
            slopes = torch.autograd.grad(loss, weights, create_graph=True)
            updates += 1
            means = [m * beta1 + g * (1 - beta1) for m, g in zip(means, slopes)]
            squares = [v * beta2 + g * g * (1 - beta2) for v, g in zip(squares, slopes)]
            rate = settings["learningRate"] / (1 - beta1**updates)
            correction = 1 - beta2**updates
            # Epsilon squared under the root: the derivative of a bare root is infinite where a unit is dead.
            weights = [
                w - rate * m / torch.sqrt(v / correction + settings["epsilon"] ** 2)
                for w, m, v in zip(weights, means, squares)
            ]
        return self.generator_objective(apply(fake))


class JudgeSteps:
    """One update of the judge with Adam on cross-entropy."""

    def __init__(self, work, tensors, options):
        layout = torch.channels_last if options["channels_last"] else torch.contiguous_format
        self.batch = work["batchSize"]
        self.judge = Judge(tensors).to(memory_format=layout)
        self.adam = make_adam(self.judge.parameters(), work["optimizer"])
        self.images = to_images(tensors["data"]).contiguous(memory_format=layout)
        self.labels = torch.tensor(tensors["labels"]).long()
        self.given = torch.tensor(tensors["indices"]).long()

    def check(self):
        return [[self.step(indices).item()] for indices in self.given]

    def run(self, count):
        for _ in range(count):
            self.step(torch.randint(len(self.images), (self.batch,)))

    def step(self, indices):
        loss = F.cross_entropy(self.judge(self.images[indices]), self.labels[indices])
        self.adam.zero_grad()
        loss.backward()
        self.adam.step()
        return loss


class Product:
    """Matrix products of side 1024, the machine's rate."""

    def __init__(self, work, tensors, options):
        self.a, self.b = torch.randn(2, work["side"], work["side"])

    def check(self):
        return []

    def run(self, count):
        for _ in range(count):
            self.a @ self.b


STEPS = {"gan": GanSteps, "judge": JudgeSteps, "product": Product}
