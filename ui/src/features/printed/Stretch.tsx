// The pages that are in or near sight, on a ground as high as all of them. Left to others: where they lie (places), how one
// is drawn (Sheet), what scrolls.
import type { ReactNode } from "react";
import type { PDFDocumentProxy } from "./pdf";
import { inSight, type Place, type Places } from "./places";
import { Sheet } from "./Sheet";

interface StretchProps {
  document: PDFDocumentProxy;
  places: Places;
  scale: number;
  /** What of the ground is seen. */
  top: number;
  height: number;
  /** How much beyond it is drawn already. */
  ahead: number;
  testId: (number: number) => string;
  /** Beside each page, over it. */
  children?: (place: Place) => ReactNode;
}

export function Stretch({ document: pdf, places, scale, top, height, ahead, testId, children }: StretchProps) {
  return (
    <div className="ground" style={{ width: places.width, height: places.height }}>
      {inSight(places, top - ahead, top + height + ahead).map((place) => (
        <div key={place.number}>
          <Sheet document={pdf} place={place} scale={scale} testId={testId(place.number)} />
          {children?.(place)}
        </div>
      ))}
    </div>
  );
}
