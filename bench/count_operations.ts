import type { GanWork } from "./work.ts";

const KERNEL_AREA = 25;
const STRIDE = 2;

/** A layer, by its multiplications and additions forwards, of one sample. */
interface Layer {
  readonly operations: number;
}

/**
 * Counts the floating-point operations of one DCGAN step that its convolutions and matrix products cannot do without: a
 * multiplication and an addition for each weight and position. Normalisation, activations and Adam are not counted.
 *
 * A layer's gradient by its weights costs as much as the layer, and so does the gradient by its input. The discriminator
 * update runs the generator forwards, and the discriminator forwards and backwards on real and fake samples, but for the
 * gradient by the samples. The generator update runs both forwards, the discriminator backwards by its inputs only, and
 * the generator backwards, but for the gradient by the latents.
 *
 * @param work A step whose networks are both of kind `dcgan`.
 * @returns Operations of a batch.
 * @throws {RangeError} For other networks.
 */
export function countOperations(work: GanWork): number {
  const { generator, discriminator, shape, latentDim, batchSize } = work;
  if (
    generator.kind !== "dcgan" || discriminator.kind !== "dcgan" || shape.kind !== "images"
  ) {
    throw new RangeError(`Cannot count the operations of "${work.name}": DCGANs are wanted`);
  }
  if (shape.channels !== undefined) {
    throw new RangeError(`Cannot count the operations of "${work.name}": grey images are wanted`);
  }
  const made = listGenerator(generator.channels, { latentDim, size: shape.size });
  const judged = listDiscriminator(discriminator.channels, shape.size);
  const [makes, judges] = [sum(made), sum(judged)];
  const discriminatorUpdate = makes + 2 * (judges + 2 * judges - judged[0].operations);
  const generatorUpdate = makes + judges + judges + 2 * makes - made[0].operations;
  return batchSize * (discriminatorUpdate + generatorUpdate);
}

function listGenerator(
  channels: readonly number[],
  { latentDim, size }: { latentDim: number; size: number },
): Layer[] {
  const inner = size / STRIDE ** channels.length;
  const dense = { operations: 2 * latentDim * inner ** 2 * channels[0] };
  return [
    dense,
    ...[...channels.slice(1), 1].map((outputs, index) => {
      const side = inner * STRIDE ** index;
      return { operations: 2 * side ** 2 * KERNEL_AREA * channels[index] * outputs };
    }),
  ];
}

function listDiscriminator(channels: readonly number[], size: number): Layer[] {
  const last = size / STRIDE ** channels.length;
  return [
    ...channels.map((outputs, index) => {
      const side = size / STRIDE ** (index + 1);
      const inputs = index === 0 ? 1 : channels[index - 1];
      return { operations: 2 * side ** 2 * KERNEL_AREA * inputs * outputs };
    }),
    { operations: 2 * last ** 2 * channels[channels.length - 1] },
  ];
}

function sum(layers: readonly Layer[]): number {
  return layers.reduce((total, { operations }) => total + operations, 0);
}
