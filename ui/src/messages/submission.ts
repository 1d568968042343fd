// The words around a 季度报送表; where it stands comes in words from the back end.
export const submissionMessages = {
  label: "季度报送表",
  draft: "草稿：还没有打印送签。",
  scan: "收回扫描件",
  scanOf: (name: string) => `收回扫描件：${name}季度报送表`,
  scanFile: "盖章扫描件",
  code: "报送码",
  codeHint: "见纸上页脚，请核对",
  take: "收下",
} as const;
