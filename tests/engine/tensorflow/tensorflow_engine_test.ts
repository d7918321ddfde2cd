import { assert, assertEquals, assertLess, assertStringIncludes, assertThrows } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import type { Engine } from "../../../src/engine/engine.ts";
import { ensureLibrary } from "../../../src/engine/library/ensure_library.ts";
import { disposeTree } from "../../../src/engine/tensor_tree.ts";
import { TensorFlowError } from "../../../src/engine/tensorflow/status.ts";
import { openTestEngine } from "../open_test_engine.ts";

async function withEngine(test: (engine: Engine) => void | Promise<void>): Promise<void> {
  const engine = await openTestEngine();
  try {
    await test(engine);
  } finally {
    engine.close();
  }
}

Deno.test("openTensorFlow() tells version, device and threads", () =>
  withEngine((engine) => {
    const { name, version, threads } = engine.description;
    assertEquals({ name, threads }, { name: "tensorflow", threads: 1 });
    assert(/^2\.\d+/.test(version), version);
  }));

Deno.test("compile() takes and returns trees, lists and arguments that pass through", () =>
  withEngine((engine) => {
    const step = engine.compile("step", (x: tf.Tensor, more: { list: tf.Tensor[] }) => ({
      joined: tf.concat(more.list, 0),
      stacked: tf.stack(more.list),
      added: tf.addN([x, ...more.list]),
      twice: [x, x],
    }));
    const x = tf.tensor([[1, 2]]);
    const result = step(x, { list: [x, tf.tensor([[3, 4]])] });
    assertEquals([...result.joined.dataSync()], [1, 2, 3, 4]);
    assertEquals(result.stacked.shape, [2, 1, 2]);
    assertEquals([...result.added.dataSync()], [5, 8]);
    assertEquals(result.twice.map((tensor) => [...tensor.dataSync()]), [[1, 2], [1, 2]]);
  }));

Deno.test("compile() captures once a signature, and anew for other shapes and types", () =>
  withEngine((engine) => {
    let captures = 0;
    const step = engine.compile("step", (x: tf.Tensor) => {
      captures++;
      return tf.add(x, x);
    });
    for (const values of [[1, 2], [3, 4], [1, 2, 3]]) step(tf.tensor(values));
    step(tf.tensor([1, 2], [2], "int32"));
    assertEquals(captures, 3);
  }));

Deno.test("compile() keeps what a step closes over as a constant", () =>
  withEngine((engine) => {
    const outside = tf.tensor([10, 20]);
    const step = engine.compile("step", (x: tf.Tensor) => tf.add(x, outside));
    assertEquals([...step(tf.tensor([1, 2])).dataSync()], [11, 22]);
    outside.dispose();
    assertEquals([...step(tf.tensor([3, 4])).dataSync()], [13, 24]);
  }));

const refusals: Record<string, [(x: tf.Tensor) => tf.Tensor, string]> = {
  "randomNormal": [(x) => tf.add(x, tf.randomNormal([2])), `Cannot capture "randomNormal"`],
  "randomUniform": [(x) => tf.add(x, tf.randomUniform([2])), `Cannot capture "randomUniform"`],
  "truncatedNormal": [
    (x) => tf.add(x, tf.truncatedNormal([2])),
    `Cannot capture "truncatedNormal"`,
  ],
  "dropout": [(x) => tf.dropout(x, 0.5), `Cannot capture "dropout"`],
  "Math.random": [(x) => tf.mul(x, Math.random()), `Cannot capture "Math.random"`],
  "dataSync": [(x) => tf.mul(x, tf.exp(x).dataSync()[0]), `Cannot read the output of "Exp"`],
  "print": [(x) => (tf.square(x).print(), x), `Cannot read the output of "Square"`],
};
for (const [name, [body, message]] of Object.entries(refusals)) {
  Deno.test(`compile() refuses ${name} by name`, () =>
    withEngine((engine) => {
      const x = tf.tensor([1, 2]);
      assertThrows(() => engine.compile("step", body)(x), Error, message);
      assertEquals([...tf.add(x, x).dataSync()], [2, 4], "operations run again after the refusal");
      tf.randomNormal([2]);
    }));
}

