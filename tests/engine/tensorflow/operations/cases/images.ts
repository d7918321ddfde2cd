import * as tf from "@tensorflow/tfjs";
import { given, integers, normal, type OperationCases } from "../case.ts";

const image = normal(2, 4, 5, 3);

/** ResizeBilinear gives float32 whatever it is given, which the float64 engine does not know. */
const ALWAYS_FLOAT32 = "Unknown dtype enum 1";
/** Complex numbers are made of float32; their gradients would be complex, which tfjs's tape does not take. */
const COMPLEX64 = `Cannot run "Complex": Could not find device`;

/** Images, and signals. */
export const IMAGES: OperationCases = {
  "image.cropAndResize": {
    inputs: [image, given([[0.1, 0.1, 0.9, 0.8]]), integers(2, 1)],
    compute: (x, boxes, indices) => tf.image.cropAndResize(x, boxes, indices, [3, 3]),
    refuses: {
      xla: "CropAndResize (No registered",
      float64: `Cannot run "CropAndResize": cannot compute CropAndResize as input #1`,
      gradient: "Cannot compute gradient: gradient function not found for CropAndResize.",
    },
  },
  "image.flipLeftRight": { inputs: [image], compute: (x) => tf.image.flipLeftRight(x) },
  "image.grayscaleToRGB": {
    inputs: [normal(2, 3, 3, 1)],
    compute: (x) => tf.image.grayscaleToRGB(x),
  },
  "image.resizeBilinear": {
    inputs: [image],
    compute: (x) => tf.image.resizeBilinear(x, [6, 3]),
    refuses: { float64: ALWAYS_FLOAT32 },
  },
  "image.resizeBilinear with aligned corners": {
    inputs: [image],
    compute: (x) => tf.image.resizeBilinear(x, [7, 9], true),
    refuses: { float64: ALWAYS_FLOAT32 },
  },
  "image.resizeBilinear with half-pixel centres": {
    inputs: [image],
    compute: (x) => tf.image.resizeBilinear(x, [6, 3], false, true),
    refuses: { float64: ALWAYS_FLOAT32 },
  },
  "image.resizeNearestNeighbor": {
    inputs: [image],
    compute: (x) => tf.image.resizeNearestNeighbor(x, [8, 3]),
  },
  "image.resizeNearestNeighbor with half-pixel centres": {
    inputs: [image],
    compute: (x) => tf.image.resizeNearestNeighbor(x, [6, 3], false, true),
  },
  "image.rgbToGrayscale": { inputs: [image], compute: (x) => tf.image.rgbToGrayscale(x) },
  "image.rotateWithOffset": {
    inputs: [image],
    compute: (x) => tf.image.rotateWithOffset(x, 0.5),
    refuses: { eager: "Kernel 'RotateWithOffset' not registered for backend 'tensorflow'" },
  },
  "image.transform": {
    inputs: [image, normal(2, 8)],
    compute: (x, transforms) => tf.image.transform(x, transforms),
    refuses: { eager: "Kernel 'Transform' not registered for backend 'tensorflow'" },
  },
  "signal.frame": { inputs: [normal(10)], compute: (x) => tf.signal.frame(x, 4, 2) },
  "signal.hammingWindow": {
    inputs: [normal(8)],
    compute: (x) => tf.mul(x, tf.signal.hammingWindow(8)),
  },
  "signal.hannWindow": {
    inputs: [normal(8)],
    compute: (x) => tf.mul(x, tf.signal.hannWindow(8)),
  },
  "spectral.fft": {
    inputs: [normal(8), normal(8)],
    compute: (real, imaginary) => {
      const transformed = tf.spectral.fft(tf.complex(real, imaginary));
      return [tf.real(transformed), tf.imag(transformed)];
    },
    refuses: {
      float64: COMPLEX64,
      gradient: "Cannot compute gradient: gradient function not found for Imag.",
    },
  },
  "spectral.ifft": {
    inputs: [normal(8), normal(8)],
    compute: (real, imaginary) => {
      const transformed = tf.spectral.ifft(tf.complex(real, imaginary));
      return [tf.real(transformed), tf.imag(transformed)];
    },
    refuses: {
      float64: COMPLEX64,
      gradient: "Cannot compute gradient: gradient function not found for Imag.",
    },
  },
  "spectral.rfft": {
    inputs: [normal(8)],
    compute: (x) => tf.real(tf.spectral.rfft(x)),
    refuses: {
      float64: COMPLEX64,
      gradient: "Cannot compute gradient: gradient function not found for Real.",
    },
  },
};
