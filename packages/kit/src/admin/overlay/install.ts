import type { StrapiApp } from '@strapi/strapi/admin';
import { wrapAction, type DocumentAction } from './document-actions';
import { OverlayBar } from './OverlayBar';
import { installPageLock } from './page-lock';
import { keepRelationsApart } from './relation-keys';

const INSTALLED = Symbol.for('strapi-suite.overlay-mode');

type ContentManager = {
  injectComponent(view: string, zone: string, component: object): void;
  apis: {
    getDocumentActions(position?: string): DocumentAction[];
  };
};

/**
 * Variants in Strapi's own edit view; call it in a plugin's `bootstrap`. The first plugin that does
 * installs it for all.
 */
export function installOverlayMode(app: Pick<StrapiApp, 'getPlugin'>) {
  const marked = window as Window & { [INSTALLED]?: true };
  if (marked[INSTALLED]) return;
  marked[INSTALLED] = true;
  installPageLock(window, window.strapi.backendURL);
  keepRelationsApart();
  // What a plugin offers is untyped in Strapi.
  const contentManager = app.getPlugin('content-manager') as unknown as ContentManager;
  contentManager.injectComponent('editView', 'right-links', {
    name: 'suite-overlay-bar',
    Component: OverlayBar,
  });
  wrapActions(contentManager.apis);
}

/** Where the buttons of the entry itself stand; those of a list or a modal are about others. */
const POSITIONS = new Set(['panel', 'header', 'preview']);

/** When they are asked for, so that those which other plugins add later are wrapped as well. */
function wrapActions(apis: ContentManager['apis']) {
  const wrapped = new WeakMap<DocumentAction, DocumentAction>();
  const { getDocumentActions } = apis;
  // The same component for the same action: else React would make a new one each time.
  const wrap = (action: DocumentAction) => {
    const known = wrapped.get(action) ?? wrapAction(action);
    wrapped.set(action, known);
    return known;
  };
  apis.getDocumentActions = (position) => {
    const actions = getDocumentActions(position);
    return position === undefined || POSITIONS.has(position) ? actions.map(wrap) : actions;
  };
}
