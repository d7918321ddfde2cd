import type { Text } from "../language.ts";

/** What the account of the run says. */
export const RUN_MESSAGES = {
  "run.title": {
    en: "How it was made",
    uk: "Як це зроблено",
    sr: "Како је настало",
    zh: "如何得到这些结果",
    ru: "Как это сделано",
    ko: "만들어진 과정",
  },
  "run.repeat": {
    en: "Repeat it with",
    uk: "Повторити командою",
    sr: "Понови командом",
    zh: "用此命令重复",
    ru: "Повторить командой",
    ko: "반복하는 명령",
  },
  "run.verify": {
    en: "Check every artifact against its digest with",
    uk: "Звірити кожен артефакт із його хешем",
    sr: "Провери сваки артефакт према сажетку",
    zh: "用此命令按摘要核对每个产物",
    ru: "Сверить каждый артефакт с его хешем",
    ko: "모든 산출물을 다이제스트와 대조하는 명령",
  },
  "run.stages": {
    en: "Stages",
    uk: "Етапи",
    sr: "Етапе",
    zh: "阶段",
    ru: "Этапы",
    ko: "단계",
  },
  "run.graph": {
    en: "Graph of stages. {stages}.",
    uk: "Граф етапів. {stages}.",
    sr: "Граф етапа. {stages}.",
    zh: "阶段图。{stages}。",
    ru: "Граф этапов. {stages}.",
    ko: "단계 그래프. {stages}.",
  },
  "run.graph_note": {
    en:
      "Solid boxes ran, dashed boxes came from the cache, heavy ones failed or diverged. Runs of one variant share a box, with the time of all of them; arrows that others imply are left out.",
    uk:
      "Суцільні рамки виконано, пунктирні взято з кешу, товсті зазнали невдачі або розбіглися. Запуски одного варіанта мають спільну рамку із сумою їхнього часу; стрілки, що випливають з інших, опущено.",
    sr:
      "Пуни оквири су извршени, испрекидани су из кеша, дебели нису успели или су дивергирали. Покретања једне варијанте деле оквир, са збиром њиховог времена; стрелице које следе из других су изостављене.",
    zh:
      "实线框为已运行，虚线框来自缓存，粗线框为失败或发散。同一变体的各次运行共用一个框，时间为其总和；可由其他箭头推出的箭头省略。",
    ru:
      "Сплошные рамки выполнены, пунктирные взяты из кеша, толстые не удались или разошлись. Запуски одного варианта делят рамку с суммой их времени; стрелки, следующие из других, опущены.",
    ko:
      "실선 상자는 실행됨, 점선은 캐시, 굵은 선은 실패 또는 발산입니다. 한 변형의 실행들은 상자를 공유하며 시간은 그 합입니다. 다른 화살표로 알 수 있는 것은 생략했습니다.",
  },
  "run.totals": {
    en: "{count} {count:one=stage;other=stages} · {time} of work in this run",
    uk: "Етапів: {count} · роботи в цьому запуску: {time}",
    sr: "Етапа: {count} · рада у овом покретању: {time}",
    zh: "{count} 个阶段 · 本次运行工作量 {time}",
    ru: "Этапов: {count} · работы в этом запуске: {time}",
    ko: "단계 {count}개 · 이번 실행의 작업 시간 {time}",
  },
  "run.every_stage": {
    en: "Time and memory of every stage",
    uk: "Час і пам’ять кожного етапу",
    sr: "Време и меморија сваке етапе",
    zh: "每个阶段的时间与内存",
    ru: "Время и память каждого этапа",
    ko: "단계별 시간과 메모리",
  },
  "run.stage": {
    en: "stage",
    uk: "етап",
    sr: "етапа",
    zh: "阶段",
    ru: "этап",
    ko: "단계",
  },
  "run.status": {
    en: "status",
    uk: "стан",
    sr: "стање",
    zh: "状态",
    ru: "состояние",
    ko: "상태",
  },
  "run.time": {
    en: "time",
    uk: "час",
    sr: "време",
    zh: "时间",
    ru: "время",
    ko: "시간",
  },
  "run.memory": {
    en: "peak memory",
    uk: "пік пам’яті",
    sr: "највише меморије",
    zh: "峰值内存",
    ru: "пик памяти",
    ko: "최대 메모리",
  },
  "run.key": {
    en: "key",
    uk: "ключ",
    sr: "кључ",
    zh: "键",
    ru: "ключ",
    ko: "키",
  },
  "run.cached_note": {
    en: "Of a cached stage, the time and memory of the run that made it.",
    uk: "Для етапу з кешу — час і пам’ять запуску, що його створив.",
    sr: "За етапу из кеша — време и меморија покретања које ју је направило.",
    zh: "缓存阶段显示的是生成它的那次运行的时间与内存。",
    ru: "Для этапа из кеша — время и память создавшего его запуска.",
    ko: "캐시된 단계는 그것을 만든 실행의 시간과 메모리입니다.",
  },
  "run.provenance": {
    en: "Provenance",
    uk: "Походження",
    sr: "Порекло",
    zh: "来源",
    ru: "Происхождение",
    ko: "출처",
  },
} as const satisfies Readonly<Record<string, Text>>;
