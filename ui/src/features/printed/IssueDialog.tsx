// 签发: who signed and when, its scan, what it corrects. What is missing is listed, and issued all the same only when that is said.
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { DateField } from "../../components/DateField";
import { Decision, Dialog } from "../../components/Dialog";
import { Field, Fields } from "../../components/Field";
import { FilesField } from "../../components/FilesField";
import { orNull } from "../../components/FormDialog";
import { useLoaded } from "../../components/loaded";
import { RefusalNotice } from "../../components/Notice";
import type { BoxEvidence, CorrectionBoxes, IssuedView, Refusal, ReportQuery } from "../../ipc/bindings";
import { issuedReports, issueReport } from "../../ipc/commands";
import { asRefusal } from "../../ipc/refusal";
import { evidenceMessages } from "../../messages/evidence";
import { fieldMessages } from "../../messages/fields";
import { issueMessages as m } from "../../messages/issue";
import { words } from "../../messages/words";

interface IssueDialogProps {
  query: ReportQuery;
  year: number;
  onDone: (issued: IssuedView) => void;
  onClose: () => void;
}

const EMPTY = { approvedBy: "", series: "", corrects: "", reason: "", replaces: "", holders: "" };

export function IssueDialog({ query, year, onDone, onClose }: IssueDialogProps) {
  const [written, setWritten] = useState(EMPTY);
  const [on, setOn] = useState<{ day: string | null; wrong: boolean }>({ day: null, wrong: false });
  const [scan, setScan] = useState<readonly BoxEvidence[]>([]);
  const [storing, setStoring] = useState(0);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const issued = useLoaded(`issued ${year}`, () => issuedReports(year));
  const known = issued.state.phase === "ready" ? issued.state.value.filter(({ corrected }) => corrected === null) : [];
  const put = (box: Partial<typeof EMPTY>) => setWritten((before) => ({ ...before, ...box }));
  const correcting = written.corrects !== "";
  const lacking = [
    ...(written.approvedBy.trim() === "" ? [m.approvedBy] : []),
    ...(on.day === null && !on.wrong ? [m.approvedOn] : []),
    ...(correcting && written.reason.trim() === "" ? [m.reason] : []),
    ...(scan.some(({ personal }) => personal === null) ? [evidenceMessages.personalAsked] : []),
  ];
  const undecided = busy || storing > 0 || on.wrong || lacking.length > 0;
  const incomplete = refusal?.code === "incomplete";
  const corrects = (): CorrectionBoxes | null =>
    correcting
      ? { of: written.corrects, reason: written.reason, replaces: written.replaces, approver: "", holders: written.holders.split(/[、，,;；]/).map((name) => name.trim()).filter((name) => name !== "") }
      : null;
  const decide = (withGaps: boolean) => {
    if (undecided) return;
    setBusy(true);
    setRefusal(null);
    issueReport({ query, series: orNull(written.series), approved_by: written.approvedBy, approved_on: on.day ?? "", scan: [...scan], with_gaps: withGaps, corrects: corrects() })
      .then(onDone)
      .catch((error: unknown) => {
        setRefusal(asRefusal(error));
        setBusy(false);
      });
  };
  const line = (key: keyof typeof EMPTY, label: string, hint: string, first = false) => (
    <Input aria-label={label} value={written[key]} placeholder={hint} onChange={({ target }) => put({ [key]: target.value })} data-testid={`issue-${key}`} {...(first && { "data-first": true })} />
  );
  return (
    <Dialog
      title={m.issueTitle}
      width={620}
      top={40}
      onClose={onClose}
      footer={
        <Decision word={m.issue} disabled={undecided} onDecide={() => decide(false)} onClose={onClose} testId="issue-decide" note={lacking.length > 0 ? fieldMessages.missing(lacking.join(words.comma)) : ""}>
          {incomplete && (
            <Button danger disabled={undecided} onClick={() => decide(true)} data-testid="issue-with-gaps">
              {m.withGaps}
            </Button>
          )}
        </Decision>
      }
    >
      <p>{m.issueNote}</p>
      <Fields>
        <Field word={m.approvedBy} half>
          {line("approvedBy", m.approvedBy, m.approvedByHint, true)}
        </Field>
        <Field word={m.approvedOn} half>
          <DateField label={m.approvedOn} value={on.day} year={year} onChange={(day, wrong) => setOn({ day, wrong })} testId="issue-on" />
        </Field>
        <Field word={m.series}>{line("series", m.series, m.seriesHint)}</Field>
        <Field word={m.scan}>
          <FilesField pieces={scan} onChange={setScan} onStoring={setStoring} />
        </Field>
        <Field word={m.corrects}>
          <Select
            aria-label={m.corrects}
            value={written.corrects}
            options={[{ value: "", label: m.correctsNone }, ...known.map(({ id, number, title }) => ({ value: id, label: `${number}　${title}` }))]}
            onChange={(of: string) => put({ corrects: of })}
            data-testid="issue-corrects"
          />
        </Field>
        {correcting && (
          <>
            <Field word={m.reason}>{line("reason", m.reason, "")}</Field>
            <Field word={m.replaces}>{line("replaces", m.replaces, m.replacesHint)}</Field>
            <Field word={m.holders}>{line("holders", m.holders, m.holdersHint)}</Field>
          </>
        )}
      </Fields>
      {refusal !== null && <RefusalNotice refusal={refusal} />}
    </Dialog>
  );
}
