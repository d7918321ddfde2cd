import { assert, assertEquals, assertLess } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import type { Engine } from "../../../src/engine/engine.ts";
import { openPortable } from "../../../src/engine/portable/portable_engine.ts";
import { disposeTree } from "../../../src/engine/tensor_tree.ts";

async function withEngine(test: (engine: Engine) => void | Promise<void>): Promise<void> {
  const engine = await openPortable({ threads: 1 });
  try {
    await test(engine);
  } finally {
    engine.close();
  }
}

Deno.test("openPortable() tells the package's version, one CPU thread, and no captures", async () => {
  const path = new URL("../../../deno.json", import.meta.url);
  const { imports } = JSON.parse(await Deno.readTextFile(path));
  const engine = await openPortable({ threads: 4 });
  const [, version] = imports["@tensorflow/tfjs-backend-wasm"].match(/@(\d[^@]*)$/);
  assertEquals(engine.description, { name: "portable", version, device: "CPU", threads: 1 });
  assertEquals(engine.listCompilations(), []);
  engine.close();
});

Deno.test("openPortable() opens again after a close", async () => {
  for (let round = 0; round < 2; round++) {
    await withEngine(() => assertEquals([...tf.add([1], [2]).dataSync()], [3]));
  }
});

Deno.test("compile() takes and returns trees, and frees what lies between", () =>
  withEngine((engine) => {
    const step = engine.compile("step", (x: tf.Tensor, more: { list: tf.Tensor[] }) => ({
      joined: tf.concat(more.list, 0),
      added: tf.addN([x, ...more.list]),
    }));
    const [x, y] = [tf.tensor([[1, 2]]), tf.tensor([[3, 4]])];
    const before = engine.tensorCount();
    const result = step(x, { list: [x, y] });
    assertEquals(engine.tensorCount() - before, 2);
    assertEquals([...result.joined.dataSync()], [1, 2, 3, 4]);
    assertEquals([...result.added.dataSync()], [5, 8]);
  }));

Deno.test("compile() returns tensors of their own, whatever becomes of arguments and of each other", () =>
  withEngine((engine) => {
    const step = engine.compile("step", (x: tf.Tensor) => {
      const sum = tf.add(x, 1);
      return { x, again: x, sum, twice: [sum, sum] };
    });
    const x = tf.tensor([1, 2]);
    const { x: same, again, sum, twice } = step(x);
    x.dispose();
    same.dispose();
    sum.dispose();
    twice[0].dispose();
    assertEquals([...again.dataSync()], [1, 2]);
    assertEquals([...twice[1].dataSync()], [2, 3]);
  }));

Deno.test("tensors and memory stay flat over 3,000 training steps", () =>
  withEngine((engine) => {
    const step = engine.compile("step", (state: { w: tf.Tensor }, x: tf.Tensor) => {
      const { value, grads } = tf.valueAndGrads((w: tf.Tensor) =>
        tf.mean(tf.square(tf.leakyRelu(tf.matMul(x as tf.Tensor2D, w as tf.Tensor2D)))) as tf.Scalar
      )([state.w]);
      return { state: { w: tf.sub(state.w, tf.mul(grads[0], 0.01)) }, loss: value };
    });
    let state = { w: tf.ones([64, 64]) as tf.Tensor };
    function take(count: number): void {
      for (let index = 0; index < count; index++) {
        const x = tf.ones([8, 64]);
        const result = step(state, x);
        disposeTree(state, x, result.loss);
        state = result.state;
      }
    }
    take(500);
    const heapBytes = () =>
      (tf.backend() as unknown as { wasm: { HEAPU8: Uint8Array } }).wasm.HEAPU8.byteLength;
    const before = { tensors: engine.tensorCount(), bytes: heapBytes() };
    take(3000);
    assertEquals(engine.tensorCount(), before.tensors);
    // One matrix left behind by each step would be 48 MB, one packed factor as much.
    assertEquals(heapBytes(), before.bytes);
    assert([...state.w.dataSync()].every(Number.isFinite));
    assertLess(state.w.dataSync()[0], 1);
  }));
