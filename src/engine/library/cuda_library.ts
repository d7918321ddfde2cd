import { createHash } from "node:crypto";
import { join } from "node:path";
import { findCacheFolder } from "./cache_folder.ts";
import type { PinnedWheel } from "./wheels.ts";

/** A wheel of which some files are kept. */
export interface CudaWheel extends PinnedWheel {
  /** Files that are kept, at the same place. */
  readonly members: readonly string[];
  /** What they take on disk. */
  readonly unpackedBytes: number;
  /** Licence texts by their path in the wheel. */
  readonly licences: readonly string[];
}

/** A libtensorflow that computes on CUDA devices, with the libraries of NVIDIA's that it loads. */
export interface CudaLibrary {
  /** Version of libtensorflow. */
  readonly version: string;
  /** The CUDA that it was built with, e.g. `"12.5"`. */
  readonly cuda: string;
  /** Lowest compute capability that it has kernels for, e.g. `"6.0"`. */
  readonly computeCapability: string;
  readonly wheels: readonly CudaWheel[];
}

const PLATFORMS = [
  "manylinux_2_27_x86_64",
  "manylinux_2_17_x86_64",
  "manylinux2014_x86_64",
  "manylinux_2_12_x86_64",
  "manylinux2010_x86_64",
];

/** One of NVIDIA's wheels, which unpack to `nvidia/<folder>/`. */
function describeNvidiaWheel(
  { folder, files, licence = "licenses/License.txt", ...wheel }:
    & Omit<CudaWheel, "package" | "platforms" | "members" | "licences">
    & { folder: string; files: readonly string[]; licence?: string },
): CudaWheel {
  return {
    ...wheel,
    package: `nvidia-${folder.replaceAll("_", "-")}-cu12`,
    platforms: PLATFORMS,
    members: files.map((file) => `nvidia/${folder}/${file}`),
    licences: [`nvidia_${folder}_cu12-${wheel.version}.dist-info/${licence}`],
  };
}

/**
 * The CUDA build of TensorFlow 2.20.0 (`is_cuda_build` in its `build_info.py`) and what pip resolved for its extra
 * `and-cuda` in November 2026. Two wheels that the extra asks for are left out, since nothing would load them: NCCL is
 * linked into the library, and cuRAND is neither on its run path nor called by it.
 */
