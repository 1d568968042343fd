// The boxes of one entry, in reading order; each shows what it lacks where it stands.
import { DatePicker, Input, Select } from "antd";
import dayjs from "dayjs";
import type { Dispatch, SetStateAction } from "react";
import { Choice } from "../../components/Choice";
import type { ClaimCode, EntryBoxes, EntryForm } from "../../ipc/bindings";
import { entryMessages as m } from "../../messages/entry";
import { CLAIM_WORDS } from "../../messages/words";
import { EvidenceBox } from "./EvidenceBox";
import type { MissingBox } from "./boxes";
import { Box } from "./Box";
import { CLAIMS, claimOptions } from "./claims";
import { NumbersBox } from "./NumbersBox";
import { type SourceKind, sourceOf, sourceText } from "./source";

export type ChangeBoxes = (alter: (before: EntryBoxes) => EntryBoxes) => void;

export interface BoxesProps {
  form: EntryForm;
  boxes: EntryBoxes;
  missing: readonly MissingBox[];
  disabled: boolean;
  onChange: ChangeBoxes;
  /** Counts the files that are being stored. */
  onStoring: Dispatch<SetStateAction<number>>;
}

type TextName = "text" | "cause" | "measure" | "next_step" | "person";

interface TextBoxProps extends BoxesProps {
  box: TextName;
  label: string;
  placeholder: string;
  rows: number;
}

function TextBox({ box, label, placeholder, rows, boxes, missing, disabled, onChange }: TextBoxProps) {
  const lacks = box !== "next_step" && missing.some((each) => each.box === box) ? m.missing[box] : null;
  const shared = {
    value: boxes[box],
    placeholder,
    disabled,
    "aria-labelledby": `label-${box}`,
    "aria-describedby": lacks === null ? undefined : `missing-${box}`,
    "data-testid": `box-${box}`,
    ...(lacks !== null && { status: "error" as const }),
  };
  const typed = (value: string) => onChange((before) => ({ ...before, [box]: value }));
  return (
    <Box name={box} label={label} missing={lacks}>
      {rows === 0 ? (
        <Input {...shared} onChange={(event) => typed(event.target.value)} />
      ) : (
        <Input.TextArea {...shared} autoSize={{ minRows: rows }} onChange={(event) => typed(event.target.value)} />
      )}
    </Box>
  );
}

function SourceBox({ form, boxes, missing, disabled, onChange }: BoxesProps) {
  const source = sourceOf(boxes.on_behalf);
  const lacks = missing.some((each) => each.box === "onBehalf") ? m.missing.onBehalf : null;
  const set = (kind: SourceKind | null, detail: string) => onChange((before) => ({ ...before, on_behalf: sourceText({ kind, detail }) }));
  return (
    <Box name="onBehalf" label={m.boxes.onBehalf} missing={lacks}>
      <div className="source">
        <Choice
          kind="tabs"
          name="source"
          label={m.boxes.onBehalf}
          disabled={disabled}
          invalid={lacks !== null}
          value={source.kind}
          onChange={(kind) => set(kind, source.detail)}
          options={(Object.keys(m.sources) as SourceKind[]).map((kind) => ({ value: kind, word: m.sources[kind], testId: `source-${kind}` }))}
        />
        <Input
          value={source.detail}
          disabled={disabled}
          placeholder={m.placeholders.onBehalf}
          aria-label={m.boxes.onBehalf}
          onChange={(event) => set(source.kind, event.target.value)}
          data-testid="source-detail"
        />
      </div>
      <p className="box__note">{m.onBehalfNote(form.department_name)}</p>
    </Box>
  );
}

