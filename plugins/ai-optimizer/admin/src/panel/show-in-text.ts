import type { Evidence } from '../../../shared/analysis';

const MARK_MS = 2_500;

/** The field's own element: Strapi names inputs by path; editors stand in their label's group. */
function elementOf(path: string): HTMLElement | null {
  for (let at = path; at !== ''; at = at.includes('.') ? at.slice(0, at.lastIndexOf('.')) : '') {
    const named = document.querySelector<HTMLElement>(
      `[name="${CSS.escape(at)}"], [id="${CSS.escape(at)}"]`,
    );
    if (named) return named;
  }
  const name = path.split('.')[0] ?? path;
  const label = [...document.querySelectorAll<HTMLElement>('label')].find(
    ({ textContent }) => textContent.replace(/[*\s]+/g, '').toLowerCase() === name.toLowerCase(),
  );
  return label?.parentElement ?? null;
}

/** Brings a passage into view and selects it, or else outlines the field it is in. */
export function showInText({ path, excerpt, start, end }: Evidence) {
  const element = elementOf(path);
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    element.scrollIntoView({ block: 'center' });
    element.focus();
    element.setSelectionRange(start, end);
    return;
  }
  const range = rangeOf(document.querySelector('main') ?? document.body, excerpt);
  if (range) {
    range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    const selection = document.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    return;
  }
  if (!element) return;
  element.scrollIntoView({ block: 'center' });
  const { outline } = element.style;
  element.style.outline = '2px solid currentColor';
  setTimeout(() => (element.style.outline = outline), MARK_MS);
}

/** Where a text stands in editable content, by its beginning: formatting parts it into nodes. */
function rangeOf(root: Element, excerpt: string): Range | null {
  const wanted = excerpt.slice(0, 60);
  if (wanted.length < 3) return null;
  for (const editor of root.querySelectorAll('[contenteditable="true"]')) {
    const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, Math.min(at + excerpt.length, (node.textContent ?? '').length));
      return range;
    }
  }
  return null;
}
