import type { Text } from "../language.ts";

/** What the page of a results folder says. */
export const OVERVIEW_MESSAGES = {
  "overview.eyebrow": {
    en: "Results of {place}",
    uk: "Результати {place}",
    sr: "Резултати {place}",
    zh: "{place} 的结果",
    ru: "Результаты {place}",
    ko: "{place}의 결과",
  },
  "overview.title": {
    en: "{count} {count:one=experiment;other=experiments}",
    uk: "{count} {count:one=експеримент;few=експерименти;other=експериментів}",
    sr: "{count} {count:one=експеримент;few=експеримента;other=експеримената}",
    zh: "{count} 个实验",
    ru: "{count} {count:one=эксперимент;few=эксперимента;other=экспериментов}",
    ko: "실험 {count}개",
  },
  "overview.nothing": {
    en: "No experiment has been published here yet.",
    uk: "Тут ще не опубліковано жодного експерименту.",
    sr: "Овде још није објављен ниједан експеримент.",
    zh: "这里尚未发布任何实验。",
    ru: "Здесь ещё не опубликовано ни одного эксперимента.",
    ko: "아직 게시된 실험이 없습니다.",
  },
  "overview.count": {
    en: "{count} of {total} claims",
    uk: "{count} з {total} тверджень",
    sr: "{count} од {total} тврдњи",
    zh: "{total} 个论断中的 {count} 个",
    ru: "{count} из {total} утверждений",
    ko: "주장 {total}개 중 {count}개",
  },
  "overview.design": {
    en:
      "{variants} {variants:one=variant;other=variants} × {seeds} {seeds:one=seed;other=seeds}, {runs} {runs:one=run;other=runs} finished",
    uk:
      "{variants} {variants:one=варіант;few=варіанти;other=варіантів} × {seeds} {seeds:one=зерно;few=зерна;other=зерен}, завершених запусків: {runs}",
    sr:
      "{variants} {variants:one=варијанта;few=варијанте;other=варијанти} × {seeds} {seeds:one=семе;other=семена}, завршених покретања: {runs}",
    zh: "{variants} 个变体 × {seeds} 个种子，完成 {runs} 次运行",
    ru:
      "{variants} {variants:one=вариант;few=варианта;other=вариантов} × {seeds} {seeds:one=зерно;few=зерна;other=зёрен}, завершено запусков: {runs}",
    ko: "변형 {variants}개 × 시드 {seeds}개, 완료된 실행 {runs}회",
  },
  "overview.ran": {
    en: "last computed {when}",
    uk: "останнє обчислення {when}",
    sr: "последње рачунање {when}",
    zh: "最近计算于 {when}",
    ru: "последнее вычисление {when}",
    ko: "마지막 계산 {when}",
  },
  "overview.spent": {
    en: "{time} of computing",
    uk: "обчислення тривали {time}",
    sr: "рачунање је трајало {time}",
    zh: "计算用时 {time}",
    ru: "вычисления заняли {time}",
    ko: "계산 시간 {time}",
  },
  "overview.unreadable": {
    en: "Its files cannot be read, so nothing is said of it: {reason}",
    uk: "Його файли неможливо прочитати, тому про нього нічого не сказано: {reason}",
    sr: "Његове датотеке не могу да се прочитају, па се о њему ништа не каже: {reason}",
    zh: "其文件无法读取，因此不作说明：{reason}",
    ru: "Его файлы не читаются, поэтому о нём ничего не сказано: {reason}",
    ko: "파일을 읽을 수 없어 설명하지 않습니다: {reason}",
  },
  "overview.missing": {
    en: "{count} of {wanted} runs have no result",
    uk: "Без результату запусків: {count} з {wanted}",
    sr: "Без резултата покретања: {count} од {wanted}",
    zh: "{wanted} 次运行中有 {count} 次没有结果",
    ru: "Без результата запусков: {count} из {wanted}",
    ko: "실행 {wanted}회 중 {count}회는 결과가 없습니다",
  },
  "overview.diverged": {
    en: "{count} of {wanted} runs diverged and count in no average",
    uk: "Розбіглося запусків: {count} з {wanted}; у середні вони не входять",
    sr: "Дивергирало покретања: {count} од {wanted}; у просеке не улазе",
    zh: "{wanted} 次运行中有 {count} 次发散，不计入任何平均值",
    ru: "Разошлось запусков: {count} из {wanted}; в средние они не входят",
    ko: "실행 {wanted}회 중 {count}회가 발산했으며 평균에 포함되지 않습니다",
  },
  "overview.more": {
    en: "and {count} more",
    uk: "і ще {count}",
    sr: "и још {count}",
    zh: "另有 {count} 个",
    ru: "и ещё {count}",
    ko: "외 {count}개",
  },
  "overview.picture_damaged": {
    en: "Samples are not shown: {reason}",
    uk: "Зразки не показано: {reason}",
    sr: "Узорци нису приказани: {reason}",
    zh: "未显示样本：{reason}",
    ru: "Образцы не показаны: {reason}",
    ko: "샘플을 표시하지 않음: {reason}",
  },
  "overview.note": {
    en:
      "Newest first. Samples are of the first seed’s last step. The page is written anew whenever a report is published here; each report tells how it was made and how to check it.",
    uk:
      "Найновіші першими. Зразки взято з останнього кроку першого зерна. Сторінку переписують щоразу, коли тут публікується звіт; кожен звіт каже, як його зроблено і як перевірити.",
    sr:
      "Најновији су први. Узорци су с последњег корака првог семена. Страница се пише изнова кад год се овде објави извештај; сваки извештај каже како је настао и како се проверава.",
    zh:
      "最新的在前。样本取自第一个种子的最后一步。每当这里发布报告，本页都会重写；每份报告都说明如何得到以及如何核对。",
    ru:
      "Сначала новейшие. Образцы взяты с последнего шага первого зерна. Страница переписывается, когда здесь публикуется отчёт; каждый отчёт говорит, как он сделан и как его проверить.",
    ko:
      "최신순입니다. 샘플은 첫 시드의 마지막 스텝에서 얻었습니다. 보고서가 게시될 때마다 이 페이지를 새로 씁니다. 각 보고서에 만든 방법과 확인 방법이 있습니다.",
  },
} as const satisfies Readonly<Record<string, Text>>;
