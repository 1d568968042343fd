// 核查单 of the chosen round: drawn left, read and filled in right, printed.
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { ListDetail } from "../../components/ListDetail";
import { useLoaded } from "../../components/loaded";
import { Reading, RefusalNotice } from "../../components/Notice";
import type { Board, ClaimCode, Refusal, VerificationView } from "../../ipc/bindings";
import { drawSample, verifications } from "../../ipc/commands";
import { asRefusal } from "../../ipc/refusal";
import { reviewMessages } from "../../messages/review";
import { CLAIM_WORDS } from "../../messages/words";
import { SheetDetail } from "./SheetDetail";

const m = reviewMessages.sheets;
const CLAIMS: readonly ClaimCode[] = ["done", "partial", "not_done", "condition_not_met"];
const COUNT = "5";

interface SheetsProps {
  board: Board;
  onStatus: (words: string) => void;
}

export function Sheets({ board, onStatus }: SheetsProps) {
  const sheets = useLoaded("sheets", () => verifications(board.year, board.quarter));
  const [chosen, setChosen] = useState<number | null>(null);
  if (sheets.state.phase === "reading") return <Reading />;
  if (sheets.state.phase === "refused") return <RefusalNotice refusal={sheets.state.refusal} onRetry={sheets.reload} />;
  const all = sheets.state.value;
  const opened = all.find(({ seed }) => seed === chosen) ?? all.at(-1) ?? null;
  const put = (sheet: VerificationView) => {
    const known = all.some(({ seed }) => seed === sheet.seed);
    sheets.put(known ? all.map((each) => (each.seed === sheet.seed ? sheet : each)) : [...all, sheet]);
    setChosen(sheet.seed);
  };
  return (
    <ListDetail
      testId="sheets"
      detailLabel={m.list}
      none={m.choose}
      list={
        <div className="review__sheets">
          <Draw board={board} first={all.length === 0} onDrawn={put} />
          {all.length === 0 && <p className="review__note">{m.none}</p>}
          <ul>
            {all.map((sheet) => (
              <li key={sheet.seed}>
                <button type="button" className="review__sheet" aria-current={sheet === opened} onClick={() => setChosen(sheet.seed)} data-testid={`sheet-${sheet.seed}`}>
                  <b>{m.item(sheet.seed)}</b>
                  <span>{m.counts(sheet.checked, sheet.checks.length, sheet.disagreeing)}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      }
      detail={opened === null ? null : <SheetDetail key={opened.seed} sheet={opened} onSheet={put} onStatus={onStatus} />}
    />
  );
}

function Draw({ board, first, onDrawn }: { board: Board; first: boolean; onDrawn: (sheet: VerificationView) => void }) {
  const [count, setCount] = useState(COUNT);
  const [seed, setSeed] = useState("");
  const [claim, setClaim] = useState<ClaimCode | null>("done");
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const valid = /^\d{1,4}$/.test(count) && (seed === "" || (/^\d{1,10}$/.test(seed) && Number(seed) < 2 ** 32));
  const draw = () => {
    setBusy(true);
    setRefusal(null);
    drawSample({ year: board.year, round: board.quarter, count: Number(count), seed: seed === "" ? null : Number(seed), claim, department: null })
      .then(onDrawn)
      .catch((error: unknown) => setRefusal(asRefusal(error)))
      .finally(() => setBusy(false));
  };
  return (
    <div className="review__draw">
      <h3>{m.draw}</h3>
      <p className="review__note">{m.drawText}</p>
      <label>
        <span>{m.count}</span>
        <Input inputMode="numeric" value={count} onChange={({ target }) => setCount(target.value.trim())} data-testid="sample-count" />
      </label>
      <label>
        <span>{m.seed}</span>
        <Input inputMode="numeric" value={seed} onChange={({ target }) => setSeed(target.value.trim())} data-testid="sample-seed" />
      </label>
      <label>
        <span>{m.claim}</span>
        <Select
          aria-label={m.claim}
          value={claim}
          onChange={setClaim}
          options={[...CLAIMS.map((each) => ({ value: each as ClaimCode | null, label: m.claimed(CLAIM_WORDS[each]) })), { value: null, label: m.any }]}
        />
      </label>
      <Button type={first ? "primary" : "default"} disabled={!valid || busy} onClick={draw} data-testid="sample-draw">
        {m.go}
      </Button>
      {refusal !== null && <RefusalNotice refusal={refusal} onClose={() => setRefusal(null)} />}
    </div>
  );
}
