// 缩略图: every page small; a click or the arrow keys go to it. The one that is read is kept in sight.
import { useEffect, useEffectEvent, useMemo, useRef } from "react";
import { printedMessages as m } from "../../messages/printed";
import type { OpenReport } from "./opened";
import { inSight, MARGIN_PX, type Places, placesOf } from "./places";
import { Stretch } from "./Stretch";
import { useView } from "./view";

/** No wider, however wide the strip is. */
const WIDTH_MAX = 132;
const AHEAD_PX = 300;
/** For the number below each. */
const UNDER_PX = 18;

interface ThumbsProps {
  open: OpenReport;
  current: number;
  onGo: (page: number) => void;
}

export function Thumbs({ open: { report, document: pdf, sizes }, current, onGo }: ThumbsProps) {
  const box = useRef<HTMLDivElement>(null);
  const { width, height, top } = useView(box);
  const widest = sizes.reduce((most, size) => Math.max(most, size.width), 1);
  const scale = Math.max(0.05, Math.min(WIDTH_MAX, width - 2 * MARGIN_PX) / widest);
  const places = useMemo(() => placesOf(sizes, { scale, columns: 1, width, under: UNDER_PX }), [sizes, scale, width]);
  const keep = useEffectEvent((number: number, among: Places) => {
    const sheet = among.sheets[number - 1];
    const strip = box.current;
    if (sheet === undefined || strip === null) return;
    const whole = inSight(among, strip.scrollTop, strip.scrollTop + strip.clientHeight);
    const seen = whole.some((one) => one.number === number) && sheet.top >= strip.scrollTop && sheet.top + sheet.height <= strip.scrollTop + strip.clientHeight;
    if (!seen) strip.scrollTop = sheet.top - (strip.clientHeight - sheet.height) / 2;
  });
  useEffect(() => keep(current, places), [current, places]);

  const far = Math.max(1, Math.floor(height / 180));
  const moves: Record<string, number> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1, PageUp: -far, PageDown: far, Home: -report.pages, End: report.pages };
  return (
    <div
      className="thumbs"
      ref={box}
      tabIndex={0}
      role="listbox"
      aria-label={m.thumbs}
      aria-activedescendant={`thumb-${current}`}
      data-testid="thumbs"
      onKeyDown={(event) => {
        const move = moves[event.key];
        if (move === undefined || event.altKey || event.ctrlKey) return;
        event.preventDefault();
        onGo(Math.min(Math.max(1, current + move), report.pages));
      }}
    >
      {width > 0 && (
        <Stretch document={pdf} places={places} scale={scale} top={top} height={height} ahead={AHEAD_PX} small testId={(number) => `thumb-page-${number}`}>
          {({ number, ...place }) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list itself has the keys
            <div
              id={`thumb-${number}`}
              className="thumb"
              role="option"
              aria-selected={number === current}
              aria-label={m.page(number)}
              tabIndex={-1}
              style={{ top: place.top, left: place.left, width: place.width, height: place.height + UNDER_PX }}
              onClick={() => onGo(number)}
              data-testid={`thumb-${number}`}
            >
              <small>{number}</small>
            </div>
          )}
        </Stretch>
      )}
    </div>
  );
}
