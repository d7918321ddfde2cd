import * as tf from "@tensorflow/tfjs";

/** Operations of tfjs that draw on the host, so that a capture would freeze their numbers. */
const RANDOM_OPERATIONS: ReadonlySet<string> = new Set([
  "dropout",
  "multinomial",
  "rand",
  "randomGamma",
  "randomNormal",
  "randomStandardNormal",
  "randomUniform",
  "randomUniformInt",
  "truncatedNormal",
]);

/**
 * Runs `body` with tfjs's own random operations refused by name: inside a capture their numbers would be drawn
 * once, and be the same at every replay.
 *
 * @param stepName The step under capture, for the error's text.
 * @param body What to run.
 * @returns What `body` returns.
 * @throws {Error} Naming the operation and the step.
 */
export function refuseRandomness<T>(stepName: string, body: () => T): T {
  const engine = tf.engine();
  const startScope = engine.startScope;
  const random = Math.random;
  engine.startScope = function (name?: string): void {
    const operation = name?.replace(/__op$/, "");
    if (operation !== undefined && RANDOM_OPERATIONS.has(operation)) {
      refuse(`"${operation}"`, stepName);
    }
    startScope.call(engine, name);
  };
  Math.random = () => refuse(`"Math.random"`, stepName);
  try {
    return body();
  } finally {
    engine.startScope = startScope;
    Math.random = random;
  }
}

function refuse(source: string, stepName: string): never {
  throw new Error(
    `Cannot capture ${source} in step "${stepName}": its numbers would be drawn once and repeat at every call. ` +
      `Draw them with src/engine/random.ts and pass them to the step as an argument`,
  );
}

/**
 * Refuses a result that holds anything but tensors: a captured step returns places in a graph, and what is not one
 * would stay as it was at the capture.
 *
 * @param stepName The step under capture.
 * @param result What it returned.
 * @throws {TypeError} Naming the place in the result and what is there.
 */
export function checkResult(stepName: string, result: unknown, path = ""): void {
  if (result instanceof tf.Tensor) return;
  if (typeof result !== "object" || result === null) {
    throw new TypeError(
      `Cannot capture step "${stepName}": its result${path && ` at "${path}"`} is ${
        typeof result === "function" ? "a function" : String(result)
      }. Return tensors, in records and arrays`,
    );
  }
  for (const [name, child] of Object.entries(result)) {
    checkResult(stepName, child, path === "" ? name : `${path}/${name}`);
  }
}
