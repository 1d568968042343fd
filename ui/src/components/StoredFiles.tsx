// Files and papers as they were recorded, with small pictures; a file opens in the system's viewer.
import { FileOutlined, FolderOpenOutlined } from "@ant-design/icons";
import { useState } from "react";
import type { BoxEvidence, Refusal } from "../ipc/bindings";
import { openFile, picture } from "../ipc/commands";
import { asRefusal } from "../ipc/refusal";
import { evidenceMessages as m } from "../messages/evidence";
import { useLoaded } from "./loaded";
import { RefusalNotice } from "./Notice";
import { sizeText } from "./size";
import "./Files.css";

function Thumbnail({ piece }: { piece: BoxEvidence }) {
  const sha256 = piece.form === "file" ? piece.sha256 : "";
  const { state } = useLoaded(sha256, () => (sha256 === "" ? Promise.resolve(null) : picture(sha256)));
  const thumbnail = state.phase === "ready" ? (state.value?.thumbnail ?? null) : null;
  if (thumbnail !== null) return <img src={thumbnail} alt="" />;
  return piece.form === "file" ? <FileOutlined /> : <FolderOpenOutlined />;
}

interface StoredFilesProps {
  label: string;
  pieces: readonly BoxEvidence[];
  /** By what name a passage may point at a piece; none if absent. */
  boxOf?: (piece: BoxEvidence) => string | undefined;
}

export function StoredFiles({ label, pieces, boxOf }: StoredFilesProps) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const open = (sha256: string, name: string) => {
    setRefusal(null);
    openFile(sha256, name).catch((error: unknown) => setRefusal(asRefusal(error)));
  };
  if (pieces.length === 0) return null;
  return (
    <>
      <ul className="files" aria-label={label}>
        {pieces.map((piece) => {
          const particulars = piece.form === "file" ? [sizeText(piece.size)] : [piece.document_no, piece.dated ?? "", piece.kept_at, piece.keeper];
          return (
            <li key={`${piece.code ?? ""} ${piece.name} ${piece.form === "file" ? piece.sha256 : ""}`} data-form-box={boxOf?.(piece)}>
              <span className="files__picture">
                <Thumbnail piece={piece} />
              </span>
              <div>
                {piece.form === "file" ? (
                  <button type="button" className="link" data-hint={`${m.open} ${piece.name}`} onClick={() => open(piece.sha256, piece.name)}>
                    {piece.name}
                  </button>
                ) : (
                  <span>{piece.name}</span>
                )}
                <p className="files__particulars">{[piece.code ?? "", ...particulars, piece.personal === true ? m.personalIs : ""].filter((part) => part !== "").join(" · ")}</p>
              </div>
            </li>
          );
        })}
      </ul>
      {refusal !== null && <RefusalNotice refusal={refusal} onClose={() => setRefusal(null)} />}
    </>
  );
}
