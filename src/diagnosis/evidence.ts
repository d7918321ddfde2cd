import type { Statement } from "../statements/statement.ts";

/** What a number is held against, and what lies on that side of it. */
export type BoundName = `bound.${
  | "collapse_up_to"
  | "collapse_from"
  | "no_collapse_above"
  | "partial_up_to"
  | "partial_from"
  | "healthy_above"
  | "healthy_below"
  | "chance"
  | "untrained_up_to"
  | "alike_above"
  | "copied_up_to"
  | "no_copies_above"}`;

/** Every sentence of evidence; those that have one end in a {@linkcode BoundName}. */
export type EvidenceName = `evidence.${
  | "classes_covered"
  | "modes_covered"
  | "modes_covered_fairly"
  | "class_entropy"
  | "mode_entropy"
  | "near_duplicates"
  | "among"
  | "spread"
  | "recall"
  | "precision"
  | "near_mode"
  | "nearest_training"
  | "growth"
  | "vanished_gradient"
  | "perfect_discriminator"
  | "ended_early"
  | "last_snapshot"
  | "change"}`;

/** One thing that was looked at: the number, what it is held against, and why. */
export type Evidence = Statement<EvidenceName>;
