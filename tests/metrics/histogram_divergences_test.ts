import { measureEntropy } from "../../src/metrics/entropy.ts";
import { measureJensenShannon } from "../../src/metrics/jensen_shannon.ts";
import { measureKlDivergence } from "../../src/metrics/kl_divergence.ts";
import { measureKlToUniform } from "../../src/metrics/kl_to_uniform.ts";
import { measureTotalVariation } from "../../src/metrics/total_variation.ts";
import { assertGolden, readGolden } from "./read_golden.ts";

for (const golden of readGolden("histogram_divergences")) {
  const p: number[] = golden.inputs.p_counts, q: number[] = golden.inputs.q_counts;
  const { expected } = golden;

  Deno.test(`measureKlDivergence() gives the golden values of ${golden.name}`, () => {
    assertGolden(measureKlDivergence(p, q), expected.kl_p_q_nats, golden);
    assertGolden(measureKlDivergence(q, p), expected.kl_q_p_nats, golden);
  });

  Deno.test(`measureKlToUniform() gives the golden value of ${golden.name}`, () => {
    assertGolden(measureKlToUniform(p), expected.kl_p_uniform_nats, golden);
  });

  Deno.test(`measureEntropy() is ln k less the golden divergence of ${golden.name}`, () => {
    assertGolden(measureEntropy(p), Math.log(p.length) - expected.kl_p_uniform_nats, golden);
  });

  Deno.test(`measureJensenShannon() gives the golden value of ${golden.name}`, () => {
    assertGolden(measureJensenShannon(p, q), expected.jsd_nats, golden);
    assertGolden(measureJensenShannon(q, p), expected.jsd_nats, golden);
    assertGolden(measureJensenShannon(p, q) / Math.LN2, expected.jsd_bits, golden);
    assertGolden(Math.sqrt(measureJensenShannon(p, q)), expected.js_distance_nats, golden);
  });

  Deno.test(`measureTotalVariation() gives the golden value of ${golden.name}`, () => {
    assertGolden(measureTotalVariation(p, q), expected.total_variation, golden);
    assertGolden(measureTotalVariation(q, p), expected.total_variation, golden);
  });
}
