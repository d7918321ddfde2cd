import type { Text } from "../language.ts";

/** What the samples say, with their nearest neighbours and the lines between latents. */
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
  "neighbours.title": {
    en: "Nearest training images",
    uk: "Найближчі навчальні зображення",
    sr: "Најближе слике за обуку",
    zh: "最近的训练图像",
    ru: "Ближайшие обучающие изображения",
    ko: "가장 가까운 학습 이미지",
  },
  "neighbours.note": {
    en:
      "Above the samples of the last step, below the training image nearest to each in pixels; of those searched, the {count} closest pairs, closest first. Pairs that look alike to the stroke suggest copying; samples that are merely blurred lie near something too.",
    uk:
      "Угорі зразки останнього кроку, внизу найближче за пікселями навчальне зображення; із перевірених — {count} найближчих пар, найближчі перші. Пари, схожі до штриха, вказують на копіювання; просто розмиті зразки теж лежать близько до чогось.",
    sr:
      "Горе су узорци последњег корака, доле по пикселима најближа слика за обуку; од претражених {count} најближих парова, најближи први. Парови слични до потеза указују на копирање; замућени узорци такође леже близу нечега.",
    zh:
      "上为最后一步的样本，下为像素意义上最近的训练图像；在检索到的样本中取最近的 {count} 对，由近到远。笔画完全一致的配对意味着抄袭；单纯模糊的样本也会靠近某张图像。",
    ru:
      "Вверху образцы последнего шага, внизу ближайшее по пикселям обучающее изображение; из проверенных — {count} ближайших пар, ближайшие первыми. Пары, схожие до штриха, говорят о копировании; просто размытые образцы тоже лежат близко к чему-нибудь.",
    ko:
      "위는 마지막 스텝의 샘플, 아래는 픽셀상 가장 가까운 학습 이미지이며, 검색한 것 가운데 가장 가까운 {count}쌍을 가까운 순서로 보입니다. 획까지 닮은 쌍은 복사를 시사하지만 흐릿하기만 한 샘플도 무언가에 가깝습니다.",
  },
  "neighbours.closest": {
    en: "seed {seed} · closest at {distance}",
    uk: "зерно {seed} · найближча на {distance}",
    sr: "семе {seed} · најближи на {distance}",
    zh: "种子 {seed} · 最近距离 {distance}",
    ru: "зерно {seed} · ближайшая на {distance}",
    ko: "시드 {seed} · 최소 거리 {distance}",
  },
  "neighbours.diverged": {
    en: "Diverged: no final samples",
    uk: "Розбігся: кінцевих зразків немає",
    sr: "Дивергирао: нема завршних узорака",
    zh: "已发散：没有最终样本",
    ru: "Разошёлся: конечных образцов нет",
    ko: "발산하여 최종 샘플이 없습니다",
  },
  "neighbours.unsearched": {
    en: "Not searched",
    uk: "Не шукали",
    sr: "Није претражено",
    zh: "未检索",
    ru: "Не искали",
    ko: "검색하지 않음",
  },
  "neighbours.alt": {
    en: "{name}, seed {seed}: {count} samples above their nearest training images",
    uk: "{name}, зерно {seed}: {count} зразків над найближчими навчальними зображеннями",
    sr: "{name}, семе {seed}: {count} узорака изнад најближих слика за обуку",
    zh: "{name}，种子 {seed}：{count} 个样本，下方为最近的训练图像",
    ru: "{name}, зерно {seed}: {count} образцов над ближайшими обучающими изображениями",
    ko: "{name}, 시드 {seed}: 샘플 {count}개와 그 아래 가장 가까운 학습 이미지",
  },
  "walks.title": {
    en: "Lines between latent vectors",
    uk: "Лінії між латентними векторами",
    sr: "Линије између латентних вектора",
    zh: "潜在向量之间的连线",
    ru: "Линии между латентными векторами",
    ko: "잠재 벡터 사이의 선",
  },
  "walks.note": {
    en:
      "Each row leads from one latent vector to another on a great circle, in even steps, by the last generator. Smooth change suggests that the generator has learnt a shape; jumps between few images that it has learnt these by heart, and a row of one image that it has collapsed.",
    uk:
      "Кожен рядок веде від одного латентного вектора до іншого по великому колу рівними кроками, за останнім генератором. Плавна зміна вказує, що генератор засвоїв форму; стрибки між кількома зображеннями — що завчив їх; рядок з одного зображення — що він колапсував.",
    sr:
      "Сваки ред води од једног латентног вектора до другог по великом кругу, једнаким корацима, са последњим генератором. Глатка промена указује да је генератор научио облик; скокови између неколико слика да их је научио напамет, а ред од једне слике да је колабирао.",
    zh:
      "每一行沿大圆以均匀步长从一个潜在向量走到另一个，使用最后的生成器。平滑变化说明生成器学到了形状；在少数图像之间跳变说明它死记了这些图像；整行同一图像说明已经坍缩。",
    ru:
      "Каждая строка ведёт от одного латентного вектора к другому по большому кругу равными шагами, последним генератором. Плавное изменение говорит, что генератор усвоил форму; скачки между немногими картинками — что заучил их; строка из одной картинки — что он схлопнулся.",
    ko:
      "각 행은 마지막 생성자로 한 잠재 벡터에서 다른 잠재 벡터까지 대원을 따라 고르게 나아갑니다. 매끄러운 변화는 형태를 배웠음을, 몇 개 이미지 사이의 도약은 외웠음을, 한 이미지뿐인 행은 붕괴를 시사합니다.",
  },
  "walks.alt": {
    en: "{name}, seed {seed}: images along {count} lines between latent vectors",
    uk: "{name}, зерно {seed}: зображення вздовж {count} ліній між латентними векторами",
    sr: "{name}, семе {seed}: слике дуж {count} линија између латентних вектора",
    zh: "{name}，种子 {seed}：沿 {count} 条潜在向量连线的图像",
    ru: "{name}, зерно {seed}: изображения вдоль {count} линий между латентными векторами",
    ko: "{name}, 시드 {seed}: 잠재 벡터 사이 선 {count}개를 따른 이미지",
  },
} as const satisfies Readonly<Record<string, Text>>;
