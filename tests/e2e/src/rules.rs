//! What holds for every screen at every size, asked of the page as it stands: nothing scrolls sideways, no text is cut
//! without saying so or covered by a button, nothing lies beyond the window, one thing is the thing to do.
//!
//! With a dialog open only the dialog is asked.

/// Gives the faults as sentences; an empty list: none.
pub(crate) const FAULTS: &str = r#"
const faults = [];
const told = (node) => `${node.dataset.testid ?? node.className ?? node.tagName} “${(node.innerText ?? '').trim().slice(0, 24)}”`;
const dialogs = [...document.querySelectorAll('.ant-modal-wrap')].filter((each) => each.offsetParent !== null || each.offsetHeight > 0);
const root = dialogs.at(-1) ?? document.body;
const beyond = document.documentElement.scrollWidth - innerWidth;
if (beyond > 0) faults.push(`the page is ${beyond} px too wide`);
const shown = (node) => { const box = node.getBoundingClientRect(); return box.width > 1 && box.height > 1 && getComputedStyle(node).visibility !== 'hidden'; };
const scrolls = (value) => value === 'auto' || value === 'scroll';
for (const node of root.querySelectorAll('*')) {
  if (!shown(node) || node.closest('.visually-hidden, svg, .ant-select-dropdown, [aria-hidden=true]') !== null) continue;
  const style = getComputedStyle(node);
  const words = [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim() !== '');
  // Paper that the reader made larger than the window is moved about under it.
  if (scrolls(style.overflowX) && node.scrollWidth > node.clientWidth + 1 && node.tagName !== 'TEXTAREA' && node.dataset.enlarged === undefined) faults.push(`${told(node)} scrolls sideways`);
  if (words && style.overflowX === 'hidden' && style.textOverflow !== 'ellipsis' && node.scrollWidth > node.clientWidth + 1) faults.push(`${told(node)} is cut`);
  const pressed = node.tagName === 'BUTTON' || node.tagName === 'LABEL' || node.tagName === 'H1';
  // What ends in … and tells the rest in a hint is shortened, not cut.
  const shortened = style.textOverflow === 'ellipsis' && node.closest('[data-hint]') !== null;
  if (pressed && words && !shortened && node.scrollWidth > node.clientWidth + 1 && style.display !== 'inline' && style.overflowX !== 'visible') faults.push(`${told(node)} is cut`);
}
const moved = [document.scrollingElement, document.getElementById('root')].find((each) => each !== null && each.scrollTop > 0);
if (moved !== undefined && document.querySelector('.frame') !== null) faults.push(`the frame is scrolled away by ${moved.scrollTop} px`);
// What does not scroll must lie inside the window.
const inside = (node) => { for (let each = node.parentElement; each !== null && each !== root; each = each.parentElement) { const style = getComputedStyle(each); if (scrolls(style.overflowY) && each.id !== 'root' && each !== document.body) return true; } return false; };
for (const node of root.querySelectorAll('[role=grid], button, h1, .list-detail > *')) {
  if (!shown(node) || inside(node)) continue;
  const box = node.getBoundingClientRect();
  if (box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.left < -1) faults.push(`${told(node)} lies beyond the window`);
}
const foot = document.querySelector('.status')?.getBoundingClientRect().top ?? innerHeight;
for (const node of root === document.body ? document.querySelectorAll('main [role=grid], .list-detail > *') : []) {
  if (shown(node) && !inside(node) && node.getBoundingClientRect().bottom > foot + 1) faults.push(`${told(node)} lies below the status line`);
}
// A button and words that it covers; what is stuck to an edge covers what scrolls below it.
const words = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
const buttons = [...root.querySelectorAll('button')].filter((each) => shown(each) && !inside(each));
for (let text = words.nextNode(); text !== null; text = words.nextNode()) {
  if (text.textContent.trim() === '' || !shown(text.parentElement) || inside(text.parentElement) || text.parentElement.closest('.visually-hidden') !== null) continue;
  const range = document.createRange();
  range.selectNodeContents(text);
  for (const line of range.getClientRects()) for (const button of buttons) {
    const box = button.getBoundingClientRect();
    let right = line.right;
    for (let each = text.parentElement; each !== null; each = each.parentElement) if (getComputedStyle(each).overflowX !== 'visible') right = Math.min(right, each.getBoundingClientRect().right);
    const over = Math.min(right, box.right) - Math.max(line.left, box.left), down = Math.min(line.bottom, box.bottom) - Math.max(line.top, box.top);
    if (over > 2 && down > 4 && !button.contains(text) && !text.parentElement.contains(button)) faults.push(`${told(button)} covers “${text.textContent.trim().slice(0, 24)}”`);
  }
}
const primary = [...root.querySelectorAll('.ant-btn-primary')].filter(shown);
if (primary.length > 1) faults.push(`${primary.length} primary actions: ${primary.map((each) => each.innerText.trim()).join(', ')}`);
return faults;
"#;

/// Whether what has the keyboard shows it; asked after a Tab.
pub(crate) const FOCUS: &str = r#"
const held = document.activeElement;
if (held === null || held === document.body) return 'nothing has the keyboard';
const marked = (node) => { const style = getComputedStyle(node); return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'; };
let node = held;
for (let up = 0; node !== null && up < 3; up += 1, node = node.parentElement) if (marked(node)) return null;
if ([...held.querySelectorAll('[data-active]'), ...(held.nextElementSibling ? [held.nextElementSibling] : [])].some(marked)) return null;
return `the keyboard is on ${held.dataset.testid ?? held.className} and nothing shows it`;
"#;
