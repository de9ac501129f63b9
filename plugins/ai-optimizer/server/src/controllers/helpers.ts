import type { Ctx } from 'suite-kit/server';
import { errors } from '../errors';
import type { Person } from '../services/suggestions';

type Ability = { can(action: string, subject: string, field?: string): boolean };
type AdminUser = { id: number; firstname?: string | null; lastname?: string | null; email: string };

const READ = 'plugin::content-manager.explorer.read';
const UPDATE = 'plugin::content-manager.explorer.update';
const CREATE = 'plugin::content-manager.explorer.create';

const abilityOf = (ctx: Ctx) => ctx.state.userAbility as Ability;

/** Types of which the signed-in person may see entries. */
export const readableOf = (ctx: Ctx, uids: readonly string[]): string[] =>
  uids.filter((uid) => abilityOf(ctx).can(READ, uid));

/** @throws ENTRY_NOT_FOUND, as for an entry that is not there. */
export function assertReadable(ctx: Ctx, uid: string) {
  if (!abilityOf(ctx).can(READ, uid)) throw errors.ENTRY_NOT_FOUND();
}

/** Strapi names fields without the places in lists, and a dynamic zone as a whole. */
const namesOf = (path: string) => {
  const plain = path.split('.').filter((part) => !/^\d+$/.test(part));
  return [plain.join('.'), plain[0] ?? ''];
};

/** @throws FIELD_NOT_EDITABLE unless the person may write this field. */
export function assertEditable(ctx: Ctx, uid: string, field: string) {
  const ability = abilityOf(ctx);
  const [whole = '', top = ''] = namesOf(field);
  const may = (action: string) =>
    field === ''
      ? ability.can(action, uid)
      : ability.can(action, uid, whole) || ability.can(action, uid, top);
  if (!may(UPDATE) && !may(CREATE)) throw errors.FIELD_NOT_EDITABLE();
}

export const canDo = (ctx: Ctx, action: string) =>
  (ctx.state.userAbility as { can(action: string): boolean }).can(action);

export function personOf(ctx: Ctx): Person {
  const { id, firstname, lastname, email } = ctx.state.user as AdminUser;
  return { id, name: [firstname, lastname].filter(Boolean).join(' ') || email };
}

/** Ends when the browser is gone: nobody waits for the answer any more. */
export function signalOf(ctx: Ctx): AbortSignal {
  const controller = new AbortController();
  ctx.res.once('close', () => {
    if (!ctx.res.writableFinished) controller.abort();
  });
  return controller.signal;
}
