import type { Text } from "../language.ts";

/** What the samples say. */
export const SAMPLE_MESSAGES = {
  "samples.title": {
    en: "Samples",
    uk: "Зразки",
    sr: "Узорци",
    zh: "样本",
    ru: "Образцы",
    ko: "샘플",
  },
  "samples.play": {
    en: "Play",
    uk: "Пуск",
    sr: "Пусти",
    zh: "播放",
    ru: "Пуск",
    ko: "재생",
  },
  "samples.stop": {
    en: "Stop",
    uk: "Стоп",
    sr: "Стани",
    zh: "停止",
    ru: "Стоп",
    ko: "정지",
  },
  "samples.slider": {
    en: "Training step",
    uk: "Крок навчання",
    sr: "Корак обуке",
    zh: "训练步",
    ru: "Шаг обучения",
    ko: "학습 스텝",
  },
  "samples.step": {
    en: "step {step}",
    uk: "крок {step}",
    sr: "корак {step}",
    zh: "第 {step} 步",
    ru: "шаг {step}",
    ko: "스텝 {step}",
  },
  "samples.when": {
    en: "seed {seed} · step {step}",
    uk: "зерно {seed} · крок {step}",
    sr: "семе {seed} · корак {step}",
    zh: "种子 {seed} · 第 {step} 步",
    ru: "зерно {seed} · шаг {step}",
    ko: "시드 {seed} · 스텝 {step}",
  },
  "samples.then_diverged": {
    en: "then diverged",
    uk: "далі розбігся",
    sr: "затим дивергирао",
    zh: "随后发散",
    ru: "затем разошёлся",
    ko: "이후 발산",
  },
  "samples.missing": {
    en: "This run is missing",
    uk: "Цього запуску немає",
    sr: "Овог покретања нема",
    zh: "缺少这次运行",
    ru: "Этого запуска нет",
    ko: "이 실행이 없습니다",
  },
  "samples.no_snapshot": {
    en: "No snapshot",
    uk: "Знімків немає",
    sr: "Нема снимака",
    zh: "没有快照",
    ru: "Снимков нет",
    ko: "스냅샷 없음",
  },
  "samples.none": {
    en: "No samples",
    uk: "Зразків немає",
    sr: "Нема узорака",
    zh: "没有样本",
    ru: "Образцов нет",
    ko: "샘플 없음",
  },
  "samples.alt": {
    en: "Samples of {name}, seed {seed}, step {step}",
    uk: "Зразки варіанта {name}, зерно {seed}, крок {step}",
    sr: "Узорци варијанте {name}, семе {seed}, корак {step}",
    zh: "{name} 的样本，种子 {seed}，第 {step} 步",
    ru: "Образцы варианта {name}, зерно {seed}, шаг {step}",
    ko: "{name}의 샘플, 시드 {seed}, 스텝 {step}",
  },
  "samples.split": {
    en: "from the training split",
    uk: "з навчальної вибірки",
    sr: "из скупа за обуку",
    zh: "来自训练集",
    ru: "из обучающей выборки",
    ko: "학습 데이터에서",
  },
  "samples.note_images": {
    en:
      "Every variant draws from the same latent vectors at every step, so a place in a grid can be followed through training.",
    uk:
      "Усі варіанти на кожному кроці беруть ті самі латентні вектори, тож місце в сітці можна простежити крізь навчання.",
    sr:
      "Све варијанте у сваком кораку користе исте латентне векторе, па се место у мрежи може пратити кроз обуку.",
    zh: "所有变体在每一步都使用相同的潜在向量，因此可以在训练过程中追踪网格中的同一位置。",
    ru:
      "Все варианты на каждом шаге берут те же латентные векторы, поэтому место в сетке можно проследить через всё обучение.",
    ko:
      "모든 변형이 매 스텝 같은 잠재 벡터를 쓰므로 격자의 같은 위치를 학습 내내 따라갈 수 있습니다.",
  },
  "samples.note_ink": {
    en: "Ink is dark on a light page and light on a dark one.",
    uk: "Штрихи темні на світлій сторінці й світлі на темній.",
    sr: "Мастило је тамно на светлој страници, а светло на тамној.",
    zh: "笔迹在浅色页面上为深色，在深色页面上为浅色。",
    ru: "Штрихи тёмные на светлой странице и светлые на тёмной.",
    ko: "획은 밝은 화면에서는 어둡게, 어두운 화면에서는 밝게 보입니다.",
  },
  "samples.note_points": {
    en:
      "Points drawn from the same latent vectors at every step. Points far outside the real data are not shown.",
    uk:
      "Точки з тих самих латентних векторів на кожному кроці. Точок далеко поза справжніми даними не показано.",
    sr:
      "Тачке из истих латентних вектора у сваком кораку. Тачке далеко изван стварних података нису приказане.",
    zh: "每一步都由相同的潜在向量生成的点。远离真实数据的点不显示。",
    ru:
      "Точки из тех же латентных векторов на каждом шаге. Точки далеко вне реальных данных не показаны.",
    ko: "매 스텝 같은 잠재 벡터에서 얻은 점. 실제 데이터에서 멀리 벗어난 점은 표시하지 않습니다.",
  },
  "samples.note_modes": {
    en: "Rings of three standard deviations mark the real modes.",
    uk: "Кола у три стандартні відхилення позначають справжні моди.",
    sr: "Кругови од три стандардне девијације означавају стварне моде.",
    zh: "三倍标准差的圆圈标出真实的模式。",
    ru: "Окружности в три стандартных отклонения отмечают реальные моды.",
    ko: "표준편차 3배의 원이 실제 모드를 나타냅니다.",
  },
  "samples.note_field": {
    en:
      "Behind them the discriminator’s answer: it takes orange places for fake, blue ones for real, and cannot tell where it is white; with minibatch discrimination, beside real points as company.",
    uk:
      "Під ними відповідь дискримінатора: помаранчеві місця він вважає підробкою, сині — справжніми, у білих не може розрізнити; за пакетної дискримінації — у товаристві справжніх точок.",
    sr:
      "Иза њих је одговор дискриминатора: наранџаста места сматра лажним, плава стварним, а у белим не разликује; уз пакетну дискриминацију — у друштву стварних тачака.",
    zh:
      "背景是判别器的回答：橙色处判为假，蓝色处判为真，白色处无法区分；使用小批量判别时，以真实点为同批样本。",
    ru:
      "Под ними ответ дискриминатора: оранжевые места он считает подделкой, синие — настоящими, в белых не различает; при пакетной дискриминации — в обществе реальных точек.",
    ko:
      "배경은 판별자의 답입니다: 주황색은 가짜, 파란색은 진짜로 보고 흰색에서는 구별하지 못합니다. 미니배치 판별에서는 실제 점들과 함께 넣어 구합니다.",
  },
  "samples.note_manifold": {
    en:
      "The net is a plane of latent vectors through zero, as the generator bends it: where its meshes are small, samples are dense.",
    uk:
      "Сітка — площина латентних векторів через нуль, вигнута генератором: де вічка малі, там зразки густі.",
    sr:
      "Мрежа је раван латентних вектора кроз нулу коју генератор савија: где су окца мала, узорци су густи.",
    zh: "网格是过零点的潜在向量平面经生成器弯曲后的形状：网眼越小，样本越密。",
    ru:
      "Сеть — плоскость латентных векторов через нуль, изогнутая генератором: где ячейки малы, там образцы густы.",
    ko:
      "그물은 원점을 지나는 잠재 평면이 생성자에 의해 휜 모습으로, 그물눈이 작은 곳에 샘플이 밀집합니다.",
  },
  "samples.noscript": {
    en: "The last snapshot of seed {seed} is shown; the other steps and seeds need JavaScript.",
    uk: "Показано останній знімок зерна {seed}; для інших кроків і зерен потрібен JavaScript.",
    sr:
      "Приказан је последњи снимак семена {seed}; за друге кораке и семена потребан је JavaScript.",
    zh: "显示的是种子 {seed} 的最后一个快照；其他步与种子需要 JavaScript。",
    ru: "Показан последний снимок зерна {seed}; для других шагов и зёрен нужен JavaScript.",
    ko: "시드 {seed}의 마지막 스냅샷입니다. 다른 스텝과 시드를 보려면 JavaScript가 필요합니다.",
  },
  "samples.save_png": {
    en: "Save this step as a picture",
    uk: "Зберегти цей крок як зображення",
    sr: "Сачувај овај корак као слику",
    zh: "将这一步保存为图片",
    ru: "Сохранить этот шаг как картинку",
    ko: "이 스텝을 그림으로 저장",
  },
  "samples.save_animation": {
    en: "Save all steps as an animation",
    uk: "Зберегти всі кроки як анімацію",
    sr: "Сачувај све кораке као анимацију",
    zh: "将所有步保存为动画",
    ru: "Сохранить все шаги как анимацию",
    ko: "모든 스텝을 애니메이션으로 저장",
  },
  "samples.picture": {
    en: "Picture",
    uk: "Зображення",
    sr: "Слика",
    zh: "图片",
    ru: "Картинка",
    ko: "그림",
  },
  "samples.animation": {
    en: "Animation",
    uk: "Анімація",
    sr: "Анимација",
    zh: "动画",
    ru: "Анимация",
    ko: "애니메이션",
  },
  "layers": {
    en: "Show",
    uk: "Показати",
    sr: "Прикажи",
    zh: "显示",
    ru: "Показать",
    ko: "표시",
  },
  "layers.real": {
    en: "real points",
    uk: "справжні точки",
    sr: "стварне тачке",
    zh: "真实点",
    ru: "реальные точки",
    ko: "실제 점",
  },
  "layers.fake": {
    en: "samples",
    uk: "зразки",
    sr: "узорци",
    zh: "样本",
    ru: "образцы",
    ko: "샘플",
  },
  "layers.field": {
    en: "discriminator",
    uk: "дискримінатор",
    sr: "дискриминатор",
    zh: "判别器",
    ru: "дискриминатор",
    ko: "판별자",
  },
  "layers.manifold": {
    en: "generator’s net",
    uk: "сітка генератора",
    sr: "мрежа генератора",
    zh: "生成器网格",
    ru: "сеть генератора",
    ko: "생성자 그물",
  },
} as const satisfies Readonly<Record<string, Text>>;
