import type { Core } from '@strapi/strapi';
import { rowsOf, siteScope, siteNumberFor, NO_SITE } from 'suite-kit/server';
import type { Usage } from '../../../shared/contracts/suggestions';
import { UID } from '../../../shared/plugin';
import { COST_UNITS, monthOf } from './budget';
import { service } from './service';

type BudgetRow = { month: string; spent: number; calls: number };
type SuggestionRow = {
  task: string;
  state: string;
  provider: string;
  model: string;
  tokensIn: number | null;
  tokensOut: number | null;
  cost: number | null;
  createdAt: string;
};
const MAX_ROWS = 50_000;

/** What models did and cost. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(months: number): Promise<Usage> {
    const from = new Date();
    from.setUTCDate(1);
    from.setUTCMonth(from.getUTCMonth() - months + 1);
    from.setUTCHours(0, 0, 0, 0);
    const budgets = await rowsOf<BudgetRow>(strapi, UID.budget).findMany({
      where: { userId: 0, month: { $gte: monthOf(from) } },
    });
    const made = await rowsOf<SuggestionRow>(strapi, UID.suggestion).findMany({
      where: { createdAt: { $gte: from } },
      select: ['task', 'state', 'provider', 'model', 'tokensIn', 'tokensOut', 'cost', 'createdAt'],
      limit: MAX_ROWS,
    });

    const perMonth = new Map<string, { calls: number; tokens: number; cost: number }>();
    for (let at = 0; at < months; at += 1) {
      const month = new Date(from);
      month.setUTCMonth(month.getUTCMonth() + at);
      perMonth.set(monthOf(month), { calls: 0, tokens: 0, cost: 0 });
    }
    for (const { month, spent, calls } of budgets) {
      const sum = perMonth.get(month);
      if (!sum) continue;
      sum.cost += spent / COST_UNITS;
      sum.calls += calls;
    }
    const tasks = new Map<string, { made: number; accepted: number }>();
    const providers = new Map<
      string,
      { provider: string; model: string; made: number; tokens: number; cost: number }
    >();
    for (const row of made) {
      const tokens = (row.tokensIn ?? 0) + (row.tokensOut ?? 0);
      const month = perMonth.get(monthOf(new Date(row.createdAt)));
      if (month) month.tokens += tokens;
      const task = tasks.get(row.task) ?? { made: 0, accepted: 0 };
      task.made += 1;
      if (row.state === 'accepted' || row.state === 'edited') task.accepted += 1;
      tasks.set(row.task, task);
      const key = `${row.provider} ${row.model}`;
      const provider = providers.get(key) ?? {
        provider: row.provider,
        model: row.model,
        made: 0,
        tokens: 0,
        cost: 0,
      };
      provider.made += 1;
      provider.tokens += tokens;
      provider.cost += (row.cost ?? 0) / COST_UNITS;
      providers.set(key, provider);
    }

    const isNetwork = siteScope(strapi).kind === 'network';
    const site = isNetwork ? NO_SITE : siteNumberFor(strapi);
    const { monthlyBudget } = await service(strapi, 'settings').values(site);
    return {
      months: [...perMonth].map(([month, sum]) => ({ month, ...sum })),
      byTask: [...tasks].map(([task, sum]) => ({ task, ...sum })),
      byProvider: [...providers.values()],
      spent: perMonth.get(monthOf(new Date()))?.cost ?? 0,
      // The network view adds up sites, each with a limit of its own.
      limit: isNetwork ? null : monthlyBudget,
    };
  },
});
