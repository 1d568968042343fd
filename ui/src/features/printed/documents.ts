// Every document of 报告, in one table: what each must be told, and the question that this makes. A variant that the back
// end gains does not compile until it has its row. Left to others: words (messages), boxes (Options), what is chosen (query).
import type { AudienceCode, DocumentQuery, StyleCode } from "../../ipc/bindings";

export type DocumentName = DocumentQuery["document"];

/** What a document can be told. */
export interface Told {
  year: number;
  /** The round's quarter. */
  quarter: number;
  department: string | null;
  /** The task's number; `null`: all of them. */
  task: number | null;
  style: StyleCode;
  /** Which columns 对照 has; `null`: those that nobody has to choose. */
  columns: string | null;
  audience: AudienceCode;
  asOf: string | null;
  /** Which 核查单 of the round. */
  seed: number | null;
  /** How many photos stand on a page. */
  photos: PhotosPerPage;
  /** Whether evidence with personal data is printed too; never in the 公开版. */
  personal: boolean;
}

export type PhotosPerPage = 2 | 4;

/** What must be chosen before the document can be made. */
export type Lack = "department" | "task" | "seed";

interface DocumentRow {
  /** Under which heading of the list. */
  group: "reports" | "official" | "office" | "paper";
  /** Whether it is of one round, and not of the whole year. */
  round: boolean;
  /** One department's edition: never, where wished, always. */
  department: "never" | "may" | "must";
  /** Of one task: never, where wished, always. */
  task: "never" | "may" | "must";
  /** 原版 or 对照. */
  style: boolean;
  /** Whether there is a 公开版 (docs/adr/0010). */
  audience: boolean;
  /** 数据截至. */
  asOf: boolean;
  /** One of the round's 核查单. */
  seed: boolean;
  /** 佐证材料册: it has photos and personal data, and is written straight to its file because it may be large. */
  book: boolean;
  of: (told: Told) => DocumentQuery | null;
}

const NOTHING = { round: true, department: "never", task: "never", style: false, audience: false, asOf: true, seed: false, book: false } as const;

export const DOCUMENTS: Record<DocumentName, DocumentRow> = {
  quarter: {
    ...NOTHING,
    group: "reports",
    department: "may",
    style: true,
    audience: true,
    of: ({ year, quarter, department, style, columns }) => ({
      document: "quarter",
      year,
      quarter,
      department,
      style,
      ...(style === "wide" && columns !== null && { columns }),
    }),
  },
  one_page: { ...NOTHING, group: "reports", audience: true, of: ({ year, quarter }) => ({ document: "one_page", year, quarter }) },
  evidence: {
    ...NOTHING,
    group: "reports",
    department: "may",
    task: "may",
    audience: true,
    book: true,
    of: ({ year, quarter, department, task, photos, personal, audience }) => ({
      document: "evidence",
      year,
      quarter,
      department,
      task,
      photos_per_page: photos,
      personal: personal && audience === "internal",
    }),
  },
  task: {
    ...NOTHING,
    group: "reports",
    task: "must",
    audience: true,
    of: ({ year, quarter, task }) => (task === null ? null : { document: "task", year, quarter, task }),
  },
  annual: { ...NOTHING, group: "reports", round: false, audience: true, of: ({ year }) => ({ document: "annual", year }) },
  submission: {
    ...NOTHING,
    group: "reports",
    department: "must",
    of: ({ year, quarter, department }) => (department === null ? null : { document: "submission", year, quarter, department }),
  },
  bulletin: {
    ...NOTHING,
    group: "official",
    audience: true,
    of: ({ year, quarter }) => ({ document: "bulletin", year, quarter, addressee: null, dated: null }),
  },
  slips: { ...NOTHING, group: "official", audience: true, of: ({ year, quarter }) => ({ document: "slips", year, quarter, number: null }) },
  call_list: { ...NOTHING, group: "office", of: ({ year, quarter }) => ({ document: "call_list", year, quarter }) },
  verification: {
    ...NOTHING,
    group: "office",
    asOf: false,
    seed: true,
    of: ({ year, quarter, seed }) => (seed === null ? null : { document: "verification", year, round: quarter, seed }),
  },
  whitepaper: { ...NOTHING, group: "paper", round: false, asOf: false, of: ({ year }) => ({ document: "whitepaper", year }) },
};

/** In the order of the list. */
export const DOCUMENT_NAMES = Object.keys(DOCUMENTS) as DocumentName[];

/** What is still to be chosen; `null`: nothing. */
export function lackOf(name: DocumentName, { department, task, seed }: Told): Lack | null {
  const row = DOCUMENTS[name];
  if (row.task === "must" && task === null) return "task";
  if (row.department === "must" && department === null) return "department";
  return row.seed && seed === null ? "seed" : null;
}
