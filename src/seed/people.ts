import type { Core } from '@strapi/strapi';
import type { MultiSite } from './multi-site';
import { findId } from './rows';

/** One password for all of them: the demo listens on this machine only. */
export const DEMO_PASSWORD = 'Demo-1234';
export const SUPER_ADMIN_EMAIL = 'admin@demo.test';

const NAMES: Record<string, Record<string, [string, string]>> = {
  magazine: { owner: ['Ida', 'Brandt'], editor: ['Grace', 'Adeyemi'], viewer: ['Henrik', 'Dahl'] },
  shop: { owner: ['Mara', 'Lindqvist'], editor: ['Ben', 'Okafor'], viewer: ['Yuki', 'Tanabe'] },
  guide: { owner: ['Lena', 'Vogt'], editor: ['Pavel', 'Novák'], viewer: ['Aisha', 'Rahman'] },
};

const ROLES = ['owner', 'editor', 'viewer'] as const;

interface Users {
  create(user: object): Promise<{ id: number }>;
}

const roleId = async (strapi: Core.Strapi, code: string): Promise<number> => {
  const id = await findId(strapi, 'admin::role', { code });
  if (id === undefined) throw new Error(`The admin role "${code}" does not exist.`);
  return id;
};

const ensureUser = async (
  strapi: Core.Strapi,
  user: { email: string; name: [string, string]; role: string },
): Promise<number> => {
  const { email } = user;
  const found = await findId(strapi, 'admin::user', { email });
  if (found !== undefined) return found;
  const [firstname, lastname] = user.name;
  const users = strapi.service('admin::user') as unknown as Users;
  const created = await users.create({
    email,
    firstname,
    lastname,
    password: DEMO_PASSWORD,
    isActive: true,
    registrationToken: null,
    roles: [await roleId(strapi, user.role)],
  });
  return created.id;
};

export const ensureSuperAdmin = (strapi: Core.Strapi) =>
  ensureUser(strapi, {
    email: SUPER_ADMIN_EMAIL,
    name: ['Demo', 'Admin'],
    role: 'strapi-super-admin',
  });

/** Owner, editor and viewer of a site. Returns the editor: the demo's entries are by them. */
export const ensureTeam = async (
  strapi: Core.Strapi,
  { members }: MultiSite,
  site: { slug: string; number: number },
): Promise<number | undefined> => {
  let editor: number | undefined;
  for (const name of ROLES) {
    const role = `multi-site-${name}`;
    const userId = await ensureUser(strapi, {
      email: `${name}.${site.slug}@demo.test`,
      name: NAMES[site.slug]?.[name] ?? [name, site.slug],
      role,
    });
    await members.add({ site: site.number, userId, role });
    if (name === 'editor') editor = userId;
  }
  return editor;
};

/** Somebody who works for two sites, to try the switcher with. */
export const ensureFreelancer = async (
  strapi: Core.Strapi,
  { members }: MultiSite,
  [first, second]: [number, number],
) => {
  const role = 'multi-site-editor';
  const userId = await ensureUser(strapi, {
    email: 'freelancer@demo.test',
    name: ['Noor', 'Haddad'],
    role,
  });
  await members.add({ site: first, userId, role });
  await members.add({ site: second, userId, role: 'multi-site-author' });
};
