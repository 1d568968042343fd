// Whether what was pasted is an e-mail: a file that is called one, or its source (邮件原文), which begins with mail headers.

const HEADER = /^[A-Za-z][A-Za-z0-9-]{1,40}:/;
/** At least one of them stands in every e-mail's headers. */
const TELLING = /^(from|subject|date|message-id|received|return-path):/i;
const HEADERS_MIN = 2;

export const isLetterName = (name: string): boolean => name.toLowerCase().endsWith(".eml");

/** Two headers or more, continued lines among them, then the empty line. */
export function isLetterSource(text: string): boolean {
  let headers = 0;
  let telling = 0;
  for (const line of text.trimStart().split(/\r?\n/)) {
    if (line === "") return headers >= HEADERS_MIN && telling > 0;
    if (headers > 0 && /^[ \t]/.test(line)) continue;
    if (!HEADER.test(line)) return false;
    headers += 1;
    if (TELLING.test(line)) telling += 1;
  }
  return false;
}
