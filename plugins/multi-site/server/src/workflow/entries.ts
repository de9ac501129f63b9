import type { Core } from '@strapi/strapi';
import type { Ctx } from 'suite-kit/server';
import { service } from '../services/service';

type Entry = { documentId: string; locale?: string | null } & Record<string, unknown>;
type Checker = {
  can: { update(entry?: object): boolean; read(entry?: object): boolean };
  sanitizedQuery: { read(query: object): Promise<{ filters?: object }> };
};

/** Strapi's own answer to what a signed-in person may do with entries of a type. */
export function checkerOf(strapi: Core.Strapi, ctx: Ctx, uid: string): Checker {
  const checkers = strapi.plugin('content-manager').service('permission-checker') as unknown as {
    create(options: { userAbility: unknown; model: string }): Checker;
  };
  return checkers.create({ userAbility: ctx.state.userAbility, model: uid });
}

const keyOf = (documentId: string, locale: string) => `${documentId} ${locale}`;

/**
 * The drafts of these documents, as far as the person may read them, in every locale. Conditions
 * of Strapi's permissions (only the own entries) count.
 */
export async function readEntries(
  strapi: Core.Strapi,
  ctx: Ctx,
  { site, uid, documentIds }: { site: number; uid: string; documentIds: readonly string[] },
) {
  const checker = checkerOf(strapi, ctx, uid);
  const found = new Map<string, Entry>();
  if (documentIds.length === 0 || !checker.can.read()) return { found, checker };
  const filters = { documentId: { $in: [...new Set(documentIds)] } };
  const allowed = await checker.sanitizedQuery.read({ filters });
  const entries = (await service(strapi, 'context').run(site, () =>
    strapi.documents(uid as never).findMany({
      filters: allowed.filters ?? filters,
      locale: '*',
      status: 'draft',
      populate: { createdBy: { populate: ['roles'] } },
    } as never),
  )) as unknown as Entry[];
  for (const entry of entries) found.set(keyOf(entry.documentId, entry.locale ?? ''), entry);
  return { found, checker };
}

export const entryIn = (
  found: ReadonlyMap<string, Entry>,
  documentId: string,
  locale: string,
): Entry | undefined => found.get(keyOf(documentId, locale));

/** The field that Strapi shows as an entry's name. */
export async function titleFieldOf(strapi: Core.Strapi, uid: string): Promise<string> {
  const types = strapi.plugin('content-manager').service('content-types') as unknown as {
    findConfiguration(type: object): Promise<{ settings: { mainField?: string } }>;
  };
  const type = (strapi.contentTypes as unknown as Partial<Record<string, object>>)[uid];
  if (!type) return 'documentId';
  const { settings } = await types.findConfiguration(type);
  return settings.mainField ?? 'documentId';
}

export function titleIn(entry: Entry, field: string): string {
  const value = entry[field];
  return typeof value === 'string' || typeof value === 'number'
    ? String(value).slice(0, 200) || entry.documentId
    : entry.documentId;
}
