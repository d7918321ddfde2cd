import type { MessageKey } from "../text/messages.ts";

/** Two columns of the training history that share an axis. */
export interface Quantity {
  readonly id: string;
  readonly title: MessageKey;
  /** Column of the discriminator, drawn in grey and dashed. */
  readonly grey: { readonly column: string; readonly label: MessageKey };
  /** Column of the generator, drawn in the variant's colour. */
  readonly colored: { readonly column: string; readonly label: MessageKey };
  readonly range?: readonly [number, number];
  /** Whether it is of probabilities, which a critic's scores are not. */
  readonly isOfProbabilities?: boolean;
  readonly mayBeLog: boolean;
}

/** What is drawn against training steps, in this order. */
export const QUANTITIES: readonly Quantity[] = [
  {
    id: "losses",
    title: "training.losses",
    grey: { column: "discriminator_loss", label: "training.discriminator" },
    colored: { column: "generator_loss", label: "training.generator" },
    mayBeLog: false,
  },
  {
    id: "outputs",
    title: "training.outputs",
    grey: { column: "d_real", label: "training.on_real" },
    colored: { column: "d_fake", label: "training.on_fake" },
    range: [0, 1],
    isOfProbabilities: true,
    mayBeLog: false,
  },
  {
    id: "gradients",
    title: "training.gradients",
    grey: { column: "discriminator_gradient_norm", label: "training.discriminator" },
    colored: { column: "generator_gradient_norm", label: "training.generator" },
    mayBeLog: true,
  },
];
