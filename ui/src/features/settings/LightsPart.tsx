// The year lights: up to how far behind each holds, and the words of this district.
import { Button, Input, InputNumber, Segmented } from "antd";
import { useState } from "react";
import type { LightChoice } from "../../ipc/bindings";
import { setLights } from "../../ipc/commands";
import { settingsMessages as m } from "../../messages/settings";
import { Answer } from "./Answer";
import type { PartProps } from "./SettingsScreen";
import { useAsking } from "./ask";

const PRESETS = ["schedule", "green_yellow_red", "blue_yellow_red"] as const;
const OWN = "own";
/** Wide enough for the column of states. */
const WORD_LENGTH_MAX = 6;

/** Tenths of a point, as people write points: 5, 12.5. */
const inPoints = (tenths: number) => tenths / 10;
const inTenths = (points: number | null) => Math.round((points ?? 0) * 10);

interface ThresholdProps {
  tenths: number;
  label: string;
  testId: string;
  onChange: (tenths: number) => void;
}

function Threshold({ tenths, label, testId, onChange }: ThresholdProps) {
  return <InputNumber min={0} max={100} step={1} precision={1} value={inPoints(tenths)} onChange={(points) => onChange(inTenths(points))} aria-label={label} data-testid={testId} />;
}

export function LightsPart({ settings, onSettings }: PartProps) {
  const [choice, setChoice] = useState<LightChoice>(settings.lights);
  const asking = useAsking();
  const changed = JSON.stringify(choice) !== JSON.stringify(settings.lights);
  const words = m.lightNames.map((name, at) => choice.words[at] ?? name);
  const put = (part: Partial<LightChoice>) => setChoice({ ...choice, ...part });
  return (
    <div className="rows">
      <p className="quiet">{m.lightsText}</p>
      <div className="due">
        <span>{m.onTrackUntil}</span>
        <Threshold tenths={choice.on_track} label={`${m.lightNames[1]}：${m.onTrackUntil}`} testId="lights-on-track" onChange={(on_track) => put({ on_track })} />
        <span>
          {m.points}“{m.lightNames[1]}”
        </span>
      </div>
      <div className="due">
        <span>{m.slowUntil}</span>
        <Threshold tenths={choice.slow} label={`${m.lightNames[2]}：${m.slowUntil}`} testId="lights-slow" onChange={(slow) => put({ slow })} />
        <span>
          {m.points}“{m.lightNames[2]}”，{m.behindBeyond}“{m.lightNames[3]}”
        </span>
      </div>
      <div className="due">
        <span>{m.lightWords}</span>
        <Segmented
          value={choice.preset ?? OWN}
          options={[...PRESETS.map((preset) => ({ value: preset as string, label: m.preset[preset] })), { value: OWN, label: m.ownWords }]}
          onChange={(preset) => put({ preset: preset === OWN ? null : preset })}
          data-testid="lights-preset"
        />
      </div>
      {choice.preset === null && (
        <div className="due">
          {m.lightNames.map((name, at) => (
            <Input
              key={name}
              value={words[at]}
              maxLength={WORD_LENGTH_MAX}
              aria-label={name}
              onChange={(event) => put({ words: words.map((word, other) => (other === at ? event.target.value : word)) })}
              data-testid={`lights-word-${at}`}
            />
          ))}
        </div>
      )}
      {changed && (
        <div>
          <Button
            disabled={asking.busy}
            onClick={() =>
              asking.ask(setLights({ ...choice, words }), (next) => {
                setChoice(next.lights);
                onSettings(next);
                return m.saved;
              })
            }
            data-testid="lights-save"
          >
            {m.save}
          </Button>
        </div>
      )}
      <Answer asking={asking} />
    </div>
  );
}
