import type {
  Dcgan,
  Discriminator,
  Generator,
  MinibatchDiscrimination,
  Mlp,
} from "./experiment.ts";
import { findOrigin, hasPath, type Layer } from "./layer.ts";
import { formatFound, type Problem } from "./problem.ts";
import type { DiscriminatorSpec, GeneratorSpec, MlpSpec } from "./spec.ts";

/** A network's role in a GAN, and its key in the settings. */
export type Role = "generator" | "discriminator";

/** Where a network stands, and what it has to do with. */
export interface NetworkContext {
  readonly role: Role;
  readonly space: "images" | "points";
  /** What the settings were merged from, to say where a mistake was written. */
  readonly layers: readonly Layer[];
}

const DEFAULT_HIDDEN: Readonly<Record<Role, Readonly<Record<"images" | "points", number[]>>>> = {
  generator: { images: [256, 512], points: [128, 128] },
  discriminator: { images: [512, 256], points: [128, 128] },
};

const DEFAULT_CHANNELS: Readonly<Record<Role, number[]>> = {
  generator: [128, 64],
  discriminator: [64, 128],
};

const DEFAULT_MINIBATCH_DISCRIMINATION: MinibatchDiscrimination = {
  kernels: 32,
  dimensions: 8,
  reduction: "sum",
};

const DEFAULT_PIECES = 5;

const MLP_KEYS = ["hidden", "activation", "pieces", "initialStandardDeviation"];

/** Keys that a network of a kind cannot have. */
const FOREIGN_KEYS: Readonly<Record<Role, Readonly<Record<"mlp" | "dcgan", string[]>>>> = {
  generator: { mlp: ["channels"], dcgan: [...MLP_KEYS, "batchNorm"] },
  discriminator: { mlp: ["channels"], dcgan: MLP_KEYS },
};

/** Fills in what a generator leaves out. */
export function resolveGenerator(
  spec: GeneratorSpec = {},
  space: "images" | "points",
): Generator {
  return resolveLayers(spec, { role: "generator", space });
}

/** Fills in what a discriminator leaves out. */
export function resolveDiscriminator(
  spec: DiscriminatorSpec = {},
  space: "images" | "points",
): Discriminator {
  const network = resolveLayers(spec, { role: "discriminator", space });
  const own = spec.minibatchDiscrimination;
  if (own === undefined || own === null) return network;
  const { compareWith = "others", ...given } = own;
  const minibatchDiscrimination = {
    ...DEFAULT_MINIBATCH_DISCRIMINATION,
    ...given,
    ...(compareWith === "origin" ? { compareWith } : {}),
  };
  return { ...network, minibatchDiscrimination };
}

/** Checks that a network suits the data, and has only the keys of its kind. */
export function checkNetwork(
  spec: GeneratorSpec | DiscriminatorSpec = {},
  context: NetworkContext,
): Problem[] {
  const { role, space, layers } = context;
  const kind = spec.kind ?? "mlp";
  const foreign = FOREIGN_KEYS[role][kind].filter((key) => Object.hasOwn(spec, key));
  const problems: Problem[] = foreign.map((key) => ({
    path: findOrigin(layers, [role, key]) ?? [role, key],
    wanted: `left out, as the ${role} is of kind "${kind}"`,
    found: formatFound((spec as Record<string, unknown>)[key]),
  }));
  const { activation, pieces } = spec as MlpSpec;
  const layerOf = (key: string) =>
    layers.findLastIndex(({ settings }) => hasPath(settings, [role, key]));
  // Pieces that a layer below wrote for a maxout of its own go with it.
  const areMeant = pieces !== undefined && layerOf("pieces") >= layerOf("activation");
  if (kind === "mlp" && areMeant && activation !== "maxout") {
    const path = findOrigin(layers, [role, "pieces"]) ?? [role, "pieces"];
    const wanted = `left out, as the ${role}'s activation is not "maxout"`;
    problems.push({ path, wanted, found: formatFound(pieces) });
  }
  if (kind === "dcgan" && space === "points") {
    const path = findOrigin(layers, [role, "kind"]) ?? [role, "kind"];
    const wanted = '"mlp", as the data are points and "dcgan" needs images of 28 x 28';
    problems.push({ path, wanted, found: formatFound(kind) });
  }
  return problems;
}

function resolveLayers(
  spec: GeneratorSpec | DiscriminatorSpec,
  place: Pick<NetworkContext, "role" | "space">,
): Mlp | Dcgan & { batchNorm?: false } {
  if (spec.kind === "dcgan") {
    const { channels = DEFAULT_CHANNELS[place.role] } = spec;
    const isPlain = "batchNorm" in spec && spec.batchNorm === false;
    return { kind: "dcgan", channels, ...(isPlain ? { batchNorm: false } : {}) };
  }
  const { activation = "leaky-relu", initialStandardDeviation } = spec;
  return {
    kind: "mlp",
    hidden: spec.hidden ?? DEFAULT_HIDDEN[place.role][place.space],
    activation,
    ...(activation === "maxout" ? { pieces: spec.pieces ?? DEFAULT_PIECES } : {}),
    ...(spec.batchNorm ? { batchNorm: true } : {}),
    ...(initialStandardDeviation ? { initialStandardDeviation } : {}),
  };
}
