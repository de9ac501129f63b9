/** What an answer of the Content Manager says about the variant that is edited. */
export type OverlayMeta = {
  id: string;
  name: string;
  layer: string;
  pluginId: string;
  state: 'draft' | 'modified' | 'published';
  fields: string[];
  review: string[];
  stamp: string;
};

type Answers = {
  byKey: Map<string, OverlayMeta | null>;
  stamps: Map<string, string>;
  listeners: Set<() => void>;
};

const KEY = Symbol.for('strapi-suite.overlay-answers');

/** One for the page, though several plugins bring a copy of this code. */
export function answersOf(browser: object): Answers {
  const holder = browser as { [KEY]?: Answers };
  holder[KEY] ??= { byKey: new Map(), stamps: new Map(), listeners: new Set() };
  return holder[KEY];
}

const DOCUMENT = /\/content-manager\/((?:collection-types\/[^/]+\/[^/]+)|(?:single-types\/[^/]+))$/;

/** `collection-types/<uid>/<documentId>` of a page of the admin or of a request; null elsewhere. */
export const documentIn = (pathname: string): string | null => DOCUMENT.exec(pathname)?.[1] ?? null;

/** The variant that the address of a page names. */
export const overlayInPage = (search: string): string | null =>
  new URLSearchParams(search).get('plugins[overlay][overlay]');

export const keyFor = (document: string, overlay: string, locale: string | null) =>
  `${document}|${overlay}|${locale ?? ''}`;

/** The key of what a page shows; null when it edits no variant. */
export function keyOfPage({ pathname, search }: { pathname: string; search: string }) {
  const document = documentIn(pathname);
  const overlay = overlayInPage(search);
  const locale = new URLSearchParams(search).get('plugins[i18n][locale]');
  return document && overlay ? keyFor(document, overlay, locale) : null;
}

/** Saves of a variant by Strapi's own buttons; other actions of an entry answer something else. */
const SAVING_ACTION = /\/actions\/(publish|unpublish|discard)$/;

/** Remembers what an answer says, so that the page believes the server and not its own address. */
export function noteAnswer(answers: Answers, url: URL, body: unknown) {
  const document = documentIn(url.pathname.replace(SAVING_ACTION, ''));
  const overlay = url.searchParams.get('overlay');
  if (!document || !overlay) return;
  const meta = (body as { meta?: { overlay?: OverlayMeta } } | null)?.meta?.overlay ?? null;
  answers.byKey.set(keyFor(document, overlay, url.searchParams.get('locale')), meta);
  if (meta) answers.stamps.set(meta.id, meta.stamp);
  answers.listeners.forEach((listener) => listener());
}
