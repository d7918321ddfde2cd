/**
 * C++ functions of TensorFlow's that its C API lacks, as Deno FFI signatures under short names. They are optional: another
 * version of the library may have them under other symbols.
 *
 * Source: `xla/tsl/util/determinism.h`, `xla/tsl/platform/tensor_float_32_utils.h`, `tensorflow/core/util/port.h` and
 * `xla/tsl/platform/default/dso_loader.h` (TensorFlow 2.20), mangled as the Itanium C++ ABI says.
 */
export const SWITCHES = {
  /** Operations and XLA take kernels that repeat themselves, or refuse. */
  enableOpDeterminism: {
    name: "_ZN3tsl19EnableOpDeterminismEb",
    parameters: ["bool"],
    result: "void",
    optional: true,
  },
  isOpDeterminismRequired: {
    name: "_ZN3tsl21OpDeterminismRequiredEv",
    parameters: [],
    result: "bool",
    optional: true,
  },
  /** Matrix products and convolutions may round their inputs to 10 bits of mantissa. */
  enableTensorFloat32: {
    name: "_ZN3tsl32enable_tensor_float_32_executionEb",
    parameters: ["bool"],
    result: "void",
    optional: true,
  },
  isTensorFloat32Enabled: {
    name: "_ZN3tsl33tensor_float_32_execution_enabledEv",
    parameters: [],
    result: "bool",
    optional: true,
  },
  isCudaBuild: {
    name: "_ZN10tensorflow19IsGoogleCudaEnabledEv",
    parameters: [],
    result: "bool",
    optional: true,
  },
  /** Loads NVIDIA's libraries; its `absl::Status`, returned through the first argument, is 1 when all of them load. */
  loadCudaLibraries: {
    name: "_ZN3tsl8internal9DsoLoader22TryDlopenCUDALibrariesEv",
    parameters: ["buffer"],
    result: "pointer",
    optional: true,
  },
} as const;
