import type { Text } from "../language.ts";

/** Units of metrics. */
export const UNIT_MESSAGES = {
  "unit.nats": {
    en: "nats",
    uk: "нати",
    sr: "нати",
    zh: "奈特",
    ru: "наты",
    ko: "나트",
  },
  "unit.pixels": {
    en: "L2, pixels in [0, 1]",
    uk: "L2, пікселі в [0, 1]",
    sr: "L2, пиксели у [0, 1]",
    zh: "L2，像素取值 [0, 1]",
    ru: "L2, пиксели в [0, 1]",
    ko: "L2, 픽셀 [0, 1]",
  },
  "unit.points": {
    en: "as the points",
    uk: "як у точок",
    sr: "као код тачака",
    zh: "与点的坐标相同",
    ru: "как у точек",
    ko: "점의 단위",
  },
} as const satisfies Readonly<Record<string, Text>>;
