"""Training steps in JAX: the whole step, its draws included, is one jitted function over donated state."""

from functools import partial

import jax
import jax.numpy as jnp

from jax_networks import apply_discriminator, apply_generator, apply_judge

softplus = jax.nn.softplus


def init_adam(parameters):
    zeros = jax.tree.map(jnp.zeros_like, parameters)
    return {"mean": zeros, "square": jax.tree.map(jnp.copy, zeros), "count": jnp.zeros(())}


def update_adam(settings, gradients, state, parameters, differentiable=False):
    """Kingma & Ba 2015, algorithm 1.

    Differentiable: epsilon squared stands under the root, whose derivative is infinite where a unit is dead.
    """
    beta1, beta2 = settings["beta1"], settings["beta2"]
    count = state["count"] + 1
    mean = jax.tree.map(lambda m, g: m * beta1 + g * (1 - beta1), state["mean"], gradients)
    square = jax.tree.map(lambda v, g: v * beta2 + g * g * (1 - beta2), state["square"], gradients)

    def root(v):
        v = v / (1 - beta2**count)
        epsilon = settings["epsilon"]
        return jnp.sqrt(v + epsilon**2) if differentiable else jnp.sqrt(v) + epsilon

    rate = settings["learningRate"] / (1 - beta1**count)
    updated = jax.tree.map(lambda p, m, v: p - rate * m / root(v), parameters, mean, square)
    return updated, {"mean": mean, "square": square, "count": count}


class GanSteps:
    """One discriminator update, then one generator update, each on fresh latents."""

    def __init__(self, work, tensors):
        self.work = work
        networks = {
            name: {key: jnp.array(value) for key, value in tensors.items() if key.startswith(name)}
            for name in ("generator", "discriminator")
        }
        self.state = {
            **networks,
            "generator_adam": init_adam(networks["generator"]),
            "discriminator_adam": init_adam(networks["discriminator"]),
        }
        self.data = jnp.array(tensors["data"])
        self.key = jax.random.key(0)
        self.inputs = []
        while f"input_{len(self.inputs)}/real" in tensors:
            prefix = f"input_{len(self.inputs)}/"
            self.inputs.append(
                {
                    key.removeprefix(prefix): jnp.array(value)
                    for key, value in tensors.items()
                    if key.startswith(prefix)
                }
            )
        self.given_step = jax.jit(self.step)
        self.drawn_step = jax.jit(self.draw_and_step, donate_argnums=(0, 1))

    def check(self):
        losses = []
        for given in self.inputs:
            self.state, step_losses = self.given_step(self.state, given)
            losses.append([float(loss) for loss in step_losses])
        return losses

    def run(self, count):
        for _ in range(count):
            self.state, self.key, losses = self.drawn_step(self.state, self.key, self.data)
        jax.block_until_ready((self.state, losses))

    def draw_and_step(self, state, key, data):
        key, *keys = jax.random.split(key, 5)
        batch, latent_dim = self.work["batchSize"], self.work["latentDim"]
        drawn = {
            "real": data[jax.random.randint(keys[0], (batch,), 0, len(data))],
            "latents_0": jax.random.normal(keys[1], (batch, latent_dim)),
            "latents_1": jax.random.normal(keys[2], (batch, latent_dim)),
        }
        if self.work.get("gradientPenalty"):
            drawn["mix"] = jax.random.uniform(keys[3], (batch,))
        state, losses = self.step(state, drawn)
        return state, key, losses

    def step(self, state, given):
        settings = self.work["optimizer"]
        fake = apply_generator(self.work, state["generator"], given["latents_0"])
        discriminator_loss, slopes = jax.value_and_grad(self.discriminator_loss)(
            state["discriminator"], given["real"], fake, given.get("mix")
        )
        discriminator, discriminator_adam = update_adam(
            settings, slopes, state["discriminator_adam"], state["discriminator"]
        )
        generator_loss, slopes = jax.value_and_grad(self.generator_loss)(
            state["generator"], discriminator, discriminator_adam, given
        )
        generator, generator_adam = update_adam(
            settings, slopes, state["generator_adam"], state["generator"]
        )
        state = {
            "generator": generator,
            "discriminator": discriminator,
            "generator_adam": generator_adam,
            "discriminator_adam": discriminator_adam,
        }
        return state, (discriminator_loss, generator_loss)

    def discriminator_loss(self, parameters, real, fake, mix=None):
        apply = partial(apply_discriminator, self.work, parameters)
        settings = self.work["discriminator"]
        if settings["kind"] == "dcgan" or settings.get("minibatchDiscrimination"):
            real_logits, fake_logits = apply(real), apply(fake)
        else:
            # As one batch where a discriminator takes samples one by one, which is the same and faster.
            real_logits, fake_logits = jnp.split(apply(jnp.concatenate([real, fake])), 2)
        if self.work["objective"] == "wasserstein":
            loss = fake_logits.mean() - real_logits.mean()
        else:
            loss = softplus(-real_logits).mean() + softplus(fake_logits).mean()
        if not self.work.get("gradientPenalty"):
            return loss
        between = fake + mix.reshape((-1,) + (1,) * (real.ndim - 1)) * (real - fake)
        slopes = jax.grad(lambda samples: apply(samples).sum())(between).reshape(len(real), -1)
        norms = jnp.linalg.norm(slopes, axis=1)
        return loss + self.work["gradientPenalty"] * jnp.square(norms - 1).mean()

    def generator_loss(self, parameters, discriminator, discriminator_adam, given):
        fake = apply_generator(self.work, parameters, given["latents_1"])
        for _ in range(self.work.get("unrolledSteps", 0)):
            slopes = jax.grad(self.discriminator_loss)(discriminator, given["real"], fake)
            discriminator, discriminator_adam = update_adam(
                self.work["optimizer"],
                slopes,
                discriminator_adam,
                discriminator,
                differentiable=True,
            )
        logits = apply_discriminator(self.work, discriminator, fake)
        if self.work["objective"] == "wasserstein":
            return -logits.mean()
        return softplus(-logits).mean()


