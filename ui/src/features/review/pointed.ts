// What of the read entry is selected with the mouse or keyboard: the box that it stands in, and the words.

export interface Pointed {
  /** `null`: none, or several boxes. */
  place: string | null;
  quote: string;
}

const NOTHING: Pointed = { place: null, quote: "" };

const boxOf = (node: Node | null): HTMLElement | null => {
  const element = node instanceof Element ? node : (node?.parentElement ?? null);
  return element?.closest<HTMLElement>("[data-form-box]") ?? null;
};

export function pointedNow(within: HTMLElement | null): Pointed {
  const selection = window.getSelection();
  const quote = selection?.toString().trim() ?? "";
  const box = boxOf(selection?.anchorNode ?? null);
  if (quote === "" || box === null || within?.contains(box) !== true || boxOf(selection?.focusNode ?? null) !== box) return NOTHING;
  return { place: box.dataset["formBox"] ?? null, quote };
}
