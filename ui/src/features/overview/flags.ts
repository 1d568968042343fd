// What of a milestone should be looked at, as lines below its state; it blocks nothing.
import { overviewMessages as m } from "../../messages/overview";

export const flagsInWords = (flags: readonly string[]): string => flags.map((words) => `\n${m.flag(words)}`).join("");
