// One verification sheet: how it was drawn, each drawn entry with its result, and the printed sheet.
import { Button, Input } from "antd";
import { useState } from "react";
import { Choice } from "../../components/Choice";
import { DateField } from "../../components/DateField";
import { Notice, RefusalNotice } from "../../components/Notice";
import type { CheckBoxes, CheckView, MethodCode, Refusal, VerificationView } from "../../ipc/bindings";
import { openReport, printReport, recordCheck, saveReport } from "../../ipc/commands";
import { asRefusal } from "../../ipc/refusal";
import { reviewMessages } from "../../messages/review";
import { words } from "../../messages/words";
import { keyText } from "./queue";

const m = reviewMessages.sheets;
const METHODS: readonly MethodCode[] = ["papers", "telephone", "on_site"];

interface SheetDetailProps {
  sheet: VerificationView;
  onSheet: (sheet: VerificationView) => void;
  onStatus: (words: string) => void;
}

export function SheetDetail({ sheet, onSheet, onStatus }: SheetDetailProps) {
  const [said, setSaid] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [entering, setEntering] = useState<string | null>(null);
  const print = (then: (token: string) => Promise<string | null>) => {
    setRefusal(null);
    onStatus(words.loading);
    printReport({ of: { document: "verification", year: sheet.year, round: sheet.round, seed: sheet.seed }, audience: "internal", as_of: null })
      .then(({ token }) => then(token))
      .then((done) => done !== null && setSaid(done))
      .catch((error: unknown) => setRefusal(asRefusal(error)))
      .finally(() => onStatus(""));
  };
  return (
    <div className="review__sheet-detail" data-testid="sheet">
      <div className="review__buttons">
        <Button onClick={() => print((token) => saveReport(token).then((name) => (name === null ? null : m.saved(name))))} data-testid="sheet-save">
          {m.save}
        </Button>
        <Button type={entering === null ? "primary" : "default"} onClick={() => print((token) => openReport(token).then(() => m.opened))} data-testid="sheet-print">
          {m.print}
        </Button>
      </div>
      {said !== null && (
        <Notice tone="done" onClose={() => setSaid(null)}>
          {said}
        </Notice>
      )}
      {refusal !== null && <RefusalNotice refusal={refusal} onClose={() => setRefusal(null)} />}
      <p>{sheet.sentence}</p>
      <p className="review__note">{sheet.drawing}</p>
      <ol className="review__checks">
        {sheet.checks.map((check) => {
          const key = keyText(check.key);
          return (
            <li key={key} data-testid={`check-${check.place}`}>
              <p>
                <b>{m.place(check.place)}</b> {check.department} · {check.title}
              </p>
              <p className="review__note">
                {check.claim_word} {check.text}
              </p>
              {entering === key ? (
                <Entering
                  check={check}
                  sheet={sheet}
                  onDone={(next) => {
                    setEntering(null);
                    onSheet(next);
                  }}
                  onClose={() => setEntering(null)}
                />
              ) : (
                <p className="review__result" data-agrees={check.boxes.agrees}>
                  {check.boxes.agrees === null ? m.open : `${check.result_word} ${check.boxes.words}`}
                  {check.boxes.method !== null && <small>{[m.methods[check.boxes.method], check.boxes.by, check.boxes.on ?? ""].join(" · ")}</small>}
                  <button type="button" className="link" onClick={() => setEntering(key)} data-testid={`check-enter-${check.place}`}>
                    {check.boxes.agrees === null ? m.enter : m.again}
                  </button>
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

interface EnteringProps {
  check: CheckView;
  sheet: VerificationView;
  onDone: (sheet: VerificationView) => void;
  onClose: () => void;
}

function Entering({ check, sheet, onDone, onClose }: EnteringProps) {
  const [boxes, setBoxes] = useState<CheckBoxes>(check.boxes);
  const [wrong, setWrong] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const complete = boxes.method !== null && boxes.on !== null && !wrong && boxes.by.trim() !== "" && boxes.agrees !== null && (boxes.agrees || boxes.words.trim() !== "");
  const record = () => {
    setRefusal(null);
    recordCheck(check.key, sheet.seed, boxes)
      .then(onDone)
      .catch((error: unknown) => setRefusal(asRefusal(error)));
  };
  const name = keyText(check.key);
  return (
    <div className="review__entering">
      <Choice
        kind="small"
        name={`method ${name}`}
        label={m.method}
        value={boxes.method}
        onChange={(method) => setBoxes({ ...boxes, method })}
        options={METHODS.map((method) => ({ value: method, word: m.methods[method], testId: `method-${method}` }))}
      />
      <Choice
        kind="small"
        name={`result ${name}`}
        label={m.result}
        value={boxes.agrees === null ? null : boxes.agrees ? "agrees" : "disagrees"}
        onChange={(result) => setBoxes({ ...boxes, agrees: result === "agrees" })}
        options={[
          { value: "agrees", word: m.agrees, testId: "result-agrees" },
          { value: "disagrees", word: m.disagrees, testId: "result-disagrees" },
        ]}
      />
      <DateField
        label={m.on}
        value={boxes.on}
        year={sheet.year}
        placeholder={m.on}
        onChange={(on, isWrong) => {
          setWrong(isWrong);
          setBoxes({ ...boxes, on });
        }}
        testId="check-on"
      />
      <Input value={boxes.by} placeholder={m.by} aria-label={m.by} onChange={({ target }) => setBoxes({ ...boxes, by: target.value })} data-testid="check-by" />
      <Input.TextArea
        className="review__words"
        autoSize={{ minRows: 1, maxRows: 5 }}
        value={boxes.words}
        placeholder={boxes.agrees === false ? m.wordsNeeded : m.words}
        aria-label={m.words}
        onChange={({ target }) => setBoxes({ ...boxes, words: target.value })}
        data-testid="check-words"
      />
      <p className="review__buttons">
        <Button size="small" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button size="small" type="primary" disabled={!complete} onClick={record} data-testid="check-record">
          {m.record}
        </Button>
      </p>
      {refusal !== null && <RefusalNotice refusal={refusal} />}
    </div>
  );
}
