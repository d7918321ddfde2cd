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
    version: "2.21.0",
    platforms: ["manylinux_2_27_x86_64"],
    sha256: "dcc8afd32930e42d5296b6ee19078b773706830af4ea97fbe503b9f5e0f820cb",
    sizeBytes: 274_000_871,
    libraries: LINUX_LIBRARIES,
  },
  "linux-aarch64": {
    package: "tensorflow",
    version: "2.21.0",
    platforms: ["manylinux_2_27_aarch64"],
    sha256: "b07d15737406533898e36c7ef7944b1be18e9028dc521b9229952c537bbc5552",
    sizeBytes: 281_946_471,
    libraries: LINUX_LIBRARIES,
  },
  "darwin-aarch64": {
    package: "tensorflow",
    version: "2.21.0",
    platforms: ["macosx_12_0_arm64"],
    sha256: "56ecd7d47429acbe1df2694d50b75bf9fc3995ac92cb367cd9af6c4780ead712",
    sizeBytes: 223_488_205,
    libraries: MACOS_LIBRARIES,
  },
};

/** The interpreter tag of the pinned wheels, so that any Python 3's pip finds them. */
export const WHEEL_PYTHON = { version: "3.12", implementation: "cp", abi: "cp312" } as const;

/** File names of the two libraries, core first, whatever the platform. */
export const LIBRARY_NAMES: readonly Wheel["libraries"][] = [LINUX_LIBRARIES, MACOS_LIBRARIES];

/** Names under which the core library may lie in a folder, whatever the platform. */
export const CORE_LIBRARY_NAMES: readonly string[] = LIBRARY_NAMES.map(([core]) => core);

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
