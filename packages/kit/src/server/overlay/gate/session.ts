import type { Core } from '@strapi/strapi';
import {
  applyOverlays,
  contentHash,
  type OverlayChange,
  type OverlayRow,
  type OverlayStatus,
  type Versions,
} from '../../../shared/overlay';
import type { Ctx } from '../../handler';
import { readVersions, schemaOf } from '../content';
import { overlayErrors } from '../errors';
import { registryOf } from '../registry';
import { createOverlayStore, type OverlayStore } from '../store';
import type { OverlayLayerDefinition, StoredOverlay } from '../types';

const STATE = 'suiteOverlaySession';

type Ability = { can(action: string): boolean };

export type Original = Versions & { uid: string };

/**
 * One request that edits a variant. The overlay is looked for when it is needed, because only then
 * it is known who asks and for which site.
 */
export function createSession(strapi: Core.Strapi, ctx: Ctx, id: string) {
  let found: Promise<StoredOverlay> | undefined;
  let original: Promise<Original> | undefined;
  let isStampChecked = false;
  const [layer, rowId] = id.split('.');
  const definition = [...registryOf(strapi).layers.values()].find((one) => one.layer === layer);

  function assertMay(permission: 'read' | 'edit') {
    if (!definition) throw overlayErrors.NOT_FOUND();
    const ability = ctx.state.userAbility as Ability | undefined;
    if (!ability?.can(definition.permissions[permission])) throw overlayErrors.NOT_ALLOWED();
  }

  function storeOf(): OverlayStore {
    if (!definition) throw overlayErrors.NOT_FOUND();
    return createOverlayStore({ strapi, layer: definition.layer, uid: definition.uid });
  }

  async function load(): Promise<StoredOverlay> {
    const overlay = /^\d+$/.test(rowId ?? '') ? await storeOf().find(Number(rowId)) : null;
    if (!overlay) throw overlayErrors.NOT_FOUND();
    return overlay;
  }

  async function readOriginal(overlay: StoredOverlay): Promise<Original> {
    const { entryUid: uid, entryDocumentId, entryLocale, record } = overlay;
    const entry = { uid, documentId: entryDocumentId, locale: entryLocale, site: record.site };
    const versions = await readVersions(strapi, entry);
    if (!versions) throw overlayErrors.ENTRY_NOT_FOUND();
    return { ...versions, uid };
  }

  const session = {
    id,
    definition: (): OverlayLayerDefinition => {
      if (!definition) throw overlayErrors.NOT_FOUND();
      return definition;
    },

    /** @throws the refusal when the caller may not see variants, or not this one. */
    async overlay(): Promise<StoredOverlay> {
      assertMay('read');
      found ??= load();
      return found;
    },

    original(): Promise<Original> {
      original ??= session.overlay().then(readOriginal);
      return original;
    },

    /** What the variant shows in a status, whole, with references as ids; null without that version. */
    async shown(status: OverlayStatus): Promise<OverlayRow | null> {
      const overlay = await session.overlay();
      const { uid, draft, published } = await session.original();
      const base = status === 'published' && published !== undefined ? published : draft;
      if (!base) return null;
      return applyOverlays(base, [overlay], { schema: schemaOf(strapi, uid), status }).document;
    },

    /** What was read: it changes with every save of the variant and of its original. */
    async stamp(): Promise<string> {
      const { record } = await session.overlay();
      const { draft } = await session.original();
      const facts = { id, revision: record.revision, row: draft.id, at: String(draft.updatedAt) };
      return contentHash(facts);
    },

    /** @throws unless the caller may edit and has seen what is there now. */
    async assertWritable() {
      assertMay('edit');
      if (isStampChecked) return;
      if (ctx.get('X-Overlay-Stamp') !== (await session.stamp())) {
        throw overlayErrors.CHANGED_MEANWHILE();
      }
      isStampChecked = true;
    },

    async save(contents: { changes?: OverlayChange[]; live?: OverlayChange[] | null }) {
      const overlay = await session.overlay();
      const { revision, id: row } = overlay.record;
      const saved = await storeOf().save(row, contents, revision);
      if (!saved) throw overlayErrors.CHANGED_MEANWHILE();
      found = Promise.resolve(saved);
      return saved;
    },
  };
  ctx.state[STATE] = session;
  return session;
}

export type EditSession = ReturnType<typeof createSession>;

/** The variant that the current request edits; null for all other code, our own included. */
export function currentSession(strapi: Core.Strapi): EditSession | null {
  const ctx = strapi.requestContext.get();
  const session = ctx?.state[STATE] as EditSession | undefined;
  if (!session || registryOf(strapi).bare.getStore()) return null;
  return session;
}

/** Is the current request one that edits a variant? What it writes is the variant, no entry. */
export const isEditingOverlay = (strapi: Core.Strapi) => currentSession(strapi) !== null;
