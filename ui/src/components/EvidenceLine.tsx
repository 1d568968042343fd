// One piece of evidence: what it looks like, what it is called, whether it names people.
import { FileExcelOutlined, FileImageOutlined, FileOutlined, FilePdfOutlined, FileWordOutlined, FolderOpenOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import { Choice } from "./Choice";
import { useLoaded } from "./loaded";
import { sizeText } from "./size";
import type { BoxEvidence, PictureView } from "../ipc/bindings";
import { picture } from "../ipc/commands";
import { evidenceMessages as m } from "../messages/evidence";
import { words } from "../messages/words";

interface EvidenceLineProps {
  piece: BoxEvidence;
  index: number;
  disabled: boolean;
  missing: boolean;
  onChange: (piece: BoxEvidence) => void;
  onOpen: (sha256: string, name: string) => void;
  onRemove: () => void;
}

function iconOf(mediaType: string): ReactNode {
  if (mediaType.startsWith("image/")) return <FileImageOutlined />;
  if (mediaType === "application/pdf") return <FilePdfOutlined />;
  if (mediaType.includes("word")) return <FileWordOutlined />;
  if (mediaType.includes("sheet") || mediaType.includes("excel")) return <FileExcelOutlined />;
  return <FileOutlined />;
}

const NO_PICTURE: PictureView = { thumbnail: null, taken_at: null, latitude: null, longitude: null };

/** What a file shows of itself; other evidence, and a file that is not read yet, shows nothing. */
function usePicture(piece: BoxEvidence): PictureView {
  const sha256 = piece.form === "file" ? piece.sha256 : null;
  const { state } = useLoaded(sha256 ?? "", () => (sha256 === null ? Promise.resolve(NO_PICTURE) : picture(sha256)));
  return state.phase === "ready" ? state.value : NO_PICTURE;
}

/** What a photo says of when and where it was taken; empty where it says nothing. */
export function takenWords({ taken_at, latitude, longitude }: PictureView): string {
  const place = latitude === null || longitude === null ? "" : m.place(Number(latitude), Number(longitude));
  return taken_at === null && place === "" ? "" : m.taken(taken_at ?? "", place);
}

/** What tells it apart, in one line. */
function particulars(piece: BoxEvidence): string {
  if (piece.form === "file") return sizeText(piece.size);
  const known = [piece.document_no, piece.dated ?? "", piece.kept_at, piece.keeper];
  return known.filter((part) => part !== "").join(" · ");
}

export function EvidenceLine({ piece, index, disabled, missing, onChange, onOpen, onRemove }: EvidenceLineProps) {
  const shown = usePicture(piece);
  const taken = takenWords(shown);
  return (
    <li className="evidence__line" data-box={`personal-${index}`} data-testid={`evidence-${index}`}>
      <span className="evidence__picture">
        {piece.form === "on_paper" ? <FolderOpenOutlined /> : shown.thumbnail === null ? iconOf(piece.media_type) : <img src={shown.thumbnail} alt="" />}
      </span>
      <div className="evidence__words">
        <p className="evidence__name">
          {piece.form === "file" ? (
            <button type="button" className="link" data-hint={`${m.open} ${piece.name}`} onClick={() => onOpen(piece.sha256, piece.name)}>
              {piece.name}
            </button>
          ) : (
            <span>{piece.name}</span>
          )}
        </p>
        <p className="evidence__particulars">
          {piece.form === "on_paper" && <em>{m.paper.tag}</em>}
          {piece.code !== null && <b>{piece.code}</b>}
          {particulars(piece)}
        </p>
        {taken !== "" && (
          <p className="evidence__particulars evidence__taken" data-hint={m.takenHint} data-testid={`taken-${index}`}>
            {taken}
          </p>
        )}
      </div>
      <div className="evidence__personal" data-missing={missing || undefined}>
        <span data-hint={m.personalHint}>{m.personal}</span>
        <Choice
          kind="small"
          name={`personal-${index}`}
          label={m.personal}
          disabled={disabled}
          invalid={missing}
          value={piece.personal === null ? null : piece.personal ? "yes" : "no"}
          onChange={(answer) => onChange({ ...piece, personal: answer === "yes" })}
          options={[
            { value: "no", word: m.no, testId: `personal-${index}-no` },
            { value: "yes", word: m.yes, testId: `personal-${index}-yes` },
          ]}
        />
      </div>
      <Button type="text" size="small" disabled={disabled} onClick={onRemove} aria-label={`${m.remove}${words.comma}${piece.name}`}>
        {m.remove}
      </Button>
      {missing && <p className="evidence__missing">{m.personalMissing}</p>}
    </li>
  );
}
