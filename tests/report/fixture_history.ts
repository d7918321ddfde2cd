import type { History } from "../../src/report/report_data.ts";
import type { FixtureRandom } from "./fixture_random.ts";

/** How a fixture's training goes. */
export interface FixtureTraining {
  readonly stepCount: number;
  /** How far the discriminator gets ahead, 0 (balance) to 1 (it wins). */
  readonly lead: number;
  /** Where the loss becomes NaN. */
  readonly divergesAt?: number;
}

/** Makes curves that look like those of a GAN. */
export function makeFixtureHistory(
  { stepCount, lead, divergesAt }: FixtureTraining,
  random: FixtureRandom,
): History {
  const columns: Record<string, number[]> = {
    step: [],
    discriminator_loss: [],
    generator_loss: [],
    d_real: [],
    d_fake: [],
    discriminator_gradient_norm: [],
    generator_gradient_norm: [],
  };
  const end = divergesAt ?? stepCount;
  for (let step = 1; step <= end; step++) {
    const ahead = lead * (1 - Math.exp(-step / 220)) + 0.04 * Math.sin(step / 90);
    const noise = (size: number): number => 1 + size * random.normal();
    const real = Math.min(0.999, Math.max(0.01, 0.52 + 0.46 * ahead + 0.05 * random.normal()));
    const fake = Math.min(0.99, Math.max(0.001, 0.48 - 0.45 * ahead + 0.05 * random.normal()));
    const isLast = step === divergesAt;
    columns.step.push(step);
    columns.discriminator_loss.push(isLast ? NaN : -Math.log(real) - Math.log(1 - fake));
    columns.generator_loss.push(isLast ? NaN : -Math.log(fake) * Math.abs(noise(0.1)));
    columns.d_real.push(isLast ? NaN : real);
    columns.d_fake.push(isLast ? NaN : fake);
    const rise = divergesAt ? Math.exp(step / divergesAt * 4) : 1;
    columns.discriminator_gradient_norm.push(
      (1.1 - ahead) * rise * Math.exp(0.4 * random.normal()),
    );
    columns.generator_gradient_norm.push(
      (0.4 + 2 * ahead) * rise * Math.exp(0.4 * random.normal()),
    );
  }
  return Object.fromEntries(
    Object.entries(columns).map(([name, values]) => [name, Float64Array.from(values)]),
  );
}
