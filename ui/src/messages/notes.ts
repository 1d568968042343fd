// The words of notes on the paper.
export const notesMessages = {
  manual: "人工标注",
} as const;
