// A day as an officer types it, read into the one form that the back end takes: 2013-04-07.
// Left to others: which days make sense where; the rules have the last word.

const LONG = /^(\d{4})(?:[-./]|\u5E74)(\d{1,2})(?:[-./]|\u6708)(\d{1,2})\u65E5?$/;
const PLAIN = /^(\d{4})(\d{2})(\d{2})$/;
const SHORT = /^(\d{1,2})(?:[-./]|\u6708)(\d{1,2})\u65E5?$/;

/** `year`: meant where none is written; `null`: one must be written. Gives `null` for what is no day of the calendar. */
export function dayIn(text: string, year: number | null): string | null {
  // Digits and points as an input method writes them.
  const plain = text.normalize("NFKC").replaceAll(/\s|\u3002/g, (mark) => (mark === "\u3002" ? "." : ""));
  const short = year === null ? null : SHORT.exec(plain);
  const [, ...written] = LONG.exec(plain) ?? PLAIN.exec(plain) ?? (short === null ? [] : [short[0], String(year), short[1], short[2]]);
  const [y, month, day] = written.map(Number);
  if (y === undefined || month === undefined || day === undefined) return null;
  const date = new Date(Date.UTC(y, month - 1, day));
  // The 30th of February would become a day of March.
  const real = date.getUTCFullYear() === y && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}
