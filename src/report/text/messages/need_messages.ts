import type { NeedName } from "../../../statistics/mod.ts";
import type { Text } from "../language.ts";

/** What would decide an open claim, and why some are not tested. */
export const NEED_MESSAGES = {
  "need.least": {
    en: "At least {count} seeds are wanted.",
    uk: "Для рішення потрібно щонайменше {count} {count:one=зерно;few=зерна;other=зерен}.",
    sr: "За одлуку треба бар {count} {count:one=семе;few=семена;other=семена}.",
    zh: "至少需要 {count} 个种子才能判定。",
    ru: "Для решения нужно не менее {count} {count:one=зерна;other=зёрен}.",
    ko: "판정하려면 시드가 {count}개 이상 필요합니다.",
  },
  "need.least_a_side": {
    en: "At least {count} seeds a side are wanted.",
    uk:
      "Для рішення потрібно щонайменше {count} {count:one=зерно;few=зерна;other=зерен} з кожного боку.",
    sr: "За одлуку треба бар {count} {count:one=семе;few=семена;other=семена} по страни.",
    zh: "每侧至少需要 {count} 个种子才能判定。",
    ru: "Для решения нужно не менее {count} {count:one=зерна;other=зёрен} с каждой стороны.",
    ko: "판정하려면 각 쪽에 시드가 {count}개 이상 필요합니다.",
  },
  "need.more": {
    en:
      "About {count} more {count:one=seed;other=seeds} would decide with a power of 80 %, if difference and spread stay as seen.",
    uk:
      "Ще приблизно {count} {count:one=зерно;few=зерна;other=зерен} вирішили б із потужністю 80 %, якщо різниця й розкид лишаться такими, як видно.",
    sr:
      "Још око {count} {count:one=семе;few=семена;other=семена} одлучило би са снагом од 80 %, ако разлика и расипање остану какви су виђени.",
    zh: "若差值与离散保持不变，再有约 {count} 个种子即可以 80 % 的功效判定。",
    ru:
      "Ещё примерно {count} {count:one=зерно;few=зерна;other=зёрен} решили бы с мощностью 80 %, если разность и разброс останутся такими, как видно.",
    ko: "차이와 산포가 그대로라면 시드 약 {count}개를 더하면 검정력 80 %로 판정할 수 있습니다.",
  },
  "need.more_a_side": {
    en:
      "About {count} more {count:one=seed;other=seeds} a side would decide with a power of 80 %, if difference and spread stay as seen.",
    uk:
      "Ще приблизно {count} {count:one=зерно;few=зерна;other=зерен} з кожного боку вирішили б із потужністю 80 %, якщо різниця й розкид лишаться такими, як видно.",
    sr:
      "Још око {count} {count:one=семе;few=семена;other=семена} по страни одлучило би са снагом од 80 %, ако разлика и расипање остану какви су виђени.",
    zh: "若差值与离散保持不变，每侧再有约 {count} 个种子即可以 80 % 的功效判定。",
    ru:
      "Ещё примерно {count} {count:one=зерно;few=зерна;other=зёрен} с каждой стороны решили бы с мощностью 80 %, если разность и разброс останутся такими, как видно.",
    ko:
      "차이와 산포가 그대로라면 각 쪽에 시드 약 {count}개를 더하면 검정력 80 %로 판정할 수 있습니다.",
  },
  "need.beyond": {
    en:
      "More than {count} more seeds would be needed for a power of 80 %, if difference and spread stay as seen.",
    uk:
      "Для потужності 80 % треба було б понад {count} подальших зерен, якщо різниця й розкид лишаться такими, як видно.",
    sr:
      "За снагу од 80 % требало би још више од {count} семена, ако разлика и расипање остану какви су виђени.",
    zh: "若差值与离散保持不变，要达到 80 % 的功效还需 {count} 个以上的种子。",
    ru:
      "Для мощности 80 % понадобилось бы ещё более {count} зёрен, если разность и разброс останутся такими, как видно.",
    ko: "차이와 산포가 그대로라면 검정력 80 %에 시드가 {count}개 넘게 더 필요합니다.",
  },
  "need.beyond_a_side": {
    en:
      "More than {count} more seeds a side would be needed for a power of 80 %, if difference and spread stay as seen.",
    uk:
      "Для потужності 80 % треба було б понад {count} подальших зерен з кожного боку, якщо різниця й розкид лишаться такими, як видно.",
    sr:
      "За снагу од 80 % требало би још више од {count} семена по страни, ако разлика и расипање остану какви су виђени.",
    zh: "若差值与离散保持不变，要达到 80 % 的功效每侧还需 {count} 个以上的种子。",
    ru:
      "Для мощности 80 % понадобилось бы ещё более {count} зёрен с каждой стороны, если разность и разброс останутся такими, как видно.",
    ko: "차이와 산포가 그대로라면 검정력 80 %에 각 쪽에 시드가 {count}개 넘게 더 필요합니다.",
  },
  "need.no_difference": {
    en: "The difference seen is 0, so that nothing says how many seeds would decide.",
    uk: "Видима різниця дорівнює 0, тож ніщо не каже, скільки зерен вирішило б.",
    sr: "Виђена разлика је 0, па ништа не говори колико би семена одлучило.",
    zh: "所见差值为 0，因此无从得知需要多少种子才能判定。",
    ru: "Видимая разность равна 0, поэтому ничто не говорит, сколько зёрен решило бы.",
    ko: "관찰된 차이가 0이어서 시드가 몇 개면 판정되는지 알 수 없습니다.",
  },
  "few.two": {
    en: "{first} and {second} runs have a value: too few to test.",
    uk: "Значення мають {first} і {second} запусків: замало для перевірки.",
    sr: "Вредност има {first} и {second} покретања: премало за тест.",
    zh: "两侧分别有 {first} 次和 {second} 次运行有值：太少，无法检验。",
    ru: "Значение есть у {first} и {second} запусков: слишком мало для проверки.",
    ko: "값이 있는 실행이 {first}회와 {second}회뿐이어서 검정할 수 없습니다.",
  },
  "few.pairs": {
    en: "{n} {n:one=seed has;other=seeds have} a value on both sides: too few to test.",
    uk:
      "Значення з обох боків {n:one=має;other=мають} {n} {n:one=зерно;few=зерна;other=зерен}: замало для перевірки.",
    sr: "Вредност на обе стране има {n} {n:one=семе;few=семена;other=семена}: премало за тест.",
    zh: "两侧都有值的种子只有 {n} 个：太少，无法检验。",
    ru: "Значение с обеих сторон есть у {n} {n:one=зерна;other=зёрен}: слишком мало для проверки.",
    ko: "양쪽에 값이 있는 시드가 {n}개뿐이어서 검정할 수 없습니다.",
  },
  "few.runs": {
    en: "{n} {n:one=run has;other=runs have} a value: too few to test.",
    uk:
      "Значення {n:one=має;other=мають} {n} {n:one=запуск;few=запуски;other=запусків}: замало для перевірки.",
    sr: "Вредност има {n} {n:one=покретање;few=покретања;other=покретања}: премало за тест.",
    zh: "有值的运行只有 {n} 次：太少，无法检验。",
    ru: "Значение есть у {n} {n:one=запуска;other=запусков}: слишком мало для проверки.",
    ko: "값이 있는 실행이 {n}회뿐이어서 검정할 수 없습니다.",
  },
  "few.held": {
    en: "{held} of {n} {n:one=seed keeps;other=seeds keep} to the bound: too few to decide.",
    uk:
      "Межі {held:one=дотримується;other=дотримуються} {held} з {n} {n:one=зерна;other=зерен}: замало для рішення.",
    sr: "Границу поштује {held} од {n} {n:one=семена;other=семена}: премало за одлуку.",
    zh: "{n} 个种子中有 {held} 个在界内：太少，无法判定。",
    ru:
      "Границы {held:one=держится;other=держатся} {held} из {n} {n:one=зерна;other=зёрен}: слишком мало для решения.",
    ko: "시드 {n}개 중 {held}개가 한계를 지키지만 너무 적어 판정할 수 없습니다.",
  },
  "claim.unpaired": {
    en: "without seed {seeds}, which one side lacks",
    uk: "без зерна {seeds}, якого немає з одного боку",
    sr: "без семена {seeds}, које једна страна нема",
    zh: "不含种子 {seeds}（一侧缺失）",
    ru: "без зерна {seeds}, которого нет с одной стороны",
    ko: "한쪽에 없는 시드 {seeds} 제외",
  },
} as const satisfies Readonly<Record<NeedName | `${"few" | "claim"}.${string}`, Text>>;
