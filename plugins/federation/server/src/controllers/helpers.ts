import type { Ctx } from 'suite-kit/server';

type User = { firstname?: string | null; lastname?: string | null; email?: string };

/** Who does it, as people know each other. */
export function actorOf(ctx: Ctx): string {
  const user = ctx.state.user as User | undefined;
  return [user?.firstname, user?.lastname].filter(Boolean).join(' ') || (user?.email ?? '');
}
