import type { Core } from '@strapi/strapi';
import { everydayActions, rowsOf } from 'suite-kit/server';
import type { Setup } from '../../../shared/contracts/overview';
import { EVERYDAY_ACTIONS, UID } from '../../../shared/plugin';

const PUBLIC = [
  'resolve',
  'key',
  'recommendations',
  'visitor',
  'consent',
  'preferences',
  'exportMe',
  'eraseMe',
].map((name) => `plugin::personalization.public.${name}`);

type Role = { id: number };

/** The checklist of the first page; its buttons do the work. */
const setup = ({ strapi }: { strapi: Core.Strapi }) => {
  const everyday = everydayActions({ strapi, actions: EVERYDAY_ACTIONS });
  const publicPermissions = () => strapi.db.query('plugin::users-permissions.permission');

  async function publicRoles(): Promise<Role[]> {
    if (!('users-permissions' in strapi.plugins)) return [];
    return strapi.db.query('plugin::users-permissions.role').findMany({
      where: { type: { $in: ['public', 'authenticated'] } },
    });
  }

  async function missingPublic(role: Role): Promise<string[]> {
    const held = (await publicPermissions().findMany({
      where: { role: role.id, action: { $in: PUBLIC } },
    })) as { action: string }[];
    return PUBLIC.filter((action) => !held.some((one) => one.action === action));
  }

  async function isGranted(): Promise<boolean> {
    for (const role of await publicRoles())
      if ((await missingPublic(role)).length > 0) return false;
    return everyday.isGranted();
  }

  async function read(): Promise<Setup> {
    const [key, audience, rule] = await Promise.all([
      rowsOf(strapi, UID.browserKey).count({ revokedAt: { $null: true } }),
      rowsOf(strapi, UID.audience).count(),
      rowsOf(strapi, UID.rule).count({ state: 'active' }),
    ]);
    return {
      steps: [
        { id: 'grant', isDone: await isGranted() },
        { id: 'key', isDone: key > 0 },
        { id: 'audience', isDone: audience > 0 },
        { id: 'rule', isDone: rule > 0 },
      ],
    };
  }

  return {
    read,

    /** Editors may work with rules, visitors may ask the content API. Says so before; only adds. */
    async grant(): Promise<Setup> {
      await everyday.grant();
      for (const role of await publicRoles()) {
        for (const action of await missingPublic(role)) {
          await publicPermissions().create({ data: { action, role: role.id } });
        }
      }
      return read();
    },
  };
};

export default setup;
