import type { PresetSpec, PublishedSpec } from "assay";

/** A value of a table, and its standard error where the table has one. */
type Measured = readonly [value: number, standardError?: number];

/** A row of a table on mixtures in the plane. */
interface MixtureRow {
  readonly modes: Measured;
  readonly quality: Measured;
  readonly reverseKl?: Measured;
}

/** The row of a variant in table 1 of Lin et al. 2018, "PacGAN", arXiv:1712.04086. */
export function citePacgan<const Name extends string>(
  variant: Name,
  row: MixtureRow,
): PublishedSpec<Name>[] {
  return cite({
    source: "Lin et al. 2018, arXiv:1712.04086, table 1",
    protocol: "10 trials, 400 epochs of 1,000 steps, 2,500 samples",
    variant,
  }, row);
}

/** The row of a variant in table 1 of Srivastava et al. 2017, "VEEGAN", arXiv:1705.07761. */
export function citeVeegan<const Name extends string>(
  variant: Name,
  row: MixtureRow,
): PublishedSpec<Name>[] {
  return cite({
    source: "Srivastava et al. 2017, arXiv:1705.07761, table 1",
    protocol: "networks and steps of its own",
    variant,
  }, row);
}

function cite<const Name extends string>(
  table: Pick<PublishedSpec<Name>, "source" | "protocol" | "variant">,
  { modes, quality, reverseKl }: MixtureRow,
): PublishedSpec<Name>[] {
  const columns = { modes_covered: modes, high_quality_share: quality, reverse_kl: reverseKl };
  return Object.entries(columns).flatMap(([metric, measured]) => {
    if (measured === undefined) return [];
    const [value, standardError] = measured;
    return [{ ...table, metric, value, ...(standardError === undefined ? {} : { standardError }) }];
  });
}

/**
 * PacGAN's own protocol on mixtures in the plane, but for the data: z of two dimensions; a generator of four hidden
 * layers of 400 units with batch normalisation; a discriminator of three layers of 200 maxout units of five pieces;
 * kernels drawn with a standard deviation of 0.02; 100 inputs of the discriminator in a step, each of m samples; Adam
 * at 1e-4 with beta1 0.8; 400 epochs, which are 400,000 steps. It wants 100,000 training samples.
 *
 * Source: Lin et al. 2018, arXiv:1712.04086, section 4.1, and the configuration of fjxmlzn/PacGAN,
 * synthetic_data_experiments.
 */
export const FAITHFUL_TO_PACGAN = {
  seeds: [101, 102, 103],
  only: ["vanilla", "packing-2"],
  base: {
    latentDim: 2,
    batchSize: 100,
    stepCount: 400_000,
    optimizer: { kind: "adam", learningRate: 1e-4, beta1: 0.8 },
    generator: {
      kind: "mlp",
      hidden: [400, 400, 400, 400],
      activation: "relu",
      batchNorm: true,
      initialStandardDeviation: 0.02,
    },
    discriminator: {
      kind: "mlp",
      hidden: [200, 200, 200],
      activation: "maxout",
      pieces: 5,
      initialStandardDeviation: 0.02,
    },
  },
  evaluation: { every: 20_000 },
  claims: [
    { metric: "modes_covered", better: "packing-2", than: "vanilla" },
    { metric: "reverse_kl", better: "packing-2", than: "vanilla" },
  ],
  protocolDifferences: [
    "Both networks are updated in turn, on latents of their own; in PacGAN's code at once, on the same ones.",
    "Batches and packs are drawn with replacement from 100,000 points; in PacGAN's code epochs shuffle 100,000 packs of fixed points.",
    "The generator normalises all samples of a step together; in PacGAN's code each 100 by themselves.",
    "Samples are drawn with the statistics of their batch of 500, and 1e-5 is added to the variance; in PacGAN's code with a moving average, and 1e-4.",
    "Three seeds; PacGAN has ten trials.",
  ],
} as const satisfies PresetSpec<"vanilla" | "packing-2">;
