import type { Core } from '@strapi/strapi';

/** Strapi's roles for everyday work, and those that multi-site makes. */
const ROLES = [
  'strapi-editor',
  'strapi-author',
  'multi-site-owner',
  'multi-site-editor',
  'multi-site-author',
];

type Role = { id: number };
type Held = { action: string; role: Role | null };
type Permissions = { createMany(permissions: object[]): Promise<unknown> };

/**
 * The step of a first-open checklist that gives editors and authors what they need every day:
 * at first only the super admin holds a plugin's actions. It only adds. Its route needs
 * `admin::roles.update`, because it changes roles.
 */
export function everydayActions({
  strapi,
  actions,
}: {
  strapi: Core.Strapi;
  actions: readonly string[];
}) {
  async function missing(): Promise<{ role: number; action: string }[]> {
    const [roles, held] = await Promise.all([
      strapi.db.query('admin::role').findMany({ where: { code: { $in: ROLES } } }) as Promise<
        Role[]
      >,
      strapi.db.query('admin::permission').findMany({
        where: { action: { $in: [...actions] } },
        populate: { role: true },
      }) as Promise<Held[]>,
    ]);
    return roles.flatMap(({ id }) =>
      actions
        .filter((action) => !held.some((one) => one.action === action && one.role?.id === id))
        .map((action) => ({ role: id, action })),
    );
  }

  return {
    isGranted: async () => (await missing()).length === 0,

    async grant(): Promise<void> {
      const permissions = strapi.service('admin::permission') as unknown as Permissions;
      const wanted = await missing();
      if (wanted.length === 0) return;
      await permissions.createMany(
        wanted.map(({ role, action }) => ({
          action,
          role,
          subject: null,
          properties: {},
          conditions: [],
          actionParameters: {},
        })),
      );
    },
  };
}
