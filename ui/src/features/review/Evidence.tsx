// The evidence of an entry with small pictures; a file opens in the system's viewer.
import { FileOutlined, FolderOpenOutlined } from "@ant-design/icons";
import { useState } from "react";
import { useLoaded } from "../../components/loaded";
import { RefusalNotice } from "../../components/Notice";
import { sizeText } from "../../components/size";
import type { BoxEvidence, Refusal } from "../../ipc/bindings";
import { openFile, picture } from "../../ipc/commands";
import { asRefusal } from "../../ipc/refusal";
import { reviewMessages as m } from "../../messages/review";
import { evidenceNumber } from "./queue";

function Thumbnail({ piece }: { piece: BoxEvidence }) {
  const sha256 = piece.form === "file" ? piece.sha256 : "";
  const { state } = useLoaded(sha256, () => (sha256 === "" ? Promise.resolve(null) : picture(sha256)));
  const thumbnail = state.phase === "ready" ? (state.value?.thumbnail ?? null) : null;
  if (thumbnail !== null) return <img src={thumbnail} alt="" />;
  return piece.form === "file" ? <FileOutlined /> : <FolderOpenOutlined />;
}

function Piece({ piece, onRefused }: { piece: BoxEvidence; onRefused: (refusal: Refusal) => void }) {
  const number = evidenceNumber(piece.code);
  const particulars = piece.form === "file" ? [sizeText(piece.size)] : [piece.document_no, piece.dated ?? "", piece.kept_at, piece.keeper];
  const open = () => {
    if (piece.form === "file") openFile(piece.sha256, piece.name).catch((error: unknown) => onRefused(asRefusal(error)));
  };
  return (
    <li data-form-box={number === null ? undefined : `evidence:${number}`}>
      <span className="review__thumb">
        <Thumbnail piece={piece} />
      </span>
      <div>
        {piece.form === "file" ? (
          <button type="button" className="link" onClick={open}>
            {piece.name}
          </button>
        ) : (
          <span>{piece.name}</span>
        )}
        <p className="review__note">{[piece.code ?? "", ...particulars, piece.personal === true ? m.personal : ""].filter((part) => part !== "").join(" · ")}</p>
      </div>
    </li>
  );
}

export function Evidence({ pieces }: { pieces: readonly BoxEvidence[] }) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  if (pieces.length === 0) return <p className="review__without">{m.noEvidence}</p>;
  return (
    <>
      <ul className="review__evidence" aria-label={m.evidence}>
        {pieces.map((piece) => (
          <Piece key={`${piece.code ?? ""} ${piece.name}`} piece={piece} onRefused={setRefusal} />
        ))}
      </ul>
      {refusal !== null && <RefusalNotice refusal={refusal} onClose={() => setRefusal(null)} />}
    </>
  );
}
