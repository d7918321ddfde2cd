import * as tf from "@tensorflow/tfjs";
import { CONVOLUTION_GRADIENTS } from "./convolution_gradients.ts";
import { ELEMENTWISE_GRADIENTS } from "./elementwise_gradients.ts";
import { orderTape } from "./order_tape.ts";
import { POOLING_GRADIENTS } from "./pooling_gradients.ts";
import { REDUCTION_GRADIENTS } from "./reduction_gradients.ts";
import { STEP_GRADIENTS } from "./step_gradients.ts";
import { TILE_GRADIENT } from "./tile_gradient.ts";

/**
 * Makes the gradients of tfjs right, of any order: what tfjs-core 4.22 gets wrong or lacks is registered anew, and saved
 * outputs are found again by later derivatives. Every engine calls it when it opens; calling it again changes nothing.
 */
export function registerGradients(): void {
  orderTape();
  const gradients = [
    ...STEP_GRADIENTS,
    ...ELEMENTWISE_GRADIENTS,
    ...REDUCTION_GRADIENTS,
    TILE_GRADIENT,
    ...CONVOLUTION_GRADIENTS,
    ...POOLING_GRADIENTS,
  ];
  for (const gradient of gradients) tf.registerGradient(gradient);
}
