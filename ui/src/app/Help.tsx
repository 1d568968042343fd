// F1: the keys, and what the marks mean.
import { Dialog } from "../components/Dialog";
import { frameMessages as m } from "../messages/frame";

function Marks({ title, marks }: { title: string; marks: readonly (readonly [string, string, string])[] }) {
  return (
    <>
      <tr>
        <th colSpan={3}>{title}</th>
      </tr>
      {marks.map(([mark, word, why]) => (
        <tr key={word}>
          <td className="help__mark">{mark}</td>
          <td>{mark === "" ? <strong>{word}</strong> : word}</td>
          <td>{why}</td>
        </tr>
      ))}
    </>
  );
}

export function Help({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={m.helpTitle} width={720} top={40} onClose={onClose}>
      <div className="help">
        <table>
          <tbody>
            <tr>
              <th colSpan={2}>{m.helpKeysTitle}</th>
            </tr>
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
            <Marks title={m.helpMarksTitle} marks={m.helpMarks} />
            <Marks title={m.helpLightsTitle} marks={m.helpLights} />
          </tbody>
        </table>
        <p className="help__note">{m.helpNote}</p>
      </div>
    </Dialog>
  );
}