Deno.test("a capture that fails names the step, and the line of it that called the operation", () =>
  withEngine((engine) => {
    const read = (x: tf.Tensor) => tf.mul(x, tf.exp(x).dataSync()[0]);
    const error = assertThrows(() => engine.compile("train", read)(tf.tensor([1])), Error);
    assertStringIncludes(error.message, `in step "train", `);
    const line = /tensorflow_engine_test\.ts:(\d+)/.exec(error.message)?.[1];
    const source = Deno.readTextFileSync(new URL(import.meta.url)).split("\n");
    assertStringIncludes(source[Number(line) - 1], "tf.exp(x).dataSync()");
  }));

const impure: Record<string, [() => unknown, string]> = {
  "a number": [() => ({ loss: 3 }), `its result at "loss" is 3`],
  "nothing": [() => undefined, `its result is undefined`],
  "a function in a list": [() => [tf.scalar(1), () => 1], `its result at "1" is a function`],
};
for (const [name, [body, message]] of Object.entries(impure)) {
  Deno.test(`compile() refuses a step that returns ${name}`, () =>
    withEngine((engine) => {
      assertThrows(() => engine.compile("step", body as () => tf.Tensor)(), TypeError, message);
    }));
}

Deno.test("compile() refuses an output whose shape depends on data, by name", () =>
  withEngine((engine) => {
    const unique = engine.compile("step", (x: tf.Tensor1D) => tf.unique(x).values);
    const error = assertThrows(() => unique(tf.tensor1d([1, 1, 2])), Error);
    assertStringIncludes(error.message, `Cannot capture "UniqueV2": the shape of its output, [?],`);
    assertStringIncludes(error.message, "tensorflow_engine_test.ts:");
  }));

Deno.test("compile() takes integers and truth values", () =>
  withEngine((engine) => {
    for (const mode of ["graph", "xla"] as const) {
      const step = engine.compile(
        "step",
        (x: tf.Tensor, mask: tf.Tensor, shift: tf.Tensor) =>
          tf.where(mask, tf.add(x, tf.cast(shift, "float32")), tf.zerosLike(x)),
        { mode },
      );
      const shift = tf.tensor([2, 0], [2], "int32");
      const mask = tf.tensor([[1, 0], [1, 1]], [2, 2], "bool");
      const result = step(tf.tensor([[1, 2], [3, 4]]), mask, shift);
      assertEquals([...result.dataSync()], [3, 0, 5, 4], mode);
    }
  }));

Deno.test("listCompilations() tells mode, size and times of each capture", () =>
  withEngine((engine) => {
    const step = (x: tf.Tensor) => tf.add(tf.mul(x, x), x);
    engine.compile("plain", step)(tf.tensor([2]));
    const fast = engine.compile("fast", step, { mode: "xla" });
    assertEquals([...fast(tf.tensor([2, 3])).dataSync()], [6, 12]);
    fast(tf.tensor([4, 5]));
    const compilations = engine.listCompilations();
    assertEquals(compilations.map(({ step, mode }) => [step, mode]), [
      ["plain", "graph"],
      ["fast", "xla"],
    ]);
    for (const { operationCount, captureMs, firstCallMs } of compilations) {
      assertEquals(operationCount, 4, "an argument, two operations, and the returned identity");
      assert(captureMs > 0 && firstCallMs > 0);
    }
  }));

