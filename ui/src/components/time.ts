// Times and dates as they are read: 2013-04-07 in tables, 2013年4月7日 in text, 10:32 for today.
// Left to others: rules; nothing here decides whether something is due.
import { words } from "../messages/words";

const two = (value: number) => String(value).padStart(2, "0");

const dayOf = (time: Date) => `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;

/** 10:32 for a time of `now`'s day, 2013-04-22 10:32 for any other; local time. */
export function clock(iso: string, now: Date = new Date()): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  const hours = `${two(time.getHours())}:${two(time.getMinutes())}`;
  return dayOf(time) === dayOf(now) ? hours : `${dayOf(time)} ${hours}`;
}

/** 2013-04-22 10:32, always with its day. */
export function stamp(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  return `${dayOf(time)} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** 2013年4月7日 for 2013-04-07. */
export function dateInText(date: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
  return parts === null ? date : words.dateInText(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** The newest first, for lists. */
export const byTimeDescending = (left: { at: string }, right: { at: string }): number => right.at.localeCompare(left.at);
