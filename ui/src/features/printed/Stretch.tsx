// The pages that are in or near sight, on a ground as high as all of them. Left to others: where they lie (places), how one
// is drawn (Sheet), what scrolls.
import type { ReactNode } from "react";
import type { PDFDocumentProxy } from "./pdf";
import { inSight, type Place, type Places } from "./places";
import { Sheet } from "./Sheet";
import { RANK } from "./turns";

interface StretchProps {
  document: PDFDocumentProxy;
  places: Places;
  scale: number;
  /** What of the ground is seen. */
  top: number;
  height: number;
  /** How much beyond it is drawn already. */
  ahead: number;
  /** Pages to be read come before small ones. */
  small?: boolean;
  testId: (number: number) => string;
  /** Beside each page, over it. */
  children?: (place: Place) => ReactNode;
}

export function Stretch({ document: pdf, places, scale, top, height, ahead, small = false, testId, children }: StretchProps) {
  const rankOf = (place: Place) => (small ? RANK.small : place.top < top + height && place.top + place.height > top ? RANK.read : RANK.near);
  return (
    <div className="ground" style={{ width: places.width, height: places.height }}>
      {inSight(places, top - ahead, top + height + ahead).map((place) => (
        <div key={place.number}>
          <Sheet document={pdf} place={place} scale={scale} rank={rankOf(place)} testId={testId(place.number)} />
          {children?.(place)}
        </div>
      ))}
    </div>
  );
}
