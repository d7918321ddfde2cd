import * as tf from "@tensorflow/tfjs";
import { CONVOLUTION_GRADIENTS } from "./convolution_gradients.ts";
import { DIVISION_GRADIENTS } from "./division_gradients.ts";
import { ELEMENTWISE_GRADIENTS } from "./elementwise_gradients.ts";
import { IMAGE_GRADIENTS } from "./image_gradients.ts";
import { INDEXING_GRADIENTS } from "./indexing_gradients.ts";
import { MATRIX_GRADIENTS } from "./matrix_gradients.ts";
import { orderTape } from "./order_tape.ts";
import { POOLING_GRADIENTS } from "./pooling_gradients.ts";
import { REDUCTION_GRADIENTS } from "./reduction_gradients.ts";
import { SCAN_GRADIENTS } from "./scan_gradients.ts";
import { SLICING_GRADIENTS } from "./slicing_gradients.ts";
import { STEP_GRADIENTS } from "./step_gradients.ts";
import { TILE_GRADIENT } from "./tile_gradient.ts";

const GRADIENTS: readonly tf.GradConfig[] = [
  ...CONVOLUTION_GRADIENTS,
  ...DIVISION_GRADIENTS,
  ...ELEMENTWISE_GRADIENTS,
  ...IMAGE_GRADIENTS,
  ...INDEXING_GRADIENTS,
  ...MATRIX_GRADIENTS,
  ...POOLING_GRADIENTS,
  ...REDUCTION_GRADIENTS,
  ...SCAN_GRADIENTS,
  ...SLICING_GRADIENTS,
  ...STEP_GRADIENTS,
  TILE_GRADIENT,
];

/**
 * Makes the gradients of tfjs right, of any order: what tfjs-core 4.22 gets wrong or lacks is registered anew, and saved
 * outputs are found again by later derivatives. Every engine calls it when it opens; calling it again changes nothing.
 */
export function registerGradients(): void {
  orderTape();
  for (const gradient of GRADIENTS) tf.registerGradient(gradient);
}
