import type { Text } from "../language.ts";

/** What the choice of checkpoints says, and what stands beside published numbers. */
export const SELECTION_MESSAGES = {
  "selection.title": {
    en: "Chosen checkpoints",
    uk: "Вибрані контрольні точки",
    sr: "Изабране контролне тачке",
    zh: "所选检查点",
    ru: "Выбранные контрольные точки",
    ko: "선택된 체크포인트",
  },
  "selection.table": {
    en: "Validation values of every run",
    uk: "Валідаційні значення кожного запуску",
    sr: "Валидационе вредности сваког покретања",
    zh: "每次运行的验证值",
    ru: "Валидационные значения каждого запуска",
    ko: "실행별 검증 값",
  },
  "selection.step": {
    en: "Chosen step",
    uk: "Вибраний крок",
    sr: "Изабрани корак",
    zh: "所选步",
    ru: "Выбранный шаг",
    ko: "선택된 스텝",
  },
  "selection.chosen": {
    en: "chosen",
    uk: "вибрано",
    sr: "изабрано",
    zh: "已选",
    ru: "выбрано",
    ko: "선택됨",
  },
  "selection.lowest": {
    en:
      "Each run ends at the snapshot with the lowest value here, marked ✓; of equal ones the earliest.",
    uk:
      "Кожен запуск закінчується знімком із найнижчим тут значенням, позначеним ✓; з рівних — найранішим.",
    sr:
      "Свако покретање завршава снимком с најнижом вредношћу овде, означеном ✓; од једнаких најранијим.",
    zh: "每次运行以此处数值最低（标 ✓）的快照为终点；数值相同时取最早者。",
    ru:
      "Каждый запуск заканчивается снимком с наименьшим здесь значением, отмеченным ✓; из равных — самым ранним.",
    ko: "각 실행은 여기서 값이 가장 낮은(✓) 스냅샷에서 끝나며, 같으면 가장 이른 것을 택합니다.",
  },
  "selection.highest": {
    en:
      "Each run ends at the snapshot with the highest value here, marked ✓; of equal ones the earliest.",
    uk:
      "Кожен запуск закінчується знімком із найвищим тут значенням, позначеним ✓; з рівних — найранішим.",
    sr:
      "Свако покретање завршава снимком с највишом вредношћу овде, означеном ✓; од једнаких најранијим.",
    zh: "每次运行以此处数值最高（标 ✓）的快照为终点；数值相同时取最早者。",
    ru:
      "Каждый запуск заканчивается снимком с наибольшим здесь значением, отмеченным ✓; из равных — самым ранним.",
    ko: "각 실행은 여기서 값이 가장 높은(✓) 스냅샷에서 끝나며, 같으면 가장 이른 것을 택합니다.",
  },
  "selection.note": {
    en:
      "These values are taken against {count} real samples that no network was trained on. Every other number on this page is taken against the test split, of which the choice knew nothing.",
    uk:
      "Ці значення виміряно проти {count} справжніх зразків, на яких не навчалася жодна мережа. Усі інші числа сторінки виміряно на тестовій вибірці, про яку вибір нічого не знав.",
    sr:
      "Ове вредности су мерене према {count} стварних узорака на којима ниједна мрежа није обучавана. Сви остали бројеви на страници мерени су на тест-скупу, о којем избор ништа није знао.",
    zh:
      "这些数值是对 {count} 个未用于训练任何网络的真实样本测得的。本页其他数值均在测试集上测得，选择时对其一无所知。",
    ru:
      "Эти значения измерены против {count} реальных образцов, на которых не обучалась ни одна сеть. Все прочие числа страницы измерены на тестовой выборке, о которой выбор ничего не знал.",
    ko:
      "이 값들은 어떤 신경망도 학습하지 않은 실제 샘플 {count}개에 대해 잰 것입니다. 이 페이지의 다른 모든 수치는 선택이 전혀 알지 못한 테스트 데이터에 대해 잰 것입니다.",
  },
  "published.ours": {
    en: "ours: {value}",
    uk: "наше: {value}",
    sr: "наш: {value}",
    zh: "我们：{value}",
    ru: "наше: {value}",
    ko: "우리: {value}",
  },
  "published.not_measured": {
    en: "ours: not measured",
    uk: "наше: не виміряно",
    sr: "наш: није мерено",
    zh: "我们：未测量",
    ru: "наше: не измерено",
    ko: "우리: 측정 안 함",
  },
} as const satisfies Readonly<Record<string, Text>>;
