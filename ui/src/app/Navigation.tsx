// The screens, each an icon with its word; icon above word where the window is narrow.
import { QuestionCircleOutlined } from "@ant-design/icons";
import { frameMessages as m } from "../messages/frame";
import { words } from "../messages/words";
import { SCREENS, type Screen, iconOf } from "./screens";

export function Navigation({ screen, onScreen, onHelp }: { screen: Screen; onScreen: (screen: Screen) => void; onHelp: () => void }) {
  return (
    <nav className="nav" aria-label={m.navigation}>
      <div className="nav__name" aria-hidden="true">
        <i className="nav__sign" />
        <span>{words.app}</span>
      </div>
      <ul>
        {SCREENS.map((each, index) => (
          <li key={each}>
            <button
              type="button"
              className="nav__item"
              aria-current={each === screen ? "page" : undefined}
              aria-keyshortcuts={`Alt+${index + 1}`}
              data-hint={`${m.screenTitles[each]}\n${m.screenKey(index + 1)}`}
              data-testid={`nav-${each}`}
              onClick={() => onScreen(each)}
            >
              {iconOf(each)}
              <span>{m.screens[each]}</span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="nav__item nav__item--help" onClick={onHelp} aria-keyshortcuts="F1" data-testid="help">
        <QuestionCircleOutlined />
        <span>{m.help}</span>
        <kbd>{m.helpKey}</kbd>
      </button>
    </nav>
  );
}
