// How a promised number is written: 10, 2000以上, 约10, 2-5; and the other ways in which people write the same.
export const boundWords = {
  atLeast: (number: string) => `${number}以上`,
  about: (number: string) => `约${number}`,
  atLeastAfter: "以上",
  atLeastBefore: "不少于|不低于|至少",
  aboutBefore: "约|大约",
  aboutAfter: "左右",
  between: "至|到",
} as const;
