import type { Text } from "../language.ts";

/** What a diagnosis rests on, a sentence each. */
export const EVIDENCE_MESSAGES = {
  "evidence.classes_covered": {
    en:
      "{covered} of {all} classes {covered:one=gets;other=get} at least {share} of the samples; real data: {wanted}. {bound}",
    uk:
      "Класів, що отримали щонайменше {share} зразків: {covered} з {all}; справжні дані: {wanted}. {bound}",
    sr:
      "Класа које су добиле бар {share} узорака: {covered} од {all}; стварни подаци: {wanted}. {bound}",
    zh: "{all} 个类别中有 {covered} 个获得至少 {share} 的样本；真实数据：{wanted}。{bound}",
    ru:
      "Классов, получивших не менее {share} образцов: {covered} из {all}; реальные данные: {wanted}. {bound}",
    ko:
      "클래스 {all}개 중 {covered}개가 샘플의 {share} 이상을 차지함. 실제 데이터: {wanted}. {bound}",
  },
  "evidence.modes_covered": {
    en:
      "{covered} of {all} modes {covered:one=gets;other=get} at least {share} of the samples; real data: {wanted}. {bound}",
    uk:
      "Мод, що отримали щонайменше {share} зразків: {covered} з {all}; справжні дані: {wanted}. {bound}",
    sr:
      "Мода које су добиле бар {share} узорака: {covered} од {all}; стварни подаци: {wanted}. {bound}",
    zh: "{all} 个模式中有 {covered} 个获得至少 {share} 的样本；真实数据：{wanted}。{bound}",
    ru:
      "Мод, получивших не менее {share} образцов: {covered} из {all}; реальные данные: {wanted}. {bound}",
    ko:
      "모드 {all}개 중 {covered}개가 샘플의 {share} 이상을 차지함. 실제 데이터: {wanted}. {bound}",
  },
  "evidence.modes_covered_fairly": {
    en:
      "{covered} of {all} modes {covered:one=gets;other=get} at least {share} of a fair share of the samples; real data: {wanted}. {bound}",
    uk:
      "Мод, що отримали щонайменше {share} належної частки зразків: {covered} з {all}; справжні дані: {wanted}. {bound}",
    sr:
      "Мода које су добиле бар {share} припадајућег удела узорака: {covered} од {all}; стварни подаци: {wanted}. {bound}",
    zh: "{all} 个模式中有 {covered} 个获得至少 {share} 的应得样本份额；真实数据：{wanted}。{bound}",
    ru:
      "Мод, получивших не менее {share} причитающейся доли образцов: {covered} из {all}; реальные данные: {wanted}. {bound}",
    ko:
      "모드 {all}개 중 {covered}개가 제 몫의 {share} 이상의 샘플을 얻음. 실제 데이터: {wanted}. {bound}",
  },
  "evidence.class_entropy": {
    en:
      "Class entropy is {entropy} nats, that of {equal} equally frequent classes; real data: {wanted} nats, that of {wanted_equal}. The ratio is {ratio}. {bound}",
    uk:
      "Ентропія класів — {entropy} ната, як у {equal} рівно частих класів; справжні дані: {wanted} ната, як у {wanted_equal}. Відношення {ratio}. {bound}",
    sr:
      "Ентропија класа је {entropy} ната, колико и за {equal} једнако честих класа; стварни подаци: {wanted} ната, колико и за {wanted_equal}. Однос је {ratio}. {bound}",
    zh:
      "类别熵为 {entropy} 奈特，相当于 {equal} 个等频类别；真实数据：{wanted} 奈特，相当于 {wanted_equal} 个。比值为 {ratio}。{bound}",
    ru:
      "Энтропия классов — {entropy} ната, как у {equal} равно частых классов; реальные данные: {wanted} ната, как у {wanted_equal}. Отношение {ratio}. {bound}",
    ko:
      "클래스 엔트로피는 {entropy}나트로 고르게 나오는 클래스 {equal}개와 같음. 실제 데이터: {wanted}나트, {wanted_equal}개. 비율 {ratio}. {bound}",
  },
  "evidence.mode_entropy": {
    en:
      "Mode entropy is {entropy} nats, that of {equal} equally frequent modes; real data: {wanted} nats, that of {wanted_equal}. The ratio is {ratio}. {bound}",
    uk:
      "Ентропія мод — {entropy} ната, як у {equal} рівно частих мод; справжні дані: {wanted} ната, як у {wanted_equal}. Відношення {ratio}. {bound}",
    sr:
      "Ентропија мода је {entropy} ната, колико и за {equal} једнако честих мода; стварни подаци: {wanted} ната, колико и за {wanted_equal}. Однос је {ratio}. {bound}",
    zh:
      "模式熵为 {entropy} 奈特，相当于 {equal} 个等频模式；真实数据：{wanted} 奈特，相当于 {wanted_equal} 个。比值为 {ratio}。{bound}",
    ru:
      "Энтропия мод — {entropy} ната, как у {equal} равно частых мод; реальные данные: {wanted} ната, как у {wanted_equal}. Отношение {ratio}. {bound}",
    ko:
      "모드 엔트로피는 {entropy}나트로 고르게 나오는 모드 {equal}개와 같음. 실제 데이터: {wanted}나트, {wanted_equal}개. 비율 {ratio}. {bound}",
  },
  "evidence.near_duplicates": {
    en:
      "{share} of the samples have a near-duplicate{among}; real data: {real} by definition. {bound}",
    uk: "Майже-дублікат мають {share} зразків{among}; справжні дані: {real} за означенням. {bound}",
    sr: "Готово исти пар има {share} узорака{among}; стварни подаци: {real} по дефиницији. {bound}",
    zh: "{share} 的样本有近似重复{among}；真实数据按定义为 {real}。{bound}",
    ru:
      "Почти-дубликат есть у {share} образцов{among}; реальные данные: {real} по определению. {bound}",
    ko: "샘플의 {share}에 거의 같은 샘플이 있음{among}. 실제 데이터는 정의상 {real}. {bound}",
  },
  "evidence.among": {
    en: " among {count}",
    uk: " серед {count}",
    sr: " међу {count}",
    zh: "（{count} 个之中）",
    ru: " среди {count}",
    ko: "({count}개 중)",
  },
  "evidence.spread": {
    en: "The samples have {share} of the variance of real data. {bound}",
    uk: "Дисперсія зразків — {share} дисперсії справжніх даних. {bound}",
    sr: "Варијанса узорака је {share} варијансе стварних података. {bound}",
    zh: "样本的方差为真实数据的 {share}。{bound}",
    ru: "Дисперсия образцов — {share} дисперсии реальных данных. {bound}",
    ko: "샘플의 분산은 실제 데이터의 {share}. {bound}",
  },
  "evidence.recall": {
    en: "Samples reach {share} of the data’s variety (recall); real data: {wanted}. {bound}",
    uk: "Зразки сягають {share} різноманіття даних (повнота); справжні дані: {wanted}. {bound}",
    sr: "Узорци досежу {share} разноликости података (одзив); стварни подаци: {wanted}. {bound}",
    zh: "样本达到数据多样性的 {share}（召回率）；真实数据：{wanted}。{bound}",
    ru:
      "Образцы достигают {share} разнообразия данных (полнота); реальные данные: {wanted}. {bound}",
    ko: "샘플이 데이터 다양성의 {share}에 이름(재현율). 실제 데이터: {wanted}. {bound}",
  },
  "evidence.precision": {
    en: "{share} of the samples lie within the real data; real data: {wanted}. {bound}",
    uk: "У межах справжніх даних лежать {share} зразків; справжні дані: {wanted}. {bound}",
    sr: "Унутар стварних података лежи {share} узорака; стварни подаци: {wanted}. {bound}",
    zh: "{share} 的样本位于真实数据之内；真实数据：{wanted}。{bound}",
    ru: "В пределах реальных данных лежат {share} образцов; реальные данные: {wanted}. {bound}",
    ko: "샘플의 {share}가 실제 데이터 범위 안에 있음. 실제 데이터: {wanted}. {bound}",
  },
  "evidence.near_mode": {
    en: "{share} of the samples lie near a mode; real data: {wanted}. {bound}",
    uk: "Біля якоїсь моди лежать {share} зразків; справжні дані: {wanted}. {bound}",
    sr: "Близу неке моде лежи {share} узорака; стварни подаци: {wanted}. {bound}",
    zh: "{share} 的样本靠近某个模式；真实数据：{wanted}。{bound}",
    ru: "Вблизи какой-либо моды лежат {share} образцов; реальные данные: {wanted}. {bound}",
    ko: "샘플의 {share}가 어떤 모드 가까이에 있음. 실제 데이터: {wanted}. {bound}",
  },
  "evidence.nearest_training": {
    en:
      "The nearest training image is {distance} away on average; from unseen real images it is {wanted}. That is {ratio} of the real distance. {bound}",
    uk:
      "До найближчого навчального зображення в середньому {distance}; від небачених справжніх — {wanted}. Це {ratio} справжньої відстані. {bound}",
    sr:
      "До најближе слике за обуку у просеку је {distance}; од невиђених стварних {wanted}. То је {ratio} стварног растојања. {bound}",
    zh:
      "到最近训练图像的平均距离为 {distance}；未见过的真实图像为 {wanted}。即真实距离的 {ratio} 倍。{bound}",
    ru:
      "До ближайшего обучающего изображения в среднем {distance}; от невиданных реальных — {wanted}. Это {ratio} реального расстояния. {bound}",
    ko:
      "가장 가까운 학습 이미지까지 평균 {distance}, 처음 보는 실제 이미지에서는 {wanted}. 실제 거리의 {ratio}배. {bound}",
  },
  "evidence.last_snapshot": {
    en: "The last snapshot, at step {step}, was judged {verdict}.",
    uk: "Останній знімок, на кроці {step}: {verdict}.",
    sr: "Последњи снимак, у кораку {step}: {verdict}.",
    zh: "最后一个快照（第 {step} 步）的判定：{verdict}。",
    ru: "Последний снимок, на шаге {step}: {verdict}.",
    ko: "마지막 스냅샷(스텝 {step})의 판정: {verdict}.",
  },
} as const satisfies Readonly<Record<string, Text>>;
