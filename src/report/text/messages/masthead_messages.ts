import type { Text } from "../language.ts";

/** What the head of the page says, with the settings that differ and the warnings. */
export const MASTHEAD_MESSAGES = {
  "masthead.experiment": {
    en: "Experiment {name}",
    uk: "Експеримент {name}",
    sr: "Експеримент {name}",
    zh: "实验 {name}",
    ru: "Эксперимент {name}",
    ko: "실험 {name}",
  },
  "masthead.design": {
    en:
      "{variants} {variants:one=variant;other=variants} × {seeds} {seeds:one=seed;other=seeds} on {dataset}",
    uk:
      "{variants} {variants:one=варіант;few=варіанти;other=варіантів} × {seeds} {seeds:one=зерно;few=зерна;other=зерен}, дані: {dataset}",
    sr:
      "{variants} {variants:one=варијанта;few=варијанте;other=варијанти} × {seeds} {seeds:one=семе;few=семена;other=семена}, подаци: {dataset}",
    zh: "{variants} 个变体 × {seeds} 个种子，数据：{dataset}",
    ru:
      "{variants} {variants:one=вариант;few=варианта;other=вариантов} × {seeds} {seeds:one=зерно;few=зерна;other=зёрен}, данные: {dataset}",
    ko: "변형 {variants}개 × 시드 {seeds}개, 데이터: {dataset}",
  },
  "masthead.seeds": {
    en: "seeds: {list}",
    uk: "зерна: {list}",
    sr: "семена: {list}",
    zh: "种子：{list}",
    ru: "зёрна: {list}",
    ko: "시드: {list}",
  },
  "masthead.steps": {
    en: "{steps} {steps:one=step;other=steps} each",
    uk: "по {steps} {steps:one=кроку;few=кроки;other=кроків}",
    sr: "по {steps} {steps:one=корак;few=корака;other=корака}",
    zh: "各 {steps} 步",
    ru: "по {steps} {steps:one=шагу;few=шага;other=шагов}",
    ko: "각 {steps} 스텝",
  },
  "masthead.step_range": {
    en: "{low} to {high} steps",
    uk: "від {low} до {high} кроків",
    sr: "од {low} до {high} корака",
    zh: "{low} 至 {high} 步",
    ru: "от {low} до {high} шагов",
    ko: "{low}~{high} 스텝",
  },
  "masthead.samples": {
    en: "{count} samples a run",
    uk: "зразків на запуск: {count}",
    sr: "узорака по покретању: {count}",
    zh: "每次运行 {count} 个样本",
    ru: "образцов на запуск: {count}",
    ko: "실행당 샘플 {count}개",
  },
  "masthead.judge": {
    en: "judge right on {share} % of the test images",
    uk: "суддя правий на {share} % тестових зображень",
    sr: "судија је у праву на {share} % тест-слика",
    zh: "评判网络在测试图像上的正确率 {share} %",
    ru: "судья прав на {share} % тестовых изображений",
    ko: "판정 모델의 테스트 정확도 {share} %",
  },
  "dataset.ring": {
    en: "a ring of {modes} Gaussians, radius {radius}, σ = {sigma}",
    uk: "кільце з {modes} гаусіан, радіус {radius}, σ = {sigma}",
    sr: "прстен од {modes} Гаусових расподела, полупречник {radius}, σ = {sigma}",
    zh: "{modes} 个高斯组成的环，半径 {radius}，σ = {sigma}",
    ru: "кольцо из {modes} гауссиан, радиус {radius}, σ = {sigma}",
    ko: "가우시안 {modes}개의 고리, 반지름 {radius}, σ = {sigma}",
  },
  "dataset.grid": {
    en: "a grid of {sides} Gaussians, spacing {spacing}, σ = {sigma}",
    uk: "сітка {sides} гаусіан, крок сітки {spacing}, σ = {sigma}",
    sr: "мрежа {sides} Гаусових расподела, размак {spacing}, σ = {sigma}",
    zh: "{sides} 个高斯的网格，间距 {spacing}，σ = {sigma}",
    ru: "сетка {sides} гауссиан, шаг сетки {spacing}, σ = {sigma}",
    ko: "{sides} 가우시안 격자, 간격 {spacing}, σ = {sigma}",
  },
  "dataset.mixture": {
    en: "a mixture of {modes} Gaussians, σ = {sigma}",
    uk: "суміш {modes} гаусіан, σ = {sigma}",
    sr: "мешавина {modes} Гаусових расподела, σ = {sigma}",
    zh: "{modes} 个高斯的混合，σ = {sigma}",
    ru: "смесь {modes} гауссиан, σ = {sigma}",
    ko: "가우시안 {modes}개의 혼합, σ = {sigma}",
  },
  "differences.title": {
    en: "What differs",
    uk: "Що відрізняється",
    sr: "Шта се разликује",
    zh: "差异",
    ru: "Что различается",
    ko: "무엇이 다른가",
  },
  "differences.none": {
    en: "The variants have the same settings; only their seeds differ.",
    uk: "Варіанти мають однакові налаштування; різняться лише зерна.",
    sr: "Варијанте имају иста подешавања; разликују се само семена.",
    zh: "各变体的设置相同，只有种子不同。",
    ru: "Настройки вариантов одинаковы; различаются только зёрна.",
    ko: "모든 변형의 설정이 같고 시드만 다릅니다.",
  },
  "differences.table": {
    en: "Settings that differ",
    uk: "Налаштування, що відрізняються",
    sr: "Подешавања која се разликују",
    zh: "不同的设置",
    ru: "Различающиеся настройки",
    ko: "서로 다른 설정",
  },
  "differences.shared": {
    en: "Settings that all variants share",
    uk: "Спільні налаштування всіх варіантів",
    sr: "Подешавања заједничка свим варијантама",
    zh: "所有变体共有的设置",
    ru: "Общие настройки всех вариантов",
    ko: "모든 변형이 공유하는 설정",
  },
  "warnings": {
    en: "Warnings",
    uk: "Застереження",
    sr: "Упозорења",
    zh: "警告",
    ru: "Предупреждения",
    ko: "주의",
  },
  "warnings.diverged": {
    en: "{count} of {runs} runs diverged and {count:one=counts;other=count} in no average: {list}.",
    uk: "Розбіглися {count} з {runs} запусків; у середні вони не входять: {list}.",
    sr: "Дивергирало је {count} од {runs} покретања; не улазе у просеке: {list}.",
    zh: "{runs} 次运行中有 {count} 次发散，不计入任何平均值：{list}。",
    ru: "Разошлись {count} из {runs} запусков; в средние они не входят: {list}.",
    ko: "실행 {runs}회 중 {count}회가 발산하여 평균에서 제외되었습니다: {list}.",
  },
  "warnings.missing": {
    en:
      "{count} of {wanted} runs {count:one=has;other=have} no result: {list}. Why is said under {section}.",
    uk: "Без результату {count} з {wanted} запусків: {list}. Чому — сказано в розділі «{section}».",
    sr: "Без резултата је {count} од {wanted} покретања: {list}. Зашто — пише под „{section}“.",
    zh: "{wanted} 次运行中有 {count} 次没有结果：{list}。原因见“{section}”。",
    ru:
      "Без результата {count} из {wanted} запусков: {list}. Почему — сказано в разделе «{section}».",
    ko: "실행 {wanted}회 중 {count}회에 결과가 없습니다: {list}. 이유는 “{section}”에 있습니다.",
  },
  "warnings.run": {
    en: "{variant}, seed {seed}",
    uk: "{variant}, зерно {seed}",
    sr: "{variant}, семе {seed}",
    zh: "{variant}，种子 {seed}",
    ru: "{variant}, зерно {seed}",
    ko: "{variant}, 시드 {seed}",
  },
  "warnings.one_seed": {
    en:
      "One seed a variant: nothing here says how another seed would end, and no interval can be given.",
    uk:
      "Одне зерно на варіант: ніщо тут не каже, чим скінчилося б інше, і довірчого інтервалу дати не можна.",
    sr: "Једно семе по варијанти: ништа овде не каже како би друго завршило, па интервала нема.",
    zh: "每个变体只有一个种子：无法说明换一个种子会怎样，也无法给出区间。",
    ru:
      "Одно зерно на вариант: ничто здесь не говорит, чем кончилось бы другое, и доверительного интервала дать нельзя.",
    ko: "변형마다 시드가 하나뿐이라 다른 시드의 결과를 알 수 없고 구간도 제시할 수 없습니다.",
  },
  "warnings.few_seeds": {
    en:
      "{count} seeds a variant: intervals are wide, and a small effect cannot be told from chance.",
    uk:
      "Зерен на варіант: {count}. Інтервали широкі, і малий ефект не відрізнити від випадковості.",
    sr:
      "Семена по варијанти: {count}. Интервали су широки, а мали ефекат се не разликује од случајности.",
    zh: "每个变体 {count} 个种子：区间较宽，小的效应无法与偶然区分。",
    ru: "Зёрен на вариант: {count}. Интервалы широки, и малый эффект не отличить от случайности.",
    ko: "변형당 시드 {count}개: 구간이 넓어 작은 효과는 우연과 구별되지 않습니다.",
  },
  "warnings.judge": {
    en:
      "The judge is right on only {share} % of the test images; every number that rests on its classes or features is that much less sure.",
    uk:
      "Суддя правий лише на {share} % тестових зображень; усі числа, що спираються на його класи чи ознаки, настільки ж менш певні.",
    sr:
      "Судија је у праву само на {share} % тест-слика; сваки број који почива на његовим класама или обележјима толико је мање поуздан.",
    zh: "评判网络在测试图像上的正确率仅为 {share} %；所有依赖其类别或特征的数字也相应不可靠。",
    ru:
      "Судья прав лишь на {share} % тестовых изображений; все числа, опирающиеся на его классы или признаки, настолько же менее надёжны.",
    ko:
      "판정 모델의 테스트 정확도가 {share} %에 불과하므로, 그 클래스나 특징에 기대는 수치는 그만큼 덜 확실합니다.",
  },
} as const satisfies Readonly<Record<string, Text>>;
