import type { Core } from '@strapi/strapi';
import type { z } from '@strapi/utils';
import type { Silence, silenceBody } from '../../../shared/contracts/alerts';
import { UID } from '../../../shared/plugin';
import { errors } from '../errors';
import { ownedRows } from './owned-rows';
import type { RuleRow } from './rules';
import { service } from './service';

type Row = {
  documentId: string;
  rule: string | null;
  site: number;
  isNetwork: boolean | null;
  startsAt: string | number;
  endsAt: string | number;
  comment: string | null;
  author: string | null;
};

const MINUTE_MS = 60_000;

/** Times in which alerts are recorded and shown, but nobody is told. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = () => ownedRows<Row>(strapi, UID.silence);

  function toSilence(row: Row, names: ReadonlyMap<string, string>): Silence {
    const now = Date.now();
    const startsAt = Number(row.startsAt);
    const endsAt = Number(row.endsAt);
    return {
      id: row.documentId,
      rule: row.rule,
      ruleName: row.rule === null ? null : (names.get(row.rule) ?? null),
      startsAt,
      endsAt,
      comment: row.comment ?? '',
      author: row.author,
      isActive: startsAt <= now && now < endsAt,
    };
  }

  async function ruleNames(): Promise<Map<string, string>> {
    const rules = await service(strapi, 'rules').list();
    return new Map(rules.map(({ id, name }) => [id, name]));
  }

  return {
    /** Those that are not over. */
    async list(): Promise<Silence[]> {
      const names = await ruleNames();
      const found = await rows().findMany({
        where: { endsAt: { $gt: Date.now() } },
        orderBy: { endsAt: 'asc' },
      });
      return found.map((row) => toSilence(row, names));
    },

    async create(body: z.infer<typeof silenceBody>, author: string): Promise<Silence> {
      if (body.rule !== null) await service(strapi, 'rules').get(body.rule);
      const startsAt = body.startsAt ?? Date.now();
      const { rule, comment, site } = body;
      const row = await rows().create({
        rule,
        comment,
        author,
        startsAt,
        endsAt: startsAt + body.minutes * MINUTE_MS,
        isSample: false,
        ...(site !== undefined && { site }),
      });
      return toSilence(row, await ruleNames());
    },

    async remove(id: string): Promise<void> {
      const { count } = await rows().deleteMany({ documentId: id });
      if (count === 0) throw errors.SILENCE_NOT_FOUND();
    },

    /** Whether somebody asked for quiet about this rule now. Not for requests. */
    async covers(rule: RuleRow, now: number): Promise<boolean> {
      const active: Row[] = await strapi.db.query(UID.silence).findMany({
        where: { startsAt: { $lte: now }, endsAt: { $gt: now } },
      });
      return active.some((silence) => {
        if (silence.rule !== null) return silence.rule === rule.documentId;
        return (
          silence.isNetwork === true || (rule.isNetwork !== true && silence.site === rule.site)
        );
      });
    },

    prune: (before: number) =>
      strapi.db.query(UID.silence).deleteMany({ where: { endsAt: { $lt: before } } }),
  };
};