Deno.test("an operation that fails throws an error that names it", () =>
  withEngine((engine) => {
    const a = tf.zeros([2, 2]);
    const bad = tf.zeros([3, 2]);
    const run = () =>
      (tf.backend() as unknown as {
        executeSingleOutput(name: string, attributes: unknown[], inputs: tf.Tensor[]): tf.Tensor;
      }).executeSingleOutput("AddV2", [{ name: "T", type: 4, value: 1 }], [a, bad]);
    const error = assertThrows(run, TensorFlowError, `Cannot run "AddV2"`);
    assertEquals(error.operation, "AddV2");
    assertThrows(
      () => engine.compile("step", () => run())(),
      TensorFlowError,
      `Cannot run "AddV2"`,
    );
  }));

Deno.test("a missing library is an error that names the file", async () => {
  const { openLibrary } = await import("../../../src/engine/tensorflow/c_api.ts");
  const error = assertThrows(() => openLibrary("/nowhere/libtensorflow_cc.so.2"), Error);
  assertStringIncludes(
    error.message,
    `Cannot load the library "/nowhere/libtensorflow_framework.so.2"`,
  );
});

Deno.test("tensors and native memory stay flat over 30,000 captured steps", () =>
  withEngine((engine) => {
    const step = engine.compile("step", (state: { w: tf.Tensor }, x: tf.Tensor) => {
      const { value, grads } = tf.valueAndGrads((w: tf.Tensor) =>
        tf.mean(tf.square(tf.matMul(x as tf.Tensor2D, w as tf.Tensor2D))) as tf.Scalar
      )([state.w]);
      return { state: { w: tf.sub(state.w, tf.mul(grads[0], 0.01)) }, loss: value };
    });
    let state = { w: tf.ones([64, 64]) };
    function take(count: number): void {
      for (let index = 0; index < count; index++) {
        const x = tf.ones([8, 64]);
        const result = step(state, x);
        disposeTree(state, x, result.loss);
        state = result.state as typeof state;
      }
    }
    take(1000);
    const tensors = engine.tensorCount();
    const growths: number[] = [];
    for (let round = 0; round < 6; round++) {
      const before = nativeBytes();
      take(5000);
      growths.push(nativeBytes() - before);
    }
    assertEquals(engine.tensorCount(), tensors);
    // A leak grows in every round, pools and compiled code in some. 200 bytes a step would be as much; the sketch's
    // 6 KiB would be 30 MB.
    assertLess(Math.min(...growths), 1e6, `bytes in each round: ${growths}`);
  }));

/** Resident memory without V8's heap, which grows and shrinks as it likes. */
function nativeBytes(): number {
  const { rss, heapTotal } = Deno.memoryUsage();
  return rss - heapTotal;
}

Deno.test("a process that closes its engine ends well", async () => {
  const url = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);
  const program = `
    import { openTensorFlow } from ${url("../../../src/engine/tensorflow/tensorflow_engine.ts")};
    import * as tf from "@tensorflow/tfjs";
    const engine = openTensorFlow({ libraryPath: Deno.args[0], threads: 1 });
    engine.compile("square", (x) => tf.matMul(x, x))(tf.ones([8, 8]));
    engine.close();`;
  const file = await Deno.makeTempFile({
    dir: new URL(".", import.meta.url).pathname,
    suffix: ".ts",
  });
  try {
    await Deno.writeTextFile(file, program);
    const { code, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-check", file, await ensureLibrary(() => {})],
      env: { TF_CPP_MIN_LOG_LEVEL: "3" },
    }).output();
    assertEquals(code, 0, new TextDecoder().decode(stderr));
  } finally {
    await Deno.remove(file);
  }
});

Deno.test("an eager step shares no tensor between arguments and result, so that both can be freed", async () => {
  const engine = await openTestEngine({ capture: false });
  try {
    const x = tf.tensor([1, 2]);
    const result = engine.compile("step", (x: tf.Tensor) => ({ x, twice: [x, x] }))(x);
    disposeTree(x, result.x, result.twice[0]);
    assertEquals([...result.twice[1].dataSync()], [1, 2]);
  } finally {
    engine.close();
  }
});
