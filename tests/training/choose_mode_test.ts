import { assertEquals } from "@std/assert";
import { chooseMode } from "../../src/training/choose_mode.ts";

const mlp = { kind: "mlp", hidden: [8], activation: "relu" } as const;
const dcgan = { kind: "dcgan", channels: [8] } as const;

Deno.test("chooseMode() is XLA for fully connected networks, a graph where one convolves", () => {
  assertEquals(chooseMode({ generator: mlp, discriminator: mlp }), "xla");
  assertEquals(chooseMode({ generator: mlp, discriminator: dcgan }), "graph");
  assertEquals(chooseMode({ generator: dcgan, discriminator: mlp }), "graph");
});

Deno.test("chooseMode() is a graph for more unrolled steps than XLA compiles in a few seconds", () => {
  const unrolled = (unrolledSteps: number) =>
    chooseMode({ generator: mlp, discriminator: mlp, unrolledSteps });
  assertEquals([unrolled(1), unrolled(5), unrolled(6)], ["xla", "xla", "graph"]);
});
