import type { Core } from '@strapi/strapi';
import { siteScope } from 'suite-kit/server';
import type { Rule, RuleBody } from '../../../shared/contracts/alerts';
import { UID } from '../../../shared/plugin';
import { errors } from '../errors';
import { ownedRows } from './owned-rows';
import { service } from './service';

export type RuleRow = Omit<RuleBody, 'site' | 'filters' | 'channels'> & {
  id: number;
  documentId: string;
  site: number;
  isNetwork: boolean | null;
  isSample: boolean | null;
  filters: RuleBody['filters'] | null;
  channels: string[] | null;
  createdAt: string;
  updatedAt: string;
};

/** Alert rules: what is watched, when it is bad, who is told. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = () => ownedRows<RuleRow>(strapi, UID.rule);

  async function get(id: string): Promise<RuleRow> {
    const row = await rows().findOne({ documentId: id });
    if (!row) throw errors.RULE_NOT_FOUND();
    return row;
  }

  async function toRules(list: readonly RuleRow[]): Promise<Rule[]> {
    const states = await service(strapi, 'events').statesOf(list.map((row) => row.documentId));
    return list.map((row) => toRule(row, states.get(row.documentId) ?? 'ok'));
  }

  async function one(row: RuleRow): Promise<Rule> {
    const [rule] = await toRules([row]);
    if (!rule) throw errors.RULE_NOT_FOUND();
    return rule;
  }

  return {
    get,

    async list(): Promise<Rule[]> {
      return toRules(await rows().findMany({ orderBy: { name: 'asc' } }));
    },

    find: async (id: string) => one(await get(id)),

    async create(body: RuleBody): Promise<Rule> {
      await service(strapi, 'channels').assertAll(body.channels);
      return one(await rows().create({ ...body, isSample: false }));
    },

    async change(id: string, body: RuleBody): Promise<Rule> {
      await get(id);
      await service(strapi, 'channels').assertAll(body.channels);
      const { site: _site, ...data } = body;
      await rows().update({ documentId: id }, data);
      // What it said before was about another condition.
      await service(strapi, 'events').forgetPending(id);
      return one(await get(id));
    },

    async remove(id: string): Promise<void> {
      await get(id);
      await rows().deleteMany({ documentId: id });
      await service(strapi, 'events').endOf(id);
    },

    /** All that are evaluated, of every site. Not for requests. */
    async enabled(): Promise<RuleRow[]> {
      return strapi.db
        .query(UID.rule)
        .findMany({ where: { isEnabled: true }, orderBy: { id: 'asc' } });
    },

    /** A rule that is not stored yet, to try it. */
    draft(body: RuleBody): RuleRow {
      const scope = siteScope(strapi);
      const site = scope.kind === 'site' ? scope.number : (body.site ?? 0);
      const isNetwork = scope.kind !== 'site' && body.site === undefined;
      const now = new Date().toISOString();
      return {
        ...body,
        id: 0,
        documentId: '',
        site,
        isNetwork,
        isSample: false,
        createdAt: now,
        updatedAt: now,
      };
    },
  };
};

function toRule(row: RuleRow, state: Rule['state']): Rule {
  return {
    id: row.documentId,
    name: row.name,
    isEnabled: row.isEnabled,
    severity: row.severity,
    condition: row.condition,
    filters: row.filters ?? {},
    groupBy: row.groupBy,
    forSeconds: row.forSeconds,
    keepFiringForSeconds: row.keepFiringForSeconds,
    noData: row.noData,
    repeatMinutes: row.repeatMinutes,
    channels: row.channels ?? [],
    note: row.note,
    site: row.site,
    isNetwork: row.isNetwork === true,
    isSample: row.isSample === true,
    state,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}
