import type { Text } from "../language.ts";

/** What an interval says of a claim. */
export const READING_MESSAGES = {
  "reading.shown": {
    en: "The whole interval lies on the claimed side of {origin}{also}.",
    uk: "Весь інтервал лежить на заявленому боці від {origin}{also}.",
    sr: "Цео интервал лежи на тврђеној страни од {origin}{also}.",
    zh: "整个区间都在 {origin} 的所主张一侧{also}。",
    ru: "Весь интервал лежит на заявленной стороне от {origin}{also}.",
    ko: "구간 전체가 {origin}의 주장한 쪽에 있습니다{also}.",
  },
  "reading.not_shown": {
    en: "The whole interval lies on the other side of {origin}{against}{also}.",
    uk: "Весь інтервал лежить на іншому боці від {origin}{against}{also}.",
    sr: "Цео интервал лежи на другој страни од {origin}{against}{also}.",
    zh: "整个区间都在 {origin} 的另一侧{against}{also}。",
    ru: "Весь интервал лежит на другой стороне от {origin}{against}{also}.",
    ko: "구간 전체가 {origin}의 반대쪽에 있습니다{against}{also}.",
  },
  "reading.favour": {
    en: ", in favour of {variant}",
    uk: ", на користь {variant}",
    sr: ", у корист {variant}",
    zh: "，支持 {variant}",
    ru: ", в пользу {variant}",
    ko: "({variant}에 유리)",
  },
  "reading.also": {
    en: ", also at the {level} % that allow for the other claims",
    uk: ", також за {level} %, що зважають на інші твердження",
    sr: ", и уз {level} % који узимају у обзир друге тврдње",
    zh: "，在顾及其他论断的 {level} % 水平上亦然",
    ru: ", также при {level} %, учитывающих другие утверждения",
    ko: "(다른 주장을 고려한 {level} %에서도)",
  },
  "reading.wide": {
    en:
      "At the {level} % that allow for the other claims it is {interval}, which contains {origin}.",
    uk: "За {level} %, що зважають на інші твердження, він {interval} і містить {origin}.",
    sr: "Уз {level} % који узимају у обзир друге тврдње он је {interval} и садржи {origin}.",
    zh: "在顾及其他论断的 {level} % 水平上为 {interval}，包含 {origin}。",
    ru: "При {level} %, учитывающих другие утверждения, он {interval} и содержит {origin}.",
    ko: "다른 주장을 고려한 {level} %에서는 {interval}이며 {origin}을 포함합니다.",
  },
  "reading.open": {
    en: "The interval contains {origin}: these seeds allow either side.",
    uk: "Інтервал містить {origin}: ці зерна допускають обидва боки.",
    sr: "Интервал садржи {origin}: ова семена допуштају обе стране.",
    zh: "区间包含 {origin}：这些种子允许任一方向。",
    ru: "Интервал содержит {origin}: эти зёрна допускают обе стороны.",
    ko: "구간이 {origin}을 포함합니다: 이 시드들로는 어느 쪽도 가능합니다.",
  },
  "reading.exact": {
    en: "Without any spread over seeds it is exact for these, and promises nothing for others.",
    uk: "Без розкиду за зернами він точний для цих і нічого не обіцяє щодо інших.",
    sr: "Без расипања по семенима тачан је за ова, а за друга не обећава ништа.",
    zh: "各种子之间没有离散，因此对这些种子是精确的，但不保证其他种子。",
    ru: "Без разброса по зёрнам он точен для этих и ничего не обещает о других.",
    ko: "시드 간 산포가 없어 이 시드들에는 정확하지만 다른 시드에 대해서는 보장하지 않습니다.",
  },
  "reading.all_held": {
    en:
      "All {n} seeds keep to the bound. As far as {seeds} can tell, at least {share} % of all seeds do.",
    uk:
      "Усі {n} {n:few=зерна;other=зерен} дотримуються межі. Наскільки можуть сказати {seeds}, щонайменше {share} % усіх зерен теж.",
    sr:
      "Свих {n} семена поштује границу. Колико {seeds} могу рећи, бар {share} % свих семена то чини.",
    zh: "全部 {n} 个种子都在界内。就 {seeds} 个种子所能说明的，至少 {share} % 的种子如此。",
    ru:
      "Все {n} {n:few=зерна;other=зёрен} держатся границы. Насколько могут сказать {seeds}, не менее {share} % всех зёрен тоже.",
    ko:
      "시드 {n}개 모두 한계를 지킵니다. {seeds}개로 알 수 있는 한 전체 시드의 최소 {share} %가 그렇습니다.",
  },
  "reading.misses": {
    en: "{misses} of {n} {n:one=seed;other=seeds} {misses:one=misses;other=miss} the bound.",
    uk: "Межу порушили {misses} з {n} {n:one=зерна;other=зерен}.",
    sr: "Границу је прекршило {misses} од {n} семена.",
    zh: "{n} 个种子中有 {misses} 个越界。",
    ru: "Границу нарушили {misses} из {n} {n:one=зерна;other=зёрен}.",
    ko: "시드 {n}개 중 {misses}개가 한계를 벗어납니다.",
  },
  "plot.claimed": {
    en: "as claimed",
    uk: "як заявлено",
    sr: "како се тврди",
    zh: "如所主张",
    ru: "как заявлено",
    ko: "주장대로",
  },
  "plot.high": {
    en: "too high",
    uk: "зависоко",
    sr: "превисоко",
    zh: "过高",
    ru: "слишком высоко",
    ko: "너무 높음",
  },
  "plot.low": {
    en: "too low",
    uk: "занизько",
    sr: "прениско",
    zh: "过低",
    ru: "слишком низко",
    ko: "너무 낮음",
  },
} as const satisfies Readonly<Record<string, Text>>;
