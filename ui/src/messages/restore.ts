// The words of restoring from a full backup, wherever it is offered.
export const restoreMessages = {
  restore: "从备份恢复…",
  title: "从备份恢复",
  text: "恢复成一个新的资料库并打开它；原有的资料库原样留在原处。",
  passphrase: "备份的密码（没有加密则留空）",
  chooseFile: "选择备份文件",
  restoring: (name: string) => `正在从“${name}”恢复`,
  restored: "已从备份恢复。现在打开的是恢复出来的资料库，原有的没有改动。",
  have: "换了电脑，已有备份？",
} as const;