const LINUX_X64: CudaLibrary = {
  version: "2.20.0",
  cuda: "12.5",
  computeCapability: "6.0",
  wheels: [
    {
      package: "tensorflow",
      version: "2.20.0",
      platforms: PLATFORMS,
      sha256: "25265b0bc527e0d54b1e9cc60c44a24f44a809fe27666b905f0466471f9c52ec",
      sizeBytes: 620_682_547,
      unpackedBytes: 1_272_928_064,
      members: ["tensorflow/libtensorflow_cc.so.2", "tensorflow/libtensorflow_framework.so.2"],
      licences: ["tensorflow/include/LICENSE", "tensorflow/THIRD_PARTY_NOTICES.txt"],
    },
    describeNvidiaWheel({
      folder: "cuda_runtime",
      version: "12.9.79",
      sha256: "25bba2dfb01d48a9b59ca474a1ac43c6ebf7011f1b0b8cc44f54eb6ac48a96c3",
      sizeBytes: 3_493_179,
      unpackedBytes: 741_088,
      files: ["lib/libcudart.so.12"],
    }),
    describeNvidiaWheel({
      folder: "cublas",
      version: "12.9.3.13",
      sha256: "d7d51055f161b317c7105ddaae90e71eda059026074ffef93cf7cde2886bfe72",
      sizeBytes: 581_217_458,
      unpackedBytes: 854_310_592,
      files: ["lib/libcublas.so.12", "lib/libcublasLt.so.12"],
    }),
    describeNvidiaWheel({
      folder: "cudnn",
      version: "9.28.0.42",
      sha256: "9ff58b7f36dacd0a93e89f8f2957b52466889217963701daa15e577317cfa375",
      sizeBytes: 716_538_495,
      unpackedBytes: 1_162_393_472,
      files: [
        "lib/libcudnn.so.9",
        "lib/libcudnn_adv.so.9",
        "lib/libcudnn_cnn.so.9",
        "lib/libcudnn_engines_precompiled.so.9",
        "lib/libcudnn_engines_runtime_compiled.so.9",
        "lib/libcudnn_engines_tensor_ir.so.9",
        "lib/libcudnn_ext.so.9",
        "lib/libcudnn_graph.so.9",
        "lib/libcudnn_heuristic.so.9",
        "lib/libcudnn_ops.so.9",
      ],
    }),
    describeNvidiaWheel({
      folder: "cufft",
      version: "11.4.1.4",
      sha256: "c67884f2a7d276b4b80eb56a79322a95df592ae5e765cf1243693365ccab4e28",
      sizeBytes: 200_877_592,
      unpackedBytes: 291_507_928,
      files: ["lib/libcufft.so.11"],
    }),
    describeNvidiaWheel({
      folder: "cusolver",
      version: "11.7.5.82",
      sha256: "15da72d1340d29b5b3cf3fd100e3cd53421dde36002eda6ed93811af63c40d88",
      sizeBytes: 338_117_415,
      unpackedBytes: 302_024_152,
      files: ["lib/libcusolver.so.11"],
    }),
    describeNvidiaWheel({
      folder: "cusparse",
      version: "12.5.10.65",
      sha256: "73060ce019ac064a057267c585bf1fd5a353734151f87472ff02b2c5c9984e78",
      sizeBytes: 366_465_088,
      unpackedBytes: 486_556_368,
      files: ["lib/libcusparse.so.12"],
    }),
    describeNvidiaWheel({
      folder: "nvjitlink",
      version: "12.9.86",
      sha256: "e3f1171dbdc83c5932a45f0f4c99180a70de9bd2718c1ab77d14104f6d7147f9",
      sizeBytes: 39_748_338,
      unpackedBytes: 95_935_344,
      files: ["lib/libnvJitLink.so.12"],
    }),
    // cuDNN compiles kernels with it.
    describeNvidiaWheel({
      folder: "cuda_nvrtc",
      version: "12.9.86",
      sha256: "210cf05005a447e29214e9ce50851e83fc5f4358df8b453155d5e1918094dcb4",
      sizeBytes: 89_568_129,
      unpackedBytes: 113_447_240,
      files: ["lib/libnvrtc.so.12", "lib/libnvrtc-builtins.so.12.9"],
    }),
    describeNvidiaWheel({
      folder: "cuda_cupti",
      version: "12.8.90",
      sha256: "ea0cb07ebda26bb9b29ba82cda34849e73c166c18162d3913575b0c9db9a6182",
      sizeBytes: 10_248_621,
      unpackedBytes: 7_595_792,
      files: ["lib/libcupti.so.12"],
      licence: "License.txt",
    }),
    // XLA calls the assembler, and links the mathematical functions into its kernels.
    describeNvidiaWheel({
      folder: "cuda_nvcc",
      version: "12.9.86",
      sha256: "5d6a0d32fdc7ea39917c20065614ae93add6f577d840233237ff08e9a38f58f0",
      sizeBytes: 40_546_229,
      unpackedBytes: 35_417_224,
      files: ["bin/ptxas", "nvvm/libdevice/libdevice.10.bc"],
    }),
  ],
};

/** The CUDA libraries, by `<os>-<architecture>` as Deno names them. */
export const CUDA_LIBRARIES: Readonly<Record<string, CudaLibrary>> = { "linux-x86_64": LINUX_X64 };

/** The folder of the cache that holds a CUDA library: `tensorflow/` and, on its run path, `nvidia/<folder>/lib/`. */
export function cudaFolder(library: CudaLibrary): string {
  const pins = library.wheels.map(({ sha256 }) => sha256).join("\n");
  const name = createHash("sha256").update(pins).digest("hex").slice(0, 12);
  return join(findCacheFolder(), "libtensorflow", `${library.version}-cuda-${name}`);
}
