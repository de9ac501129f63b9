import type { Core } from '@strapi/strapi';
import { naturalKey } from 'suite-kit/server';
import type { AdminUserSummary, Member, RoleSummary } from '../../../shared/contracts/members';
import { UID } from '../../../shared/plugin';
import { errors } from '../errors';
import { SUPER_ADMIN } from '../isolation/strapi-parts';
import { service } from './service';
import { createOfferedRoles } from './site-roles';

const USER_SEARCH_LIMIT = 20;

type UserRow = {
  id: number;
  firstname: string | null;
  lastname: string | null;
  email: string;
  isActive: boolean | null;
};
type RoleRow = { code: string; name: string; description: string | null };

/** Who may do what on which site: rows of (site, admin user, code of an admin role). */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = () => strapi.db.query(UID.siteUser);
  const changed = () => service(strapi, 'state').changed();

  async function readUser(userId: number): Promise<UserRow> {
    const user = await strapi.db.query('admin::user').findOne({ where: { id: userId } });
    if (!user) throw errors.USER_NOT_FOUND();
    return user;
  }

  async function readRoles(codes?: readonly string[]): Promise<RoleRow[]> {
    const where = codes ? { code: { $in: [...codes] } } : {};
    return strapi.db.query('admin::role').findMany({ where, orderBy: { name: 'asc' } });
  }

  async function assertRoles(codes: readonly string[]) {
    const known = new Set((await readRoles(codes)).map((role) => role.code));
    const unknown = codes.find((code) => !known.has(code));
    if (unknown) throw errors.UNKNOWN_ROLE({ details: { role: unknown } });
  }

  async function list(site: number): Promise<Member[]> {
    const found: { userId: number; role: string }[] = await rows().findMany({
      where: { siteId: site },
      orderBy: { id: 'asc' },
    });
    const userIds = [...new Set(found.map((row) => row.userId))];
    const users: UserRow[] = await strapi.db.query('admin::user').findMany({
      where: { id: { $in: userIds } },
      orderBy: [{ firstname: 'asc' }, { id: 'asc' }],
    });
    const roles = new Map((await readRoles()).map((role) => [role.code, role]));
    return users.map((user) => ({
      user: toSummary(user),
      roles: found
        .filter((row) => row.userId === user.id)
        .map((row) =>
          toRole(roles.get(row.role) ?? { code: row.role, name: row.role, description: null }),
        ),
    }));
  }

  async function set(entry: { site: number; userId: number; roles: readonly string[] }) {
    const { site, userId } = entry;
    const roles = [...new Set(entry.roles)];
    const { tableName } = strapi.db.metadata.get(UID.siteUser);
    const wanted = roles.map((role) => toRow({ site, userId, role }));
    await strapi.db.transaction(async ({ trx }) => {
      await rows().deleteMany({ where: { siteId: site, userId, role: { $notIn: roles } } });
      // Two people may give the same role at the same moment.
      const table = strapi.db.getConnection(tableName).transacting(trx);
      if (wanted.length > 0) await table.insert(wanted).onConflict('key').ignore();
    });
    await changed();
  }

  type Assignment = { site: number; userId: number; roles: readonly string[] };

  /** Checks user and roles, and gives nobody the whole network. */
  async function assign(entry: Assignment): Promise<Member> {
    const user = await readUser(entry.userId);
    await assertRoles(entry.roles);
    if (entry.roles.includes(SUPER_ADMIN)) throw errors.ROLE_NOT_ALLOWED();
    await set(entry);
    await service(strapi, 'audit').record({
      action: 'member-set',
      site: entry.site,
      subject: `${user.email}: ${entry.roles.join(', ')}`,
    });
    const member = (await list(entry.site)).find((one) => one.user.id === entry.userId);
    if (!member) throw errors.MEMBER_NOT_FOUND();
    return member;
  }

  async function rolesOn(site: number, userId: number): Promise<string[]> {
    const found: { role: string }[] = await rows().findMany({ where: { siteId: site, userId } });
    return found.map(({ role }) => role);
  }

  return {
    list,

    /** Replaces the roles of one person on one site. For code that knows what it does. */
    set,

    /** The same for people. */
    assign,

    /** For several people, on several sites: all or none. */
    assignMany: ({
      userIds,
      alsoOn = [],
      ...entry
    }: Omit<Assignment, 'userId'> & {
      userIds: readonly number[];
      /** Here they keep the roles they have. */
      alsoOn?: readonly number[];
    }) =>
      strapi.db.transaction(async () => {
        const given: Member[] = [];
        for (const userId of userIds) {
          given.push(await assign({ ...entry, userId }));
          for (const site of alsoOn) {
            const roles = [...(await rolesOn(site, userId)), ...entry.roles];
            await assign({ site, userId, roles: [...new Set(roles)] });
          }
        }
        return given;
      }),

    /** One more role. */
    async add({ site, userId, role }: { site: number; userId: number; role: string }) {
      const memberships = await service(strapi, 'state').membershipsOf(userId);
      await set({ site, userId, roles: [...(memberships.get(site) ?? []), role] });
    },

    async remove({ site, userId }: { site: number; userId: number }) {
      const { count } = await rows().deleteMany({ where: { siteId: site, userId } });
      if (count === 0) throw errors.MEMBER_NOT_FOUND();
      await changed();
      const user = await readUser(userId).catch(() => null);
      const subject = user?.email ?? String(userId);
      await service(strapi, 'audit').record({ action: 'member-remove', site, subject });
    },

    /** Roles that can be given on a site: all but the one that stands above sites. */
    async roles(): Promise<RoleSummary[]> {
      return (await readRoles()).filter((role) => role.code !== SUPER_ADMIN).map(toRole);
    },

    /** Names of people, by id; whoever does not exist is left out. */
    async describe(ids: readonly number[]): Promise<Map<number, AdminUserSummary>> {
      const users: UserRow[] = await strapi.db
        .query('admin::user')
        .findMany({ where: { id: { $in: [...ids] } } });
      return new Map(users.map((user) => [user.id, toSummary(user)]));
    },

    /** Makes the four ready-made roles, where they are missing. */
    ensureRoles: () => createOfferedRoles(strapi),

    /**
     * People to choose from. Who sees the whole network may search; who runs one site has to know
     * the whole address, so that nobody can list the staff of other sites.
     */
    async findUsers(text: string, mayBrowse: boolean): Promise<AdminUserSummary[]> {
      if (!mayBrowse && !text.includes('@')) return [];
      const match = { $containsi: text };
      const where = mayBrowse
        ? { $or: [{ email: match }, { firstname: match }, { lastname: match }] }
        : { email: { $eqi: text } };
      const users: UserRow[] = await strapi.db.query('admin::user').findMany({
        where,
        orderBy: [{ firstname: 'asc' }, { id: 'asc' }],
        limit: USER_SEARCH_LIMIT,
      });
      return users.map(toSummary);
    },
  };
};

/** A whole row, because Strapi's export expects its own columns to be filled. */
function toRow({ site, userId, role }: { site: number; userId: number; role: string }) {
  const key = naturalKey([site, userId, role]);
  const now = new Date();
  return {
    key,
    document_id: key.slice(0, 24),
    site_id: site,
    user_id: userId,
    role,
    created_at: now,
    updated_at: now,
    published_at: now,
  };
}

const toRole = ({ code, name, description }: RoleRow): RoleSummary => ({
  code,
  name,
  description: description ?? '',
});

const toSummary = (user: UserRow): AdminUserSummary => ({
  id: user.id,
  name: [user.firstname, user.lastname].filter(Boolean).join(' ') || user.email,
  email: user.email,
  isActive: user.isActive === true,
});