class JudgeSteps:
    """One update of the judge with Adam on cross-entropy."""

    def __init__(self, work, tensors):
        self.work = work
        parameters = {key: jnp.array(value) for key, value in tensors.items() if key.startswith("judge/")}
        self.state = (parameters, init_adam(parameters))
        self.images, self.labels = jnp.array(tensors["data"]), jnp.array(tensors["labels"])
        self.given = jnp.array(tensors["indices"])
        self.key = jax.random.key(0)
        self.given_step = jax.jit(self.step)
        self.drawn_step = jax.jit(self.draw_and_step, donate_argnums=(0, 1))

    def check(self):
        losses = []
        for indices in self.given:
            self.state, loss = self.given_step(self.state, indices, self.images, self.labels)
            losses.append([float(loss)])
        return losses

    def run(self, count):
        for _ in range(count):
            self.state, self.key, loss = self.drawn_step(self.state, self.key, self.images, self.labels)
        jax.block_until_ready((self.state, loss))

    def draw_and_step(self, state, key, images, labels):
        key, drawn = jax.random.split(key)
        indices = jax.random.randint(drawn, (self.work["batchSize"],), 0, len(images))
        state, loss = self.step(state, indices, images, labels)
        return state, key, loss

    def step(self, state, indices, images, labels):
        parameters, adam = state

        def measure(parameters):
            scores = jax.nn.log_softmax(apply_judge(parameters, images[indices]))
            return -jnp.take_along_axis(scores, labels[indices][:, None], 1).mean()

        loss, slopes = jax.value_and_grad(measure)(parameters)
        return update_adam(self.work["optimizer"], slopes, adam, parameters), loss


class Product:
    """Matrix products of side 1024, the machine's rate."""

    def __init__(self, work, tensors):
        self.a, self.b = jax.random.normal(jax.random.key(0), (2, work["side"], work["side"]))
        self.multiply = jax.jit(jnp.matmul)

    def check(self):
        return []

    def run(self, count):
        for _ in range(count):
            product = self.multiply(self.a, self.b)
        product.block_until_ready()


STEPS = {"gan": GanSteps, "judge": JudgeSteps, "product": Product}
