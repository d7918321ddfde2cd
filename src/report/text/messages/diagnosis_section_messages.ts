import type { Text } from "../language.ts";

/** What stands around the verdicts on runs: heads, notes, and the picture of modes over steps. */
export const DIAGNOSIS_SECTION_MESSAGES = {
  "diagnoses.title": {
    en: "Diagnosis",
    uk: "Діагноз",
    sr: "Дијагноза",
    zh: "诊断",
    ru: "Диагноз",
    ko: "진단",
  },
  "diagnoses.table": {
    en: "Diagnosis of every run",
    uk: "Діагноз кожного запуску",
    sr: "Дијагноза сваког покретања",
    zh: "每次运行的诊断",
    ru: "Диагноз каждого запуска",
    ko: "실행별 진단",
  },
  "diagnoses.run": {
    en: "Run",
    uk: "Запуск",
    sr: "Покретање",
    zh: "运行",
    ru: "Запуск",
    ko: "실행",
  },
  "diagnoses.final": {
    en: "Final samples",
    uk: "Кінцеві зразки",
    sr: "Завршни узорци",
    zh: "最终样本",
    ru: "Конечные образцы",
    ko: "최종 샘플",
  },
  "diagnoses.snapshots": {
    en: "Snapshots",
    uk: "Знімки",
    sr: "Снимци",
    zh: "快照",
    ru: "Снимки",
    ko: "스냅샷",
  },
  "diagnoses.why": {
    en: "Why",
    uk: "Чому",
    sr: "Зашто",
    zh: "依据",
    ru: "Почему",
    ko: "근거",
  },
  "diagnoses.note": {
    en:
      "Every sign is held against real data under the same protocol, and the gravest one is the verdict. Losses explain, and decide nothing unless they grow without end.",
    uk:
      "Кожну ознаку порівняно зі справжніми даними за тим самим протоколом; найтяжча і є вердиктом. Втрати пояснюють і нічого не вирішують, хіба що зростають без меж.",
    sr:
      "Сваки знак је упоређен са стварним подацима по истом протоколу, а најтежи је пресуда. Губици објашњавају и ништа не одлучују, осим ако расту без граница.",
    zh:
      "每个迹象都在同一协议下与真实数据对照，最严重的一个即为结论。损失只用于解释，除非无限增长，否则不作判定依据。",
    ru:
      "Каждый признак сравнён с реальными данными по тому же протоколу; самый тяжёлый и есть вердикт. Потери поясняют и ничего не решают, если только не растут без предела.",
    ko:
      "모든 징후는 같은 프로토콜의 실제 데이터와 비교하며 가장 심각한 것이 판정이 됩니다. 손실은 설명일 뿐 끝없이 커질 때가 아니면 판정에 쓰이지 않습니다.",
  },
  "diagnoses.tally": {
    en: "{verdict} in {count} of {runs} {runs:one=run;other=runs}",
    uk: "{verdict}: {count} з {runs} {runs:one=запуску;other=запусків}",
    sr: "{verdict}: {count} од {runs} {runs:one=покретања;other=покретања}",
    zh: "{verdict}：{runs} 次运行中的 {count} 次",
    ru: "{verdict}: {count} из {runs} {runs:one=запуска;other=запусков}",
    ko: "{verdict}: 실행 {runs}회 중 {count}회",
  },
  "diagnoses.none": {
    en: "not diagnosed",
    uk: "без діагнозу",
    sr: "без дијагнозе",
    zh: "未诊断",
    ru: "без диагноза",
    ko: "진단 없음",
  },
  "diagnoses.at_step": {
    en: "step {step}: {verdict}",
    uk: "крок {step}: {verdict}",
    sr: "корак {step}: {verdict}",
    zh: "第 {step} 步：{verdict}",
    ru: "шаг {step}: {verdict}",
    ko: "스텝 {step}: {verdict}",
  },
  "diagnoses.more": {
    en: "{count} more {count:one=sentence;other=sentences}",
    uk: "ще {count} {count:one=речення;few=речення;other=речень}",
    sr: "још {count} {count:one=реченица;few=реченице;other=реченица}",
    zh: "另有 {count} 句",
    ru: "ещё {count} {count:one=предложение;few=предложения;other=предложений}",
    ko: "문장 {count}개 더",
  },
  "diagnoses.earlier": {
    en: "Earlier changes",
    uk: "Раніші зміни",
    sr: "Раније промене",
    zh: "更早的变化",
    ru: "Более ранние изменения",
    ko: "이전 변화",
  },
  "diagnoses.besides": {
    en: "What decided besides",
    uk: "Що ще вирішило",
    sr: "Шта је још одлучило",
    zh: "其他判定依据",
    ru: "Что ещё решило",
    ko: "그 밖의 판정 근거",
  },
  "diagnoses.seen": {
    en: "What else was seen",
    uk: "Що ще помічено",
    sr: "Шта је још уочено",
    zh: "其他观察",
    ru: "Что ещё замечено",
    ko: "그 밖의 관찰",
  },
  "timeline.classes": {
    en: "Which classes are drawn when",
    uk: "Які класи коли з’являються",
    sr: "Које класе се када појављују",
    zh: "各类别何时出现",
    ru: "Какие классы когда появляются",
    ko: "어떤 클래스가 언제 나오는가",
  },
  "timeline.modes": {
    en: "Which modes are drawn when",
    uk: "Які моди коли з’являються",
    sr: "Које моде се када појављују",
    zh: "各模式何时出现",
    ru: "Какие моды когда появляются",
    ko: "어떤 모드가 언제 나오는가",
  },
  "timeline.note": {
    en:
      "A row for each of them, a column for each snapshot. The larger the dot, the more samples; a dot of half the area is a fair share, and a short line means less than a tenth of it.",
    uk:
      "Рядок — кожен із них, стовпець — кожен знімок. Що більша точка, то більше зразків; точка половинної площі — рівна частка, коротка риска — менше десятої її частини.",
    sr:
      "По ред за сваку, по колона за сваки снимак. Што је тачка већа, више је узорака; тачка упола мање површине је једнак удео, а кратка цртица значи мање од његове десетине.",
    zh:
      "每行一个，每列一个快照。点越大样本越多；面积为一半的点表示均等占比，短横线表示不足均等占比的十分之一。",
    ru:
      "Строка — каждый из них, столбец — каждый снимок. Чем больше точка, тем больше образцов; точка половинной площади — равная доля, короткая чёрточка — меньше десятой её части.",
    ko:
      "행은 각각의 클래스나 모드, 열은 스냅샷입니다. 점이 클수록 샘플이 많으며, 면적이 절반인 점은 고른 몫, 짧은 선은 그 10분의 1 미만을 뜻합니다.",
  },
  "timeline.label": {
    en: "Covered by samples of {name}, seed {seed}. {parts}.",
    uk: "Охоплено зразками варіанта {name}, зерно {seed}. {parts}.",
    sr: "Покривено узорцима варијанте {name}, семе {seed}. {parts}.",
    zh: "{name}（种子 {seed}）的样本所覆盖的。{parts}。",
    ru: "Охвачено образцами варианта {name}, зерно {seed}. {parts}.",
    ko: "{name}(시드 {seed})의 샘플이 포함한 것. {parts}.",
  },
  "timeline.all": {
    en: "all",
    uk: "усі",
    sr: "све",
    zh: "全部",
    ru: "все",
    ko: "모두",
  },
} as const satisfies Readonly<Record<string, Text>>;
