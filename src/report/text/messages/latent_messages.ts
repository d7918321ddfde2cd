import type { Text } from "../language.ts";

/** What the nearest neighbours of samples say, and the lines between latents. */
export const LATENT_MESSAGES = {
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
      "Above final samples, below the training image nearest to each in pixels; of those searched, the {count} closest pairs, closest first. Pairs that look alike to the stroke suggest copying; samples that are merely blurred lie near something too.",
    uk:
      "Угорі кінцеві зразки, внизу найближче за пікселями навчальне зображення; із перевірених — {count} найближчих пар, найближчі перші. Пари, схожі до штриха, вказують на копіювання; просто розмиті зразки теж лежать близько до чогось.",
    sr:
      "Горе су завршни узорци, доле по пикселима најближа слика за обуку; од претражених {count} најближих парова, најближи први. Парови слични до потеза указују на копирање; замућени узорци такође леже близу нечега.",
    zh:
      "上为最终样本，下为像素意义上最近的训练图像；在检索到的样本中取最近的 {count} 对，由近到远。笔画完全一致的配对意味着抄袭；单纯模糊的样本也会靠近某张图像。",
    ru:
      "Вверху конечные образцы, внизу ближайшее по пикселям обучающее изображение; из проверенных — {count} ближайших пар, ближайшие первыми. Пары, схожие до штриха, говорят о копировании; просто размытые образцы тоже лежат близко к чему-нибудь.",
    ko:
      "위는 최종 샘플, 아래는 픽셀상 가장 가까운 학습 이미지이며, 검색한 것 가운데 가장 가까운 {count}쌍을 가까운 순서로 보입니다. 획까지 닮은 쌍은 복사를 시사하지만 흐릿하기만 한 샘플도 무언가에 가깝습니다.",
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
      "Each row leads from one latent vector to another on a great circle, in even steps, by the final generator. Smooth change suggests that the generator has learnt a shape; jumps between few images that it has learnt these by heart, and a row of one image that it has collapsed.",
    uk:
      "Кожен рядок веде від одного латентного вектора до іншого по великому колу рівними кроками, за кінцевим генератором. Плавна зміна вказує, що генератор засвоїв форму; стрибки між кількома зображеннями — що завчив їх; рядок з одного зображення — що він колапсував.",
    sr:
      "Сваки ред води од једног латентног вектора до другог по великом кругу, једнаким корацима, са завршним генератором. Глатка промена указује да је генератор научио облик; скокови између неколико слика да их је научио напамет, а ред од једне слике да је колабирао.",
    zh:
      "每一行沿大圆以均匀步长从一个潜在向量走到另一个，使用最终的生成器。平滑变化说明生成器学到了形状；在少数图像之间跳变说明它死记了这些图像；整行同一图像说明已经崩溃。",
    ru:
      "Каждая строка ведёт от одного латентного вектора к другому по большому кругу равными шагами, конечным генератором. Плавное изменение говорит, что генератор усвоил форму; скачки между немногими картинками — что заучил их; строка из одной картинки — что он схлопнулся.",
    ko:
      "각 행은 최종 생성자로 한 잠재 벡터에서 다른 잠재 벡터까지 대원을 따라 고르게 나아갑니다. 매끄러운 변화는 형태를 배웠음을, 몇 개 이미지 사이의 도약은 외웠음을, 한 이미지뿐인 행은 붕괴를 시사합니다.",
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
