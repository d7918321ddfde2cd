import { assert, assertThrows } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { checkGradients } from "../../check_gradients.ts";
import { checkSecondOrder } from "../../gradients/second_order.ts";
import {
  computeOutputs,
  listDifferentiable,
  makeInputs,
  type OperationCase,
  replaceAt,
  weighOutputs,
} from "./case.ts";

/** Fails unless `run` throws an error whose text holds `message`. */
export function assertRefused(run: () => unknown, message: string): void {
  const error = assertThrows(run, Error);
  assert(error.message.includes(message), `${message} is wanted: ${error.message}`);
}

/**
 * Checks first and second derivatives of an operation against finite differences, or that they are refused as the table
 * says. Operations that have none are passed over.
 */
export function checkCase(
  name: string,
  operation: OperationCase,
  differences?: Parameters<typeof checkGradients>[2],
): void {
  const { refuses = {} } = operation;
  const inputs = makeInputs(name, operation);
  const by = listDifferentiable(inputs, computeOutputs(operation, inputs));
  if (by.length === 0 || refuses.gradient !== undefined) return;
  const args = Object.fromEntries(by.map((index) => [`input ${index}`, inputs[index]]));
  const weigh = (moved: Readonly<Record<string, tf.Tensor>>) =>
    weighOutputs(operation, replaceAt(inputs, by, by.map((index) => moved[`input ${index}`])));
  checkGradients(args, weigh, differences);
  const checkTwice = () => checkSecondOrder(args, (moved) => tf.square(weigh(moved)), differences);
  if (refuses.secondGradient === undefined) checkTwice();
  else assertRefused(checkTwice, refuses.secondGradient);
}
