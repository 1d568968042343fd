// The three ways from a printed document on: 签发, 已签发, 核验; one line in the screen's actions.
import { Button } from "antd";
import { useState } from "react";
import type { IssuedView, ReportQuery } from "../../ipc/bindings";
import { issueMessages as m } from "../../messages/issue";
import { words } from "../../messages/words";
import { IssueDialog } from "./IssueDialog";
import { IssuedDialog } from "./IssuedDialog";
import { VerifyDialog } from "./VerifyDialog";
import "./Issue.css";

/** Documents that are signed and issued; the others have no number of their own. */
const ISSUED: readonly ReportQuery["of"]["document"][] = ["quarter", "one_page", "bulletin", "annual"];

export function IssueActions({ query, year, onIssued }: { query: ReportQuery | null; year: number; onIssued: (said: string) => void }) {
  const [asked, setAsked] = useState<"issue" | "issued" | "verify" | null>(null);
  const close = () => setAsked(null);
  const done = ({ number }: IssuedView) => {
    onIssued(m.done(number));
    setAsked("issued");
  };
  return (
    <>
      <Button onClick={() => setAsked("verify")} data-testid="verify-open">
        {words.asks(m.verify)}
      </Button>
      <Button onClick={() => setAsked("issued")} data-testid="issued-open">
        {m.issued}
      </Button>
      {query !== null && ISSUED.includes(query.of.document) && (
        <Button onClick={() => setAsked("issue")} data-hint={m.issueNote} data-testid="issue-open">
          {words.asks(m.issue)}
        </Button>
      )}
      {asked === "issue" && query !== null && <IssueDialog query={query} year={year} onDone={done} onClose={close} />}
      {asked === "issued" && <IssuedDialog year={year} onClose={close} />}
      {asked === "verify" && <VerifyDialog onClose={close} />}
    </>
  );
}
