import type { Text } from "../language.ts";

/** What the tables of metrics say. */
export const TABLE_MESSAGES = {
  "numbers.title": {
    en: "Numbers",
    uk: "Числа",
    sr: "Бројеви",
    zh: "数值",
    ru: "Числа",
    ko: "수치",
  },
  "numbers.table": {
    en: "Table of metrics",
    uk: "Таблиця метрик",
    sr: "Табела метрика",
    zh: "指标表",
    ru: "Таблица метрик",
    ko: "지표 표",
  },
  "numbers.variant": {
    en: "variant",
    uk: "варіант",
    sr: "варијанта",
    zh: "变体",
    ru: "вариант",
    ko: "변형",
  },
  "numbers.seed": {
    en: "seed",
    uk: "зерно",
    sr: "семе",
    zh: "种子",
    ru: "зерно",
    ko: "시드",
  },
  "numbers.runs": {
    en: "runs",
    uk: "запуски",
    sr: "покретања",
    zh: "运行",
    ru: "запуски",
    ko: "실행",
  },
  "numbers.diverged_count": {
    en: "{count} diverged",
    uk: "розбіглося: {count}",
    sr: "дивергирало: {count}",
    zh: "{count} 次发散",
    ru: "разошлось: {count}",
    ko: "{count}회 발산",
  },
  "numbers.no_interval": {
    en: "no interval",
    uk: "без інтервалу",
    sr: "без интервала",
    zh: "无区间",
    ru: "без интервала",
    ko: "구간 없음",
  },
  "numbers.note": {
    en:
      "Mean over the runs that ended, and below it Student’s 95 % interval of that mean. The last row is real data against other real data.",
    uk:
      "Середнє за завершеними запусками, під ним 95 % інтервал Стьюдента для цього середнього. Останній рядок — справжні дані проти інших справжніх.",
    sr:
      "Средина по завршеним покретањима, испод ње Студентов интервал од 95 % за ту средину. Последњи ред су стварни подаци према другим стварним.",
    zh: "已完成运行的均值，下方为该均值的 95 % 学生氏区间。最后一行为真实数据对另一部分真实数据。",
    ru:
      "Среднее по завершённым запускам, под ним 95 % интервал Стьюдента для этого среднего. Последняя строка — реальные данные против других реальных.",
    ko:
      "끝난 실행의 평균이며 아래는 그 평균의 95 % 스튜던트 구간입니다. 마지막 행은 실제 데이터와 다른 실제 데이터의 비교입니다.",
  },
  "numbers.protocol": {
    en: "Protocol: {samples} samples against {real} real ones; distances in: {space}.",
    uk: "Протокол: {samples} зразків проти {real} справжніх; простір відстаней: {space}.",
    sr: "Протокол: {samples} узорака према {real} стварних; простор растојања: {space}.",
    zh: "协议：{samples} 个样本对 {real} 个真实样本；距离空间：{space}。",
    ru: "Протокол: {samples} образцов против {real} реальных; пространство расстояний: {space}.",
    ko: "프로토콜: 샘플 {samples}개 대 실제 {real}개, 거리 공간: {space}.",
  },
  "numbers.every_run": {
    en: "Every run",
    uk: "Кожен запуск",
    sr: "Свако покретање",
    zh: "每次运行",
    ru: "Каждый запуск",
    ko: "모든 실행",
  },
  "numbers.run_table": {
    en: "Metrics of every run",
    uk: "Метрики кожного запуску",
    sr: "Метрике сваког покретања",
    zh: "每次运行的指标",
    ru: "Метрики каждого запуска",
    ko: "실행별 지표",
  },
  "numbers.diverged": {
    en: "× diverged: {reason}",
    uk: "× розбігся: {reason}",
    sr: "× дивергирао: {reason}",
    zh: "× 发散：{reason}",
    ru: "× разошёлся: {reason}",
    ko: "× 발산: {reason}",
  },
  "numbers.missing": {
    en: "× missing",
    uk: "× немає",
    sr: "× недостаје",
    zh: "× 缺失",
    ru: "× отсутствует",
    ko: "× 없음",
  },
  "numbers.samples": {
    en: "{count} samples",
    uk: "{count} зразків",
    sr: "{count} узорака",
    zh: "{count} 个样本",
    ru: "{count} образцов",
    ko: "샘플 {count}개",
  },
} as const satisfies Readonly<Record<string, Text>>;
