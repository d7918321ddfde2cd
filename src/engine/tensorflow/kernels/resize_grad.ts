import * as tf from "@tensorflow/tfjs";
import { type Attribute, AttributeKind } from "../attributes.ts";
import type { Kernel } from "./kernel.ts";

interface ResizeAttributes {
  readonly alignCorners: boolean;
  readonly halfPixelCenters: boolean;
}

function describeResize(type: number, attributes: ResizeAttributes): Attribute[] {
  return [
    { name: "T", type: AttributeKind.TYPE, value: type },
    { name: "align_corners", type: AttributeKind.BOOL, value: attributes.alignCorners },
    { name: "half_pixel_centers", type: AttributeKind.BOOL, value: attributes.halfPixelCenters },
  ];
}

/** The gradient of bilinear resizing. tfjs-node's own forgets half-pixel centres. */
export const resizeBilinearGrad: Kernel = (backend, { images, dy }, attributes) =>
  backend.executeSingleOutput(
    "ResizeBilinearGrad",
    describeResize(
      backend.getDTypeInteger(images.dtype),
      attributes as unknown as ResizeAttributes,
    ),
    [dy, images],
  );

/** The gradient of resizing to the nearest neighbour. tfjs-node's own forgets half-pixel centres. */
export const resizeNearestNeighborGrad: Kernel = (backend, { images, dy }, attributes) => {
  const size = tf.tensor1d(images.shape.slice(1, 3), "int32");
  try {
    return backend.executeSingleOutput(
      "ResizeNearestNeighborGrad",
      describeResize(
        backend.getDTypeInteger(images.dtype),
        attributes as unknown as ResizeAttributes,
      ),
      [dy, size],
    );
  } finally {
    size.dispose();
  }
};
