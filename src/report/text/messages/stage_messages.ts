import type { Text } from "../language.ts";

/** What the charts of stages say: when they ran, and what they took. */
export const STAGE_MESSAGES = {
  "run.gantt": {
    en: "When each stage ran",
    uk: "Коли виконувався кожен етап",
    sr: "Када је која етапа извршена",
    zh: "各阶段的运行时间",
    ru: "Когда выполнялся каждый этап",
    ko: "각 단계가 실행된 때",
  },
  "run.gantt_note": {
    en:
      "Bars are stages, a row is what ran one after another; stages side by side ran at once. Drawn is the longest sitting, from {start} on; {others} other {others:one=stage was;other=stages were} made at another time.",
    uk:
      "Смуги — етапи; в рядку те, що йшло одне за одним, поруч — те, що йшло водночас. Показано найдовший сеанс від {start}; етапів, зроблених іншим часом: {others}.",
    sr:
      "Траке су етапе; у реду оно што је ишло једно за другим, упоредо оно што је ишло истовремено. Приказана је најдужа сесија од {start}; етапа из другог времена: {others}.",
    zh:
      "条形为阶段，一行内依次运行，并列的同时运行。图中为最长的一次连续运行，始于 {start}；另有 {others} 个阶段在其他时间完成。",
    ru:
      "Полосы — этапы; в строке то, что шло одно за другим, рядом — то, что шло одновременно. Показан самый долгий сеанс с {start}; этапов, сделанных в другое время: {others}.",
    ko:
      "막대는 단계이며 한 줄은 차례로, 나란한 것은 동시에 실행된 것입니다. {start}부터의 가장 긴 구간이며 다른 때 만든 단계는 {others}개입니다.",
  },
  "run.gantt_label": {
    en: "Stages over time: {stages}.",
    uk: "Етапи в часі: {stages}.",
    sr: "Етапе у времену: {stages}.",
    zh: "各阶段随时间的运行：{stages} 个。",
    ru: "Этапы во времени: {stages}.",
    ko: "시간에 따른 단계: {stages}개.",
  },
  "run.variants": {
    en: "{count} variants",
    uk: "варіантів: {count}",
    sr: "варијанти: {count}",
    zh: "{count} 个变体",
    ru: "вариантов: {count}",
    ko: "변형 {count}개",
  },
  "run.since_seconds": {
    en: "since the start, s",
    uk: "від початку, с",
    sr: "од почетка, s",
    zh: "自开始起（秒）",
    ru: "с начала, с",
    ko: "시작부터, 초",
  },
  "run.since_minutes": {
    en: "since the start, min",
    uk: "від початку, хв",
    sr: "од почетка, min",
    zh: "自开始起（分钟）",
    ru: "с начала, мин",
    ko: "시작부터, 분",
  },
  "run.since_hours": {
    en: "since the start, h",
    uk: "від початку, год",
    sr: "од почетка, h",
    zh: "自开始起（小时）",
    ru: "с начала, ч",
    ko: "시작부터, 시간",
  },
  "run.worker": {
    en: "row",
    uk: "рядок",
    sr: "ред",
    zh: "行",
    ru: "строка",
    ko: "줄",
  },
  "run.start": {
    en: "start",
    uk: "початок",
    sr: "почетак",
    zh: "开始",
    ru: "начало",
    ko: "시작",
  },
  "run.cost": {
    en: "Time and memory by kind of stage",
    uk: "Час і пам’ять за видами етапів",
    sr: "Време и меморија по врсти етапе",
    zh: "各类阶段的时间与内存",
    ru: "Время и память по видам этапов",
    ko: "단계 종류별 시간과 메모리",
  },
  "run.cost_note": {
    en:
      "One dot a stage; the tick is the median. Of a cached stage, what it took when it was made.",
    uk: "Точка — етап; риска — медіана. Для етапу з кешу — скільки він узяв, коли його робили.",
    sr:
      "Тачка је етапа; цртица је медијана. За етапу из кеша — колико је трајала када је направљена.",
    zh: "每个点为一个阶段，横线为中位数。缓存阶段显示生成时的消耗。",
    ru: "Точка — этап; чёрточка — медиана. Для этапа из кеша — сколько он взял, когда его делали.",
    ko: "점은 단계, 눈금은 중앙값입니다. 캐시된 단계는 만들 때 든 값입니다.",
  },
  "run.seconds_axis": {
    en: "time, s",
    uk: "час, с",
    sr: "време, с",
    zh: "时间（秒）",
    ru: "время, с",
    ko: "시간, 초",
  },
  "run.memory_axis": {
    en: "peak memory, MiB",
    uk: "пік пам’яті, МіБ",
    sr: "највише меморије, MiB",
    zh: "峰值内存（MiB）",
    ru: "пик памяти, МиБ",
    ko: "최대 메모리, MiB",
  },
  "run.time_label": {
    en: "Time of stages by kind, median. {parts}.",
    uk: "Час етапів за видами, медіана. {parts}.",
    sr: "Време етапа по врсти, медијана. {parts}.",
    zh: "各类阶段的时间中位数。{parts}。",
    ru: "Время этапов по видам, медиана. {parts}.",
    ko: "종류별 단계 시간의 중앙값. {parts}.",
  },
  "run.memory_label": {
    en: "Peak memory of stages by kind, median. {parts}.",
    uk: "Пік пам’яті етапів за видами, медіана. {parts}.",
    sr: "Највише меморије по врсти етапе, медијана. {parts}.",
    zh: "各类阶段峰值内存的中位数。{parts}。",
    ru: "Пик памяти этапов по видам, медиана. {parts}.",
    ko: "종류별 최대 메모리의 중앙값. {parts}.",
  },
  "run.kind": {
    en: "kind",
    uk: "вид",
    sr: "врста",
    zh: "种类",
    ru: "вид",
    ko: "종류",
  },
  "run.median": {
    en: "median",
    uk: "медіана",
    sr: "медијана",
    zh: "中位数",
    ru: "медиана",
    ko: "중앙값",
  },
  "run.highest": {
    en: "highest",
    uk: "найбільше",
    sr: "највише",
    zh: "最大",
    ru: "наибольшее",
    ko: "최대",
  },
} as const satisfies Readonly<Record<string, Text>>;
