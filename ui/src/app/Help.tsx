// F1: the keys, and what the marks mean.
import { Modal } from "antd";
import { frameMessages as m } from "../messages/frame";

export function Help({ onClose }: { onClose: () => void }) {
  return (
    <Modal open title={m.helpTitle} footer={null} onCancel={onClose} width={720} style={{ top: 56 }} transitionName="" maskTransitionName="">
      <div className="help">
        <table>
          <tbody>
            {m.helpKeys.map(([key, does]) => (
              <tr key={key}>
                <td>{key}</td>
                <td>{does}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <table>
          <tbody>
            {m.helpMarks.map(([mark, word, why]) => (
              <tr key={word}>
                <td className="help__mark">{mark}</td>
                <td>
                  {mark === "" ? <strong>{word}</strong> : word}
                </td>
                <td>{why}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="help__note">{m.helpNote}</p>
      </div>
    </Modal>
  );
}
