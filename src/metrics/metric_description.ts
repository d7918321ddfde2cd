/** What a metric is, and how its number is read. */
export interface MetricDescription {
  /** The base name, without a protocol suffix. */
  readonly name: string;
  /** What tables and charts call it. */
  readonly label: string;
  /** The better direction; null where neither is. */
  readonly better: "higher" | "lower" | null;
  /** The data it is defined for: images of any kind, only those of one digit, only stacks of digits, points, or all. */
  readonly dataset: "images" | "digits" | "stacks" | "points" | "both";
  /** Whether it depends on the number of samples so much that its full name carries it. */
  readonly sampled: boolean;
  /** The most samples that an experiment takes it of, where that is a number: more cost more than they say. */
  readonly mostSamples?: number;
  /** The unit, where it has one. */
  readonly unit?: string;
  /** What it means, and when it lies. */
  readonly description: string;
  /** Paper or rule that defines it. */
  readonly source: string;
}
