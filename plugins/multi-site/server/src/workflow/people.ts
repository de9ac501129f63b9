import type { Core } from '@strapi/strapi';
import type { Ctx } from 'suite-kit/server';
import type { TaskPerson } from '../../../shared/contracts/tasks';
import type { Mover } from '../core/workflow';
import { findCaller } from '../isolation/callers';
import { SUPER_ADMIN } from '../isolation/strapi-parts';
import { service } from '../services/service';

export type SignedIn = {
  id: number;
  firstname?: string | null;
  lastname?: string | null;
  email: string;
};

export const nameOf = ({ firstname, lastname, email }: Omit<SignedIn, 'id'>): string =>
  [firstname, lastname].filter(Boolean).join(' ') || email;

export const signedIn = (ctx: Ctx) => ctx.state.user as SignedIn;

/** Who is behind the running request; null for programs and visitors. */
export function personOf(strapi: Core.Strapi): TaskPerson | null {
  const ctx = strapi.requestContext.get();
  const auth = ctx?.state.auth as { strategy?: { name?: string } } | undefined;
  if (!ctx || auth?.strategy?.name !== 'admin') return null;
  const user = signedIn(ctx);
  return { id: user.id, name: nameOf(user) };
}

/** The roles a person has on a site; who sees the whole network brings the own ones. */
export async function moverOf(strapi: Core.Strapi, ctx: Ctx, site: number): Promise<Mover> {
  const { id } = signedIn(ctx);
  const memberships = await service(strapi, 'state').membershipsOf(id);
  const caller = await findCaller(strapi, ctx);
  const own = caller.kind === 'admin' && caller.isNetwork ? await ownRoles(strapi, id) : [];
  const roles = new Set([...(memberships.get(site) ?? []), ...own]);
  return { roles, isSuperAdmin: own.includes(SUPER_ADMIN) };
}

async function ownRoles(strapi: Core.Strapi, id: number): Promise<string[]> {
  const user: { roles?: { code: string }[] } | null = await strapi.db
    .query('admin::user')
    .findOne({ where: { id }, populate: ['roles'] });
  return (user?.roles ?? []).map(({ code }) => code);
}

/** Whom a task can be given to: the site's members and those who stand above the sites. */
export async function peopleOf(strapi: Core.Strapi, site: number): Promise<TaskPerson[]> {
  const members = await service(strapi, 'members').list(site);
  const above: SignedIn[] = await strapi.db.query('admin::user').findMany({
    where: { isActive: true, roles: { code: SUPER_ADMIN } },
    orderBy: { id: 'asc' },
  });
  const people = new Map<number, TaskPerson>();
  for (const { user } of members) {
    if (user.isActive) people.set(user.id, { id: user.id, name: user.name });
  }
  for (const user of above) people.set(user.id, { id: user.id, name: nameOf(user) });
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name) || a.id - b.id);
}
