// The page's entry: lets the empty frame of index.html be painted, then brings the app.
// All that the app is made of would otherwise be read first, and the window be blank meanwhile.

/** A window that is hidden or minimised paints nothing; the app starts all the same. */
const PAINT_MAX_MS = 100;

const painted = new Promise<void>((resolve) => {
  requestAnimationFrame(() => setTimeout(resolve));
});
const waited = new Promise<void>((resolve) => {
  setTimeout(resolve, PAINT_MAX_MS);
});

void Promise.race([painted, waited]).then(() => import("./main"));
