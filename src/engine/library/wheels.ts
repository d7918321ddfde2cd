/** A Python wheel, held to its content. */
export interface PinnedWheel {
  /** Package name for pip. */
  readonly package: string;
  readonly version: string;
  /** Platform tags that pip is asked for. */
  readonly platforms: readonly string[];
  /** SHA-256 of the wheel, hexadecimal. */
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** A Python wheel that holds libtensorflow for one platform, to compute on the processor. */
export interface Wheel extends PinnedWheel {
  /** File names of the two libraries inside the wheel's `tensorflow/` folder, core first. */
  readonly libraries: readonly [core: string, framework: string];
}

const LINUX_LIBRARIES = ["libtensorflow_cc.so.2", "libtensorflow_framework.so.2"] as const;
const MACOS_LIBRARIES = ["libtensorflow_cc.2.dylib", "libtensorflow_framework.2.dylib"] as const;

/** The pinned wheels, by `<os>-<architecture>` as Deno names them. All are built for CPython 3.12; the libraries need no Python. */
export const WHEELS: Readonly<Record<string, Wheel>> = {
  "linux-x86_64": {
    package: "tensorflow-cpu",
    version: "2.20.0",
    platforms: ["manylinux_2_17_x86_64", "manylinux2014_x86_64"],
    sha256: "c7a9224185818094ed95c4e114d3efe77241db35fbf0b75251fb2bf6222dd6a7",
    sizeBytes: 258_989_246,
    libraries: LINUX_LIBRARIES,
  },
  "linux-aarch64": {
    package: "tensorflow",
    version: "2.20.0",
    platforms: ["manylinux_2_17_aarch64", "manylinux2014_aarch64"],
    sha256: "2bfbfb3dd0e22bffc45fe1e922390d27753e99261fab8a882e802cf98a0e078f",
    sizeBytes: 259_533_109,
    libraries: LINUX_LIBRARIES,
  },
  "darwin-aarch64": {
    package: "tensorflow",
    version: "2.20.0",
    platforms: ["macosx_12_0_arm64"],
    sha256: "52b122f0232fd7ab10f28d537ce08470d0b6dcac7fff9685432daac7f8a06c8f",
    sizeBytes: 200_540_302,
    libraries: MACOS_LIBRARIES,
  },
};

/** The interpreter tag of the pinned wheels, so that any Python 3's pip finds them. */
export const WHEEL_PYTHON = { version: "3.12", implementation: "cp", abi: "cp312" } as const;

/** Names under which the core library may lie in a folder, whatever the platform. */
export const CORE_LIBRARY_NAMES: readonly string[] = [LINUX_LIBRARIES[0], MACOS_LIBRARIES[0]];

/**
 * The wheel for a platform.
 *
 * @param platform `<os>-<architecture>`, e.g. `"linux-x86_64"`.
 * @throws {RangeError} When there is none, listing those that there are.
 */
export function findWheel(platform: string): Wheel {
  const wheel = WHEELS[platform];
  if (wheel === undefined) {
    throw new RangeError(
      `Cannot fetch libtensorflow for "${platform}": it is pinned for ${
        Object.keys(WHEELS).join(", ")
      }. ` +
        `Point ASSAY_LIBTENSORFLOW at a libtensorflow_cc of your own`,
    );
  }
  return wheel;
}
