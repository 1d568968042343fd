// Where a department's 季度报送表 stands, and the way to take its signed scan in.
import { Button } from "antd";
import { useState } from "react";
import type { BoxEvidence, SubmissionScanned, SubmissionView } from "../ipc/bindings";
import { bindScan } from "../ipc/commands";
import { submissionMessages as m } from "../messages/submission";
import { words } from "../messages/words";
import { FormDialog } from "./FormDialog";
import "./SubmissionLine.css";

interface SubmissionLineProps {
  /** `null`: nothing was printed. */
  submission: SubmissionView | null;
  year: number;
  onScanned: (scanned: SubmissionScanned) => void;
}

export function SubmissionLine({ submission, year, onScanned }: SubmissionLineProps) {
  const [asked, setAsked] = useState(false);
  const printed = submission !== null && submission.state !== "draft";
  const send = async (code: string, files: BoxEvidence[]) => onScanned(await bindScan(code, files));
  return (
    <div className="submission" data-state={submission?.state ?? "draft"} data-testid="submission">
      <span className="submission__label">{m.label}</span>
      <span className="submission__words" data-testid="submission-words">
        {submission?.words ?? m.draft}
      </span>
      {printed && (
        <Button size="small" onClick={() => setAsked(true)} data-testid="submission-scan">
          {words.asks(m.scan)}
        </Button>
      )}
      {asked && submission !== null && (
        <FormDialog
          title={m.scanOf(submission.name)}
          year={year}
          fields={[{ key: "code", label: m.code, kind: "line", needed: true, value: submission.awaited ?? "", hint: m.codeHint }]}
          files={m.scanFile}
          word={m.take}
          send={({ code }, files) => send(code ?? "", files)}
          onDone={() => setAsked(false)}
          onClose={() => setAsked(false)}
          testId="submission-take"
        />
      )}
    </div>
  );
}
