// From the place that a review names (text, item:2) to the box of the form that shows it.
import { createContext } from "react";

export interface PointedBox {
  box: string;
  /** May be empty. */
  quote: string;
}

/** The box that a returned entry is about; every box asks whether it is it. */
export const Pointed = createContext<PointedBox | null>(null);

/** The box's name in the form; `null`: the entry as a whole. */
export function boxOfPlace(place: string | null): string | null {
  if (place === null) return null;
  const [kind] = place.split(":");
  switch (kind) {
    case "item":
      return "items";
    case "value":
      return "values";
    case "evidence":
      return "evidence";
    default:
      return place;
  }
}