function ItemsBox({ form, boxes, missing, disabled, onChange }: BoxesProps) {
  const lacks = missing.some((each) => each.box === "items") ? m.missing.items : null;
  const set = (index: number, claim: ClaimCode | null) =>
    onChange((before) => ({ ...before, items: before.items.map((item, at) => (at === index ? claim : item)) }));
  return (
    <Box name="items" label={m.boxes.items} missing={lacks}>
      <ol className="items">
        {form.items.map((item, index) => {
          const owner = form.item_owners[index];
          // Another department's: greyed, with what it says.
          if (owner !== undefined && !owner.own) {
            return (
              <li key={item} data-others data-testid={`item-other-${index}`}>
                <span>{item}</span>
                <span>{m.itemOwner(owner.department ?? "", owner.stated_word)}</span>
              </li>
            );
          }
          return (
          <li key={item}>
            <span>{item}</span>
            <Select
              size="small"
              allowClear
              disabled={disabled}
              value={boxes.items[index] ?? null}
              placeholder={m.placeholders.item}
              aria-label={item}
              data-testid={`item-${index}`}
              onChange={(claim: ClaimCode | undefined) => set(index, claim ?? null)}
              options={CLAIMS.map((claim) => ({ value: claim, label: CLAIM_WORDS[claim] }))}
            />
          </li>
          );
        })}
      </ol>
    </Box>
  );
}

const DATE_FORMATS = ["YYYY-MM-DD", "YYYYMMDD", "YYYY.M.D", "YYYY/M/D", "YYYY-M-D"];

function DueBox({ form, boxes, missing, disabled, onChange }: BoxesProps) {
  const lacks = missing.some((each) => each.box === "due") ? m.missing.due : null;
  return (
    <Box name="due" label={m.boxes.due} missing={lacks}>
      <DatePicker
        format={DATE_FORMATS}
        disabled={disabled}
        placeholder={m.placeholders.due}
        value={boxes.due === null ? null : dayjs(boxes.due)}
        defaultPickerValue={dayjs(form.due)}
        onChange={(day) => onChange((before) => ({ ...before, due: day === null ? null : day.format("YYYY-MM-DD") }))}
        aria-labelledby="label-due"
        data-testid="box-due"
        {...(lacks !== null && { status: "error" as const })}
      />
      {form.promised_dates !== "" && <span className="box__note box__note--beside">{form.promised_dates}</span>}
    </Box>
  );
}

export function Boxes(props: BoxesProps) {
  const { form, boxes, missing, disabled, onChange } = props;
  const lacksClaim = missing.some((each) => each.box === "claim") ? m.missing.claim : null;
  const account = boxes.claim !== null && boxes.claim !== "done";
  return (
    <>
      {form.asks_source && <SourceBox {...props} />}
      <Box name="claim" label={m.boxes.claim} missing={lacksClaim}>
        <Choice
          name="claim"
          label={m.boxes.claim}
          options={claimOptions("claim")}
          value={boxes.claim}
          disabled={disabled}
          invalid={lacksClaim !== null}
          onChange={(claim) => onChange((before) => ({ ...before, claim }))}
        />
      </Box>
      {boxes.items.length > 0 && <ItemsBox {...props} />}
      {account && (
        <div className="account">
          <TextBox {...props} box="cause" label={m.boxes.cause} placeholder={m.placeholders.cause} rows={2} />
          <TextBox {...props} box="measure" label={m.boxes.measure} placeholder={m.placeholders.measure} rows={2} />
          <DueBox {...props} />
          <TextBox {...props} box="person" label={m.boxes.person} placeholder={m.placeholders.person} rows={0} />
        </div>
      )}
      <TextBox {...props} box="text" label={m.boxes.text} placeholder={m.placeholders.text} rows={4} />
      {!account && <TextBox {...props} box="cause" label={m.boxes.problem} placeholder={m.placeholders.problem} rows={1} />}
      <TextBox {...props} box="next_step" label={m.boxes.nextStep} placeholder={m.placeholders.nextStep} rows={1} />
      {form.numbers.length > 0 && <NumbersBox {...props} />}
      <EvidenceBox form={form} evidence={boxes.evidence} missing={missing} disabled={disabled} onChange={onChange} onStoring={props.onStoring} />
    </>
  );
}
