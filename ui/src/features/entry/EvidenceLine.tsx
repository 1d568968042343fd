// One piece of evidence: what it looks like, what it is called, whether it names people.
import { FileExcelOutlined, FileImageOutlined, FileOutlined, FilePdfOutlined, FileWordOutlined, FolderOpenOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import { Choice } from "../../components/Choice";
import { useLoaded } from "../../components/loaded";
import { sizeText } from "../../components/size";
import type { BoxEvidence, PictureView } from "../../ipc/bindings";
import { picture } from "../../ipc/commands";
import { entryMessages as m } from "../../messages/entry";
import { words } from "../../messages/words";

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
  const place = latitude === null || longitude === null ? "" : m.evidence.place(Number(latitude), Number(longitude));
  return taken_at === null && place === "" ? "" : m.evidence.taken(taken_at ?? "", place);
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
            <button type="button" className="link" data-hint={`${m.evidence.open} ${piece.name}`} onClick={() => onOpen(piece.sha256, piece.name)}>
              {piece.name}
            </button>
          ) : (
            <span>{piece.name}</span>
          )}
        </p>
        <p className="evidence__particulars">
          {piece.form === "on_paper" && <em>{m.evidence.paper.tag}</em>}
          {piece.code !== null && <b>{piece.code}</b>}
          {particulars(piece)}
        </p>
        {taken !== "" && (
          <p className="evidence__particulars evidence__taken" data-hint={m.evidence.takenHint} data-testid={`taken-${index}`}>
            {taken}
          </p>
        )}
      </div>
      <div className="evidence__personal" data-missing={missing || undefined}>
        <span data-hint={m.evidence.personalHint}>{m.evidence.personal}</span>
        <Choice
          kind="small"
          name={`personal-${index}`}
          label={m.evidence.personal}
          disabled={disabled}
          invalid={missing}
          value={piece.personal === null ? null : piece.personal ? "yes" : "no"}
          onChange={(answer) => onChange({ ...piece, personal: answer === "yes" })}
          options={[
            { value: "no", word: m.evidence.no, testId: `personal-${index}-no` },
            { value: "yes", word: m.evidence.yes, testId: `personal-${index}-yes` },
          ]}
        />
      </div>
      <Button type="text" size="small" disabled={disabled} onClick={onRemove} aria-label={`${m.evidence.remove}${words.comma}${piece.name}`}>
        {m.evidence.remove}
      </Button>
      {missing && <p className="box__missing evidence__missing">{m.missing.personal}</p>}
    </li>
  );
}
