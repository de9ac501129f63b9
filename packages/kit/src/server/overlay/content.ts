import type { Core } from '@strapi/strapi';
import type { OverlayAttributes, OverlayRow, OverlaySchema, Versions } from '../../shared/overlay';
import { runInSite } from '../ports';
import { runBare } from './registry';

type Model = {
  uid: string;
  modelType?: string;
  kind?: string;
  attributes: OverlayAttributes;
  options?: { draftAndPublish?: boolean };
  pluginOptions?: { i18n?: { localized?: boolean } };
};

export const modelOf = (strapi: Core.Strapi, uid: string): Model | undefined =>
  strapi.getModel(uid as never);

export const hasDrafts = (strapi: Core.Strapi, uid: string) =>
  modelOf(strapi, uid)?.options?.draftAndPublish === true;

export const isLocalized = (strapi: Core.Strapi, uid: string) =>
  modelOf(strapi, uid)?.pluginOptions?.i18n?.localized === true;

export function schemaOf(strapi: Core.Strapi, uid: string): OverlaySchema {
  return {
    attributes: modelOf(strapi, uid)?.attributes ?? {},
    component: (component) => modelOf(strapi, component)?.attributes,
  };
}

/** Everything that can be overridden: components however deep, of relations only who they are. */
export function fullPopulate(strapi: Core.Strapi, uid: string): Record<string, object> {
  const populate: Record<string, object> = {};
  for (const [name, attribute] of Object.entries(modelOf(strapi, uid)?.attributes ?? {})) {
    if (attribute.type === 'media') populate[name] = { select: ['id'] };
    if (attribute.type === 'component') {
      populate[name] = { populate: fullPopulate(strapi, attribute.component ?? '') };
    }
    if (attribute.type === 'dynamiczone') {
      const components = (attribute.components ?? []).map(
        (component) => [component, { populate: fullPopulate(strapi, component) }] as const,
      );
      populate[name] = { on: Object.fromEntries(components) };
    }
    const isMorph = attribute.relation?.startsWith('morph') ?? false;
    const isVirtual = 'unstable_virtual' in attribute;
    if (attribute.type === 'relation' && attribute.target && !isMorph && !isVirtual) {
      const isDocument = attribute.target.includes('::') && !attribute.target.startsWith('admin::');
      if (isDocument) populate[name] = { select: ['documentId'] };
    }
  }
  return populate;
}

type Entry = { uid: string; documentId: string; locale: string; site: number };

/** The original, whole, as it is stored: null where there is no such version. */
export async function readVersions(
  strapi: Core.Strapi,
  { uid, documentId, locale, site }: Entry,
): Promise<Versions | null> {
  const where = { documentId, ...(locale === '' ? {} : { locale }) };
  const find = (publishedAt?: object) =>
    strapi.db.query(uid).findOne({
      where: publishedAt ? { ...where, publishedAt } : where,
      populate: fullPopulate(strapi, uid),
    }) as Promise<OverlayRow | null>;

  return runInSite(strapi, site, () =>
    runBare(strapi, async () => {
      if (!hasDrafts(strapi, uid)) {
        const draft = await find();
        return draft && { draft };
      }
      const [draft, published] = await Promise.all([
        find({ $null: true }),
        find({ $notNull: true }),
      ]);
      return draft && { draft, published };
    }),
  );
}

/** One row of the original, whole. */
export const readRow = (
  strapi: Core.Strapi,
  { uid, id, site }: { uid: string; id: unknown; site: number },
): Promise<OverlayRow | null> =>
  runInSite(strapi, site, () =>
    runBare(
      strapi,
      () =>
        strapi.db.query(uid).findOne({
          where: { id },
          populate: fullPopulate(strapi, uid),
        }) as Promise<OverlayRow | null>,
    ),
  );
