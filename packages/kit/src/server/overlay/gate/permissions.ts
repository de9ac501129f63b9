import type { Core } from '@strapi/strapi';
import type { OverlayAttributes, OverlayRow } from '../../../shared/overlay';
import type { Ctx } from '../../handler';
import { modelOf } from '../content';
import { overlayErrors } from '../errors';

type Check = (entity?: OverlayRow | null, field?: string) => boolean;
type PermissionChecker = {
  can: { read: Check; update: Check };
  cannot: { read: Check; update: Check; publish: Check };
};
type CheckerService = {
  create(options: { userAbility: unknown; model: string }): PermissionChecker;
};

/** The Content Manager's own answer to what the caller may do with a type. */
export function checkerOf(strapi: Core.Strapi, ctx: Ctx, model: string): PermissionChecker {
  const service = strapi.plugin('content-manager').service<CheckerService>('permission-checker');
  return service.create({ userAbility: ctx.state.userAbility, model });
}

/**
 * Strapi's controller asks on what the variant shows. Conditions of a role ("only what I wrote",
 * "only this category") are about the entry itself: a variant must not be a way around them.
 */
export async function assertMayChange(
  strapi: Core.Strapi,
  uid: string,
  draft: OverlayRow,
  action: 'update' | 'publish' = 'update',
) {
  const ctx = strapi.requestContext.get();
  const full = await strapi.db
    .query(uid)
    .findOne({ where: { id: draft.id }, populate: ['createdBy', 'updatedBy'] });
  if (!ctx || checkerOf(strapi, ctx, uid).cannot[action]({ ...draft, ...full })) {
    throw overlayErrors.NOT_ALLOWED();
  }
}

/** May the caller read what this path of a variant is about? */
export const mayReadPath = (
  strapi: Core.Strapi,
  checker: PermissionChecker,
  uid: string,
  path: string,
) => mayUsePath(strapi, uid, { path, check: checker.can.read });

/** May the caller change it? */
export const mayChangePath = (
  strapi: Core.Strapi,
  checker: PermissionChecker,
  uid: string,
  path: string,
) => mayUsePath(strapi, uid, { path, check: checker.can.update });

/** Roles name the fields of components. */
function mayUsePath(
  strapi: Core.Strapi,
  uid: string,
  { path, check }: { path: string; check: Check },
): boolean {
  if (check(null, path)) return true;
  const attribute = modelOf(strapi, uid)?.attributes[path];
  const components = attribute?.component ? [attribute.component] : (attribute?.components ?? []);
  return components.some((component) => {
    const attributes: OverlayAttributes = modelOf(strapi, component)?.attributes ?? {};
    return Object.keys(attributes).some((field) => check(null, `${path}.${field}`));
  });
}

/** The same for one part of a variant that is changed past the form. */
export async function assertMayChangePath(
  strapi: Core.Strapi,
  { uid, draft, path }: { uid: string; draft: OverlayRow; path: string },
) {
  await assertMayChange(strapi, uid, draft);
  const ctx = strapi.requestContext.get();
  const isAllowed = ctx && mayChangePath(strapi, checkerOf(strapi, ctx, uid), uid, path);
  if (!isAllowed) throw overlayErrors.NOT_ALLOWED();
}
