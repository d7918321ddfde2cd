import type { Text } from "../language.ts";

/** What a diagnosis says of training, and of verdicts that changed. */
export const CHANGE_MESSAGES = {
  "evidence.growth": {
    en:
      "Over the last tenth of the steps {quantity} is {size}, {factor} times its median since the start. From {bound} times on, and from a size of {least}, training has diverged.",
    uk:
      "В останній десятій кроків {quantity} дорівнює {size} — у {factor} раза більше за медіану від початку. Від {bound}-кратного зростання і величини {least} навчання вважається розбіжним.",
    sr:
      "У последњој десетини корака {quantity} је {size}, {factor} пута више од медијане од почетка. Од {bound} пута и величине {least} обука се сматра дивергентном.",
    zh:
      "在最后十分之一的步中，{quantity}为 {size}，是开始以来中位数的 {factor} 倍。达到 {bound} 倍且不小于 {least} 即判为发散。",
    ru:
      "В последней десятой шагов {quantity} равна {size} — в {factor} раза больше медианы с начала. С {bound}-кратного роста и величины {least} обучение считается расходящимся.",
    ko:
      "마지막 10분의 1 스텝에서 {quantity}은(는) {size}로 시작 이후 중앙값의 {factor}배. {bound}배 이상이고 크기가 {least} 이상이면 발산으로 봄.",
  },
  "evidence.vanished_gradient": {
    en:
      "The generator hardly learns any more: the norm of its gradient has fallen from {from} to {to}.",
    uk: "Генератор майже не навчається: норма його градієнта впала з {from} до {to}.",
    sr: "Генератор готово више не учи: норма његовог градијента пала је са {from} на {to}.",
    zh: "生成器几乎不再学习：其梯度范数从 {from} 降到 {to}。",
    ru: "Генератор почти не обучается: норма его градиента упала с {from} до {to}.",
    ko: "생성자가 거의 학습하지 않음: 그래디언트 노름이 {from}에서 {to}(으)로 떨어짐.",
  },
  "evidence.perfect_discriminator": {
    en:
      "The discriminator is next to perfect: D(x) is {real}, D(G(z)) {fake}, and its loss {loss}, where balance is 0.5, 0.5 and 1.39. That alone is no collapse.",
    uk:
      "Дискримінатор майже бездоганний: D(x) = {real}, D(G(z)) = {fake}, його втрати {loss}, тоді як рівновага — 0,5, 0,5 і 1,39. Саме собою це не колапс.",
    sr:
      "Дискриминатор је готово савршен: D(x) = {real}, D(G(z)) = {fake}, а његов губитак {loss}, док је равнотежа 0,5, 0,5 и 1,39. Само по себи то није колапс.",
    zh:
      "判别器近乎完美：D(x) 为 {real}，D(G(z)) 为 {fake}，其损失为 {loss}，而平衡时为 0.5、0.5 和 1.39。仅此并不算崩溃。",
    ru:
      "Дискриминатор почти безупречен: D(x) = {real}, D(G(z)) = {fake}, его потери {loss}, тогда как равновесие — 0,5, 0,5 и 1,39. Само по себе это не коллапс.",
    ko:
      "판별자가 거의 완벽함: D(x) {real}, D(G(z)) {fake}, 손실 {loss}. 균형에서는 0.5, 0.5, 1.39. 그것만으로는 붕괴가 아님.",
  },
  "evidence.ended_early": {
    en: "Training ended early: {reason}.",
    uk: "Навчання скінчилося передчасно: {reason}.",
    sr: "Обука се завршила пре времена: {reason}.",
    zh: "训练提前结束：{reason}。",
    ru: "Обучение закончилось досрочно: {reason}.",
    ko: "학습이 일찍 끝남: {reason}.",
  },
  "evidence.change": {
    en: "From step {from} to {to} {before} became {after}{numbers}.",
    uk: "Між кроками {from} і {to}: «{before}» стало «{after}»{numbers}.",
    sr: "Између корака {from} и {to} „{before}“ је постало „{after}“{numbers}.",
    zh: "第 {from} 步到第 {to} 步，“{before}”变为“{after}”{numbers}。",
    ru: "Между шагами {from} и {to} «{before}» стало «{after}»{numbers}.",
    ko: "스텝 {from}~{to} 사이 ‘{before}’에서 ‘{after}’(으)로 바뀜{numbers}.",
  },
  "change.numbers": {
    en: ": {list}",
    uk: "; {list}",
    sr: "; {list}",
    zh: "：{list}",
    ru: "; {list}",
    ko: ": {list}",
  },
  "change.fell": {
    en: "{name} fell from {from} to {to}",
    uk: "{name}: спад із {from} до {to}",
    sr: "{name}: пад са {from} на {to}",
    zh: "{name}从 {from} 降到 {to}",
    ru: "{name}: спад с {from} до {to}",
    ko: "{name} 감소({from} → {to})",
  },
  "change.rose": {
    en: "{name} rose from {from} to {to}",
    uk: "{name}: зростання з {from} до {to}",
    sr: "{name}: раст са {from} на {to}",
    zh: "{name}从 {from} 升到 {to}",
    ru: "{name}: рост с {from} до {to}",
    ko: "{name} 증가({from} → {to})",
  },
  "change.classes_covered": {
    en: "classes covered",
    uk: "охоплені класи",
    sr: "покривене класе",
    zh: "覆盖的类别数",
    ru: "охваченные классы",
    ko: "포함된 클래스 수",
  },
  "change.modes_covered": {
    en: "modes covered",
    uk: "охоплені моди",
    sr: "покривене моде",
    zh: "覆盖的模式数",
    ru: "охваченные моды",
    ko: "포함된 모드 수",
  },
  "change.class_entropy": {
    en: "class entropy (nats)",
    uk: "ентропія класів (нат)",
    sr: "ентропија класа (нат)",
    zh: "类别熵（奈特）",
    ru: "энтропия классов (нат)",
    ko: "클래스 엔트로피(나트)",
  },
  "change.mode_entropy": {
    en: "mode entropy (nats)",
    uk: "ентропія мод (нат)",
    sr: "ентропија мода (нат)",
    zh: "模式熵（奈特）",
    ru: "энтропия мод (нат)",
    ko: "모드 엔트로피(나트)",
  },
  "change.near_duplicates": {
    en: "near-duplicates",
    uk: "майже-дублікати",
    sr: "готово исти парови",
    zh: "近似重复",
    ru: "почти-дубликаты",
    ko: "거의 같은 샘플",
  },
  "change.precision": {
    en: "precision",
    uk: "влучність",
    sr: "прецизност",
    zh: "精确率",
    ru: "точность",
    ko: "정밀도",
  },
  "change.recall": {
    en: "recall",
    uk: "повнота",
    sr: "одзив",
    zh: "召回率",
    ru: "полнота",
    ko: "재현율",
  },
  "divergence.not_finite": {
    en: "{quantity} is {value} at step {step}",
    uk: "{quantity} — {value} на кроці {step}",
    sr: "{quantity} је {value} у кораку {step}",
    zh: "{quantity}在第 {step} 步为 {value}",
    ru: "{quantity} — {value} на шаге {step}",
    ko: "스텝 {step}에서 {quantity}이(가) {value}",
  },
  "divergence.other": {
    en: "{reason}",
    uk: "{reason}",
    sr: "{reason}",
    zh: "{reason}",
    ru: "{reason}",
    ko: "{reason}",
  },
  "quantity.discriminator_loss": {
    en: "the discriminator’s loss",
    uk: "функція втрат дискримінатора",
    sr: "функција губитка дискриминатора",
    zh: "判别器的损失",
    ru: "функция потерь дискриминатора",
    ko: "판별자의 손실",
  },
  "quantity.generator_loss": {
    en: "the generator’s loss",
    uk: "функція втрат генератора",
    sr: "функција губитка генератора",
    zh: "生成器的损失",
    ru: "функция потерь генератора",
    ko: "생성자의 손실",
  },
  "quantity.d_real": {
    en: "D(x), the answer to real data,",
    uk: "величина D(x)",
    sr: "вредност D(x)",
    zh: "D(x) 的值",
    ru: "величина D(x)",
    ko: "D(x)의 값",
  },
  "quantity.d_fake": {
    en: "D(G(z)), the answer to samples,",
    uk: "величина D(G(z))",
    sr: "вредност D(G(z))",
    zh: "D(G(z)) 的值",
    ru: "величина D(G(z))",
    ko: "D(G(z))의 값",
  },
  "quantity.discriminator_gradient_norm": {
    en: "the norm of the discriminator’s gradient",
    uk: "норма градієнта дискримінатора",
    sr: "норма градијента дискриминатора",
    zh: "判别器的梯度范数",
    ru: "норма градиента дискриминатора",
    ko: "판별자의 그래디언트 노름",
  },
  "quantity.generator_gradient_norm": {
    en: "the norm of the generator’s gradient",
    uk: "норма градієнта генератора",
    sr: "норма градијента генератора",
    zh: "生成器的梯度范数",
    ru: "норма градиента генератора",
    ko: "생성자의 그래디언트 노름",
  },
} as const satisfies Readonly<Record<string, Text>>;
