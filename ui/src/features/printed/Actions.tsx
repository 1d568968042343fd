// What can be done with the pages: printed through the system's viewer, kept as a file of any format.
import { DownOutlined } from "@ant-design/icons";
import { Button, Dropdown, Space } from "antd";
import { useEffect, useEffectEvent } from "react";
import { inDialog } from "../../components/keyboard";
import type { Format, PrintedReport, ReportQuery } from "../../ipc/bindings";
import { exportReport, openReport, saveReport } from "../../ipc/commands";
import { printedMessages as m } from "../../messages/printed";

interface ActionsProps {
  /** What is shown, with the question that it answers; `null`: nothing yet. */
  shown: { question: ReportQuery; answer: PrintedReport } | null;
  /** Takes what was asked for: the name of the file, `null` where none was written. */
  onAct: (asked: Promise<string | null>) => void;
  /** How the document is kept that is written straight to a file, shown or not; `null` while that is under way. */
  onWrite?: (() => void) | null;
}

const FURTHER = ["docx", "xlsx"] as const satisfies readonly Format[];

export function Actions({ shown, onAct, onWrite }: ActionsProps) {
  const open = () => shown !== null && onAct(openReport(shown.answer.token));
  const save = () => (onWrite === undefined ? shown !== null && onAct(saveReport(shown.answer.token)) : onWrite?.());
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || inDialog(event.target)) return;
    const key = event.key.toLowerCase();
    if (key !== "p" && key !== "s") return;
    // Else the web view prints or saves its own window.
    event.preventDefault();
    if (key === "p") open();
    else save();
  });
  useEffect(() => {
    const key = (event: KeyboardEvent) => pressed(event);
    window.addEventListener("keydown", key);
    return () => window.removeEventListener("keydown", key);
  }, []);
  return (
    <>
      <Button disabled={shown === null} onClick={open} data-hint={m.openHint} data-testid="report-open">
        {m.open}
      </Button>
      {onWrite === undefined ? (
        <SaveAs shown={shown} onAct={onAct} onSave={save} />
      ) : (
        <Button type="primary" disabled={onWrite === null} onClick={save} data-hint={m.book.saveHint} data-testid="evidence-save">
          {m.save}
        </Button>
      )}
    </>
  );
}

/** As a file of the pages, or of another format. */
function SaveAs({ shown, onAct, onSave }: ActionsProps & { onSave: () => void }) {
  return (
    <Space.Compact>
      <Button type="primary" disabled={shown === null} onClick={onSave} data-hint={m.saveHint} data-testid="report-save">
        {m.save}
      </Button>
      <Dropdown
        disabled={shown === null}
        trigger={["click"]}
        placement="bottomRight"
        menu={{
          items: FURTHER.map((format) => ({
            key: format,
            label: (
              <span className="save-as" data-testid={`report-${format}`}>
                <b>{m.formats[format]}</b>
                <small>{m.formatHints[format]}</small>
              </span>
            ),
          })),
          onClick: ({ key }) => {
            const format = FURTHER.find((one) => one === key);
            if (shown !== null && format !== undefined) onAct(exportReport(shown.question, format, shown.answer.file_name));
          },
        }}
      >
        <Button icon={<DownOutlined />} aria-label={m.saveAs} data-hint={m.saveAs} data-testid="report-save-as" />
      </Dropdown>
    </Space.Compact>
  );
}
