import type { Text } from "../language.ts";

/** The spaces that distances are taken in. */
export const SPACE_MESSAGES = {
  "space.plane": {
    en: "the plane",
    uk: "площина",
    sr: "раван",
    zh: "平面",
    ru: "плоскость",
    ko: "평면",
  },
  "space.judge": {
    en: "the judge’s penultimate layer, {count} features",
    uk: "передостанній шар судді, ознак: {count}",
    sr: "претпоследњи слој судије, обележја: {count}",
    zh: "评判网络的倒数第二层，{count} 个特征",
    ru: "предпоследний слой судьи, признаков: {count}",
    ko: "판정 모델의 끝에서 두 번째 층, 특징 {count}개",
  },
  "space.judge_channels": {
    en: "the judge’s penultimate layer on each of {channels} channels, {count} features",
    uk: "передостанній шар судді на кожному з {channels} каналів, ознак: {count}",
    sr: "претпоследњи слој судије на сваком од {channels} канала, обележја: {count}",
    zh: "评判网络在 {channels} 个通道上各自的倒数第二层，{count} 个特征",
    ru: "предпоследний слой судьи на каждом из {channels} каналов, признаков: {count}",
    ko: "{channels}개 채널 각각에 대한 판정 모델의 끝에서 두 번째 층, 특징 {count}개",
  },
} as const satisfies Readonly<Record<string, Text>>;
