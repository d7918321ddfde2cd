import type { Text } from "../language.ts";

/** What the charts over steps and over time say. */
export const CHART_MESSAGES = {
  "training.title": {
    en: "Training",
    uk: "Навчання",
    sr: "Обука",
    zh: "训练",
    ru: "Обучение",
    ko: "학습",
  },
  "training.losses": {
    en: "Losses",
    uk: "Втрати",
    sr: "Губици",
    zh: "损失",
    ru: "Потери",
    ko: "손실",
  },
  "training.outputs": {
    en: "What the discriminator answers",
    uk: "Що відповідає дискримінатор",
    sr: "Шта одговара дискриминатор",
    zh: "判别器的回答",
    ru: "Что отвечает дискриминатор",
    ko: "판별자의 답",
  },
  "training.gradients": {
    en: "Gradient norms",
    uk: "Норми градієнтів",
    sr: "Норме градијената",
    zh: "梯度范数",
    ru: "Нормы градиентов",
    ko: "그래디언트 노름",
  },
  "training.discriminator": {
    en: "discriminator",
    uk: "дискримінатор",
    sr: "дискриминатор",
    zh: "判别器",
    ru: "дискриминатор",
    ko: "판별자",
  },
  "training.generator": {
    en: "generator",
    uk: "генератор",
    sr: "генератор",
    zh: "生成器",
    ru: "генератор",
    ko: "생성자",
  },
  "training.on_real": {
    en: "D(x), on real data",
    uk: "D(x), на справжніх даних",
    sr: "D(x), на стварним подацима",
    zh: "D(x)，真实数据上",
    ru: "D(x), на реальных данных",
    ko: "D(x), 실제 데이터",
  },
  "training.on_fake": {
    en: "D(G(z)), on samples",
    uk: "D(G(z)), на зразках",
    sr: "D(G(z)), на узорцима",
    zh: "D(G(z))，样本上",
    ru: "D(G(z)), на образцах",
    ko: "D(G(z)), 샘플",
  },
  "training.own_colour": {
    en: "{line}, in the variant’s colour",
    uk: "{line}, кольором варіанта",
    sr: "{line}, бојом варијанте",
    zh: "{line}，用变体的颜色",
    ru: "{line}, цветом варианта",
    ko: "{line}, 변형의 색",
  },
  "training.nothing": {
    en: "Nothing recorded",
    uk: "Нічого не записано",
    sr: "Ништа није забележено",
    zh: "没有记录",
    ru: "Ничего не записано",
    ko: "기록 없음",
  },
  "training.no_probability": {
    en: "A critic’s score is no probability",
    uk: "Оцінка критика не є ймовірністю",
    sr: "Оцена критичара није вероватноћа",
    zh: "评论网络的评分不是概率",
    ru: "Оценка критика — не вероятность",
    ko: "비평자의 점수는 확률이 아닙니다",
  },
  "training.diverged": {
    en: "× diverged",
    uk: "× розбігся",
    sr: "× дивергирао",
    zh: "× 发散",
    ru: "× разошёлся",
    ko: "× 발산",
  },
  "training.log_scale": {
    en: "log scale",
    uk: "логарифмічна шкала",
    sr: "логаритамска скала",
    zh: "对数刻度",
    ru: "логарифмическая шкала",
    ko: "로그 눈금",
  },
  "training.label": {
    en:
      "{quantity} of {name} against steps. At the end, smoothed: {first} {first_end}, {second} {second_end}.",
    uk:
      "{quantity} варіанта {name} за кроками. Наприкінці, згладжено: {first} {first_end}, {second} {second_end}.",
    sr:
      "{quantity} варијанте {name} по корацима. На крају, изглађено: {first} {first_end}, {second} {second_end}.",
    zh:
      "{name} 的{quantity}随步数的变化。结束时（平滑后）：{first} {first_end}，{second} {second_end}。",
    ru:
      "{quantity} варианта {name} по шагам. В конце, сглажено: {first} {first_end}, {second} {second_end}.",
    ko: "{name}의 {quantity}, 스텝별. 마지막 평활값: {first} {first_end}, {second} {second_end}.",
  },
  "training.note": {
    en:
      "Faint lines are single seeds as recorded, cut off where they leave the axis. Strong lines are the mean over seeds of values smoothed over a fortieth of the run, bands reach from the lowest to the highest seed.",
    uk:
      "Бліді лінії — окремі зерна як записано, обрізані на межі осі. Товсті лінії — середнє за зернами від значень, згладжених на сороковій частині запуску; смуги сягають від найнижчого до найвищого зерна.",
    sr:
      "Бледе линије су појединачна семена како су забележена, одсечена на ивици осе. Јаке линије су средина по семенима вредности изглађених на четрдесетини покретања; траке сежу од најнижег до највишег семена.",
    zh:
      "浅线是单个种子的原始记录，超出坐标轴处截断。粗线是各种子平滑值（窗口为运行长度的四十分之一）的均值，色带从最低种子到最高种子。",
    ru:
      "Бледные линии — отдельные зёрна как записано, обрезанные на границе оси. Жирные линии — среднее по зёрнам от значений, сглаженных на сороковой части запуска; полосы — от низшего до высшего зерна.",
    ko:
      "옅은 선은 시드별 원래 기록이며 축을 벗어나면 잘립니다. 굵은 선은 실행의 40분의 1 구간으로 평활한 값의 시드 평균이고, 띠는 최저에서 최고 시드까지입니다.",
  },
  "metrics.title": {
    en: "Metrics against steps",
    uk: "Метрики за кроками",
    sr: "Метрике по корацима",
    zh: "指标随步数的变化",
    ru: "Метрики по шагам",
    ko: "스텝별 지표",
  },
  "metrics.note": {
    en:
      "Means over seeds; bands reach from the lowest to the highest seed. The dotted line is real data against real data, drawn where it was taken with the same number of samples. A run that diverged counts as far as it came.",
    uk:
      "Середні за зернами; смуги — від найнижчого до найвищого зерна. Пунктир — справжні дані проти справжніх, де взято ту саму кількість зразків. Запуск, що розбігся, враховано, доки він тривав.",
    sr:
      "Средине по семенима; траке сежу од најнижег до највишег семена. Тачкаста линија су стварни подаци према стварним, тамо где је узет исти број узорака. Дивергирано покретање рачуна се докле је стигло.",
    zh:
      "各种子的均值；色带从最低种子到最高种子。点线为真实数据对真实数据，仅在样本数相同时绘出。发散的运行计到其终止处。",
    ru:
      "Средние по зёрнам; полосы — от низшего до высшего зерна. Пунктир — реальные данные против реальных, где взято то же число образцов. Разошедшийся запуск учтён, пока он длился.",
    ko:
      "시드 평균이며 띠는 최저에서 최고 시드까지입니다. 점선은 같은 샘플 수로 잰 실제 대 실제 데이터입니다. 발산한 실행은 도달한 곳까지 포함합니다.",
  },
  "metrics.label": {
    en: "{metric} against steps. At the end: {ends}.",
    uk: "{metric} за кроками. Наприкінці: {ends}.",
    sr: "{metric} по корацима. На крају: {ends}.",
    zh: "{metric} 随步数的变化。结束时：{ends}。",
    ru: "{metric} по шагам. В конце: {ends}.",
    ko: "스텝별 {metric}. 마지막: {ends}.",
  },
  "metrics.real": {
    en: "real",
    uk: "справжні",
    sr: "стварни",
    zh: "真实",
    ru: "реальные",
    ko: "실제",
  },
  "time.title": {
    en: "Metrics against wall time",
    uk: "Метрики за часом",
    sr: "Метрике по времену",
    zh: "指标随实际时间的变化",
    ru: "Метрики по времени",
    ko: "실제 시간별 지표",
  },
  "time.note": {
    en:
      "Time spent in training steps on the machine that ran them, mean over seeds; drawing and measuring samples is not counted. It says what a variant costs there, and nothing about another machine.",
    uk:
      "Час кроків навчання на машині, що їх виконала, середнє за зернами; генерування та вимірювання зразків не враховано. Це ціна варіанта саме там і нічого не каже про іншу машину.",
    sr:
      "Време корака обуке на машини која их је извршила, средина по семенима; цртање и мерење узорака није урачунато. Показује цену варијанте тамо, а ништа о другој машини.",
    zh:
      "在运行机器上训练步骤所花的时间，为各种子均值；不含抽样与测量。它只说明变体在该机器上的代价。",
    ru:
      "Время шагов обучения на выполнившей их машине, среднее по зёрнам; генерация и измерение образцов не учтены. Это цена варианта именно там и ничего не говорит о другой машине.",
    ko:
      "실행한 기계에서 학습 스텝에 든 시간의 시드 평균이며 샘플 추출과 측정은 제외합니다. 그 기계에서의 비용일 뿐 다른 기계에 대해서는 말해 주지 않습니다.",
  },
  "time.seconds": {
    en: "training time, s",
    uk: "час навчання, с",
    sr: "време обуке, с",
    zh: "训练时间（秒）",
    ru: "время обучения, с",
    ko: "학습 시간, 초",
  },
  "time.minutes": {
    en: "training time, min",
    uk: "час навчання, хв",
    sr: "време обуке, мин",
    zh: "训练时间（分钟）",
    ru: "время обучения, мин",
    ko: "학습 시간, 분",
  },
  "time.hours": {
    en: "training time, h",
    uk: "час навчання, год",
    sr: "време обуке, ч",
    zh: "训练时间（小时）",
    ru: "время обучения, ч",
    ko: "학습 시간, 시간",
  },
  "time.label": {
    en: "{metric} against training time. At the end: {ends}.",
    uk: "{metric} за часом навчання. Наприкінці: {ends}.",
    sr: "{metric} по времену обуке. На крају: {ends}.",
    zh: "{metric} 随训练时间的变化。结束时：{ends}。",
    ru: "{metric} по времени обучения. В конце: {ends}.",
    ko: "학습 시간별 {metric}. 마지막: {ends}.",
  },
  "explore": {
    en: "Explore",
    uk: "Дослідити",
    sr: "Истражи",
    zh: "探索",
    ru: "Исследовать",
    ko: "탐색",
  },
  "explore.in": {
    en: "Zoom in",
    uk: "Наблизити",
    sr: "Приближи",
    zh: "放大",
    ru: "Приблизить",
    ko: "확대",
  },
  "explore.out": {
    en: "Zoom out",
    uk: "Віддалити",
    sr: "Удаљи",
    zh: "缩小",
    ru: "Отдалить",
    ko: "축소",
  },
  "explore.whole": {
    en: "Show all",
    uk: "Показати все",
    sr: "Прикажи све",
    zh: "显示全部",
    ru: "Показать всё",
    ko: "전체 보기",
  },
  "explore.note": {
    en: "Wheel: zoom; with Shift: values; drag: move; double click: all",
    uk: "Колесо: масштаб; із Shift: значення; тягнути: рухати; подвійне клацання: все",
    sr: "Точкић: увећање; уз Shift: вредности; вучење: померање; двоклик: све",
    zh: "滚轮：缩放；按住 Shift：数值轴；拖动：移动；双击：全部",
    ru: "Колесо: масштаб; с Shift: значения; тянуть: двигать; двойной щелчок: всё",
    ko: "휠: 확대/축소, Shift와 함께: 값 축, 끌기: 이동, 두 번 클릭: 전체",
  },
} as const satisfies Readonly<Record<string, Text>>;
