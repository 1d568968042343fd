// What this program is, and whose fonts it prints with.
import type { About } from "../../ipc/bindings";
import { settingsMessages as m } from "../../messages/settings";

export function AboutPart({ about }: { about: About }) {
  return (
    <div className="rows">
      <p>
        <strong>{m.version(about.version)}</strong>
      </p>
      <p className="quiet">{m.licence}</p>
      <div>
        <p className="quiet">{m.fonts}</p>
        <ul className="fonts">
          {about.fonts.map((font) => (
            <li key={font}>{font}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
