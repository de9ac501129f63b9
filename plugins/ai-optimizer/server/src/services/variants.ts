import type { Core } from '@strapi/strapi';
import { refreshOverlays, rowsOf } from 'suite-kit/server';
import {
  applyOverlays,
  diffDocument,
  stableJson,
  type OverlayAttributes,
  type OverlaySchema,
} from 'suite-kit/shared';
import type { Experiment } from '../../../shared/contracts/experiments';
import { UID } from '../../../shared/plugin';
import { errors } from '../errors';
import type { EntryRef } from './entries';
import { valueAt, type ExperimentRow, type VariantRow } from './experiment-rows';
import { service } from './service';

type Wanted = { id?: string; name: string; weight: number };
type Values = Record<string, unknown>;

/** Fields that can be written in the wizard; everything else in the entry's own edit view. */
const SIMPLE = new Set(['string', 'text', 'richtext']);

/** The variants of a test: overlays of the layer `test`. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = () => rowsOf<VariantRow>(strapi, UID.variant);
  let version = 0;
  /** Delivery reads anew; so do assignments. */
  const changed = () => {
    version += 1;
    refreshOverlays(strapi);
  };

  const attributesOf = (uid: string): OverlayAttributes =>
    // Strapi's attributes have what overlays look at, and more.
    (strapi.contentTypes as unknown as Record<string, { attributes: OverlayAttributes }>)[uid]
      ?.attributes ?? {};

  const schemaOf = (uid: string): OverlaySchema => ({
    attributes: attributesOf(uid),
    component: (name) =>
      (
        strapi.components as unknown as Record<
          string,
          { attributes: OverlayAttributes } | undefined
        >
      )[name]?.attributes,
  });

  /** Names of simple text fields: own ones, and those of single components. */
  function simpleFields(uid: string): { path: string; type: string; maxLength?: number }[] {
    const own = Object.entries(attributesOf(uid)).flatMap(([name, attribute]) => {
      if (attribute.type === 'component' && !attribute.repeatable) {
        const inner = schemaOf(uid).component(attribute.component ?? '') ?? {};
        return Object.entries(inner)
          .filter(([, field]) => SIMPLE.has(field.type))
          .map(([field, { type, ...rest }]) => ({
            path: `${name}.${field}`,
            type,
            ...lengthOf(rest),
          }));
      }
      return SIMPLE.has(attribute.type)
        ? [{ path: name, type: attribute.type, ...lengthOf(attribute) }]
        : [];
    });
    return own;
  }

  async function findOrFail(experiment: string, id: string): Promise<VariantRow> {
    const row = await rows().findOne({ documentId: id, experiment });
    if (!row) throw errors.VARIANT_NOT_FOUND();
    return row;
  }

  const of = (experiment: string): Promise<VariantRow[]> =>
    rows().findMany({ where: { experiment }, orderBy: { number: 'asc' } });

  /** Writes into the draft, without any overlay in between. */
  const write = (ref: EntryRef, data: Values) =>
    strapi.documents(ref.uid as 'api::article.article').update({
      documentId: ref.documentId,
      ...(ref.locale ? { locale: ref.locale } : {}),
      data: data as never,
    });

  return {
    of,
    findOrFail,
    schemaOf,
    version: () => version,
    changed,

    editableFields(uid: string, entry: Values): Experiment['editable'] {
      return simpleFields(uid).map(({ path, type, maxLength }) => {
        const value = valueAt(entry, path);
        return {
          path,
          type,
          value: typeof value === 'string' ? value : '',
          ...(maxLength ? { maxLength } : {}),
        };
      });
    },

    /** Brings the variants of a draft into this shape; those that are left out go. */
    async set(experiment: ExperimentRow, wanted: readonly Wanted[]) {
      const known = await of(experiment.documentId);
      const kept = new Set(wanted.map(({ id }) => id));
      for (const row of known) if (!kept.has(row.documentId)) await rows().delete({ id: row.id });
      for (const [index, { id, name, weight }] of wanted.entries()) {
        const data = { name, weight, number: index + 1 };
        const row = id ? await findOrFail(experiment.documentId, id) : null;
        if (row) await rows().update({ id: row.id }, data);
        else {
          await rows().create({
            ...data,
            site: experiment.site,
            experiment: experiment.documentId,
            entryUid: experiment.entryUid,
            entryDocumentId: experiment.entryDocumentId,
            entryLocale: experiment.entryLocale,
            changes: [],
            live: null,
            revision: 0,
          });
        }
      }
      changed();
    },

    /** Texts that differ from the original; null gives a field back to it. */
    async setFields(experiment: ExperimentRow, id: string, fields: Record<string, string | null>) {
      if (experiment.state !== 'draft')
        throw errors.EXPERIMENT_STATE({ details: { state: experiment.state } });
      const row = await findOrFail(experiment.documentId, id);
      const { entryUid: uid, entryDocumentId: documentId, entryLocale: locale } = row;
      const entries = service(strapi, 'entries');
      const draft = await entries.readOrFail({ uid, documentId, locale });
      const published = await entries.readPublished({ uid, documentId, locale });
      const allowed = new Set(simpleFields(uid).map(({ path }) => path));
      const schema = schemaOf(uid);
      const edited: Values = {};
      for (const [path, value] of Object.entries(fields)) {
        if (!allowed.has(path)) throw errors.FIELD_NOT_EDITABLE();
        if (value === null) continue;
        const [name = '', inner] = path.split('.');
        if (inner === undefined) edited[name] = value;
        else edited[name] = { ...((edited[name] ?? draft[name] ?? {}) as Values), [inner]: value };
      }
      const fresh = diffDocument(draft, edited, schema, { published });
      const others = (row.changes ?? []).filter(({ path }) => !(path in fields));
      const changes = [...others, ...fresh].sort((a, b) => (a.path < b.path ? -1 : 1));
      await rows().update({ id: row.id }, { changes, revision: row.revision + 1 });
      changed();
    },

    async publish(experiment: string) {
      for (const row of await of(experiment)) {
        await rows().update(
          { id: row.id },
          { live: row.changes, liveAt: new Date(), revision: row.revision + 1 },
        );
      }
      changed();
    },

    /** No longer delivered; what it says is kept. */
    async withdraw(experiment: string) {
      for (const row of await of(experiment)) {
        await rows().update(
          { id: row.id },
          { live: null, liveAt: null, revision: row.revision + 1 },
        );
      }
      changed();
    },

    async removeOf(experiment: string) {
      await rows().deleteMany({ experiment });
      changed();
    },

    /** Lays the variant on the draft and stores it; returns the attributes before and after. */
    async writeInto(ref: EntryRef, row: VariantRow) {
      const draft = await service(strapi, 'entries').readOrFail(ref);
      const changes = row.live ?? row.changes ?? [];
      const overlay = {
        id: `test.${row.id}`,
        layer: 'test' as const,
        name: row.name,
        ...entryOf(row),
        changes,
        live: changes,
      };
      const { document, review } = applyOverlays(draft, [overlay], {
        schema: schemaOf(ref.uid),
        status: 'draft',
      });
      if (review.length > 0) throw errors.EDITED_SINCE({ details: { fields: review } });
      const names = [...new Set(changes.map(({ path }) => path.split('.')[0] ?? path))];
      const pick = (from: Values) =>
        Object.fromEntries(names.map((name) => [name, from[name] ?? null]));
      const before = pick(draft);
      await write(ref, pick(document));
      return { before, after: pick(await service(strapi, 'entries').readOrFail(ref)) };
    },

    async giveBack(ref: EntryRef, { before, after }: { before: Values; after: Values }) {
      const draft = await service(strapi, 'entries').readOrFail(ref);
      const changed = Object.keys(after).filter(
        (name) => withoutIds(draft[name]) !== withoutIds(after[name]),
      );
      if (changed.length > 0) throw errors.EDITED_SINCE({ details: { fields: changed } });
      await write(ref, before);
    },
  };
};

const entryOf = ({ entryUid, entryDocumentId, entryLocale }: VariantRow) => ({
  entryUid,
  entryDocumentId,
  entryLocale,
});
const lengthOf = (attribute: object) => {
  const { maxLength } = attribute as { maxLength?: number };
  return maxLength === undefined ? {} : { maxLength };
};

/** Row ids of components change with every write. */
const withoutIds = (value: unknown): string =>
  stableJson(
    JSON.parse(
      JSON.stringify(value ?? null, (key, part: unknown) => (key === 'id' ? undefined : part)),
    ),
  );
