// 核验: whether a file, or the code in a paper's foot, is of a report that was issued here, and what differs.
import { Button, Input } from "antd";
import { useState } from "react";
import { Dialog } from "../../components/Dialog";
import { Notice, Reading, RefusalNotice } from "../../components/Notice";
import type { Refusal, Verified } from "../../ipc/bindings";
import { verifyCode, verifyReport } from "../../ipc/commands";
import { asRefusal } from "../../ipc/refusal";
import { issueMessages as m } from "../../messages/issue";
import { apart, type Parts } from "./apart";

/** A cell's words, with what differs marked. */
function Text({ parts: [before, own, after] }: { parts: Parts }) {
  if (before + own + after === "") return m.absent;
  return (
    <>
      {before}
      {own !== "" && <mark>{own}</mark>}
      {after}
    </>
  );
}

export function VerifyDialog({ onClose }: { onClose: () => void }) {
  const [code, setCode] = useState("");
  const [busy, setBusy] = useState(false);
  const [verified, setVerified] = useState<Verified | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const ask = (asked: Promise<Verified | null>) => {
    setBusy(true);
    setRefusal(null);
    setVerified(null);
    asked
      .then(setVerified)
      .catch((error: unknown) => setRefusal(asRefusal(error)))
      .finally(() => setBusy(false));
  };
  const askCode = () => code.trim() !== "" && !busy && ask(verifyCode(code));
  return (
    <Dialog title={m.verifyTitle} width={760} top={40} onClose={onClose} onEnter={askCode}>
      <p>{m.verifyNote}</p>
      <div className="verify__ways">
        <Button disabled={busy} onClick={() => ask(verifyReport())} data-testid="verify-file">
          {m.verifyFile}
        </Button>
        <Input data-first aria-label={m.code} value={code} placeholder={m.codeHint} onChange={({ target }) => setCode(target.value)} data-testid="verify-code" />
        <Button disabled={busy || code.trim() === ""} onClick={askCode} data-testid="verify-code-decide">
          {m.verifyCode}
        </Button>
      </div>
      {busy && <Reading text={m.verifying} />}
      {refusal !== null && <RefusalNotice refusal={refusal} />}
      {verified !== null && (
        <Notice tone={verified.genuine ? "done" : "late"} testId="verified">
          {verified.text}
        </Notice>
      )}
      {verified !== null && verified.differences.length > 0 && (
        <table className="verify__differences" data-testid="differences">
          <colgroup>
            <col className="verify__place" />
            <col className="verify__column" />
            <col />
            <col />
          </colgroup>
          <thead>
            <tr>
              {[m.place, m.column, m.wasIssued, m.isFound].map((word) => (
                <th key={word}>{word}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {verified.differences.map(({ place, column, issued, found }, index) => {
              const [was, is] = apart(issued, found);
              return (
                <tr key={`${index} ${place}`}>
                  <td>{place}</td>
                  <td>{column}</td>
                  <td>
                    <Text parts={was} />
                  </td>
                  <td>
                    <Text parts={is} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Dialog>
  );
}
