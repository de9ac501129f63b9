import type { Core } from '@strapi/strapi';
import { createSecretBox } from 'suite-kit/server';
import type { z } from '@strapi/utils';
import type { Channel, channelBody } from '../../../shared/contracts/alerts';
import { UID } from '../../../shared/plugin';
import { hintOf } from '../core/payload';
import { errors } from '../errors';
import { ownedRows } from './owned-rows';

type Body = z.infer<typeof channelBody>;
type Row = {
  documentId: string;
  name: string;
  kind: Channel['kind'];
  isEnabled: boolean;
  site: number;
  isNetwork: boolean | null;
  isSample: boolean | null;
  target: string;
  secret: string | null;
};

export type OpenChannel = Pick<Row, 'name' | 'kind'> & {
  id: string;
  target: string;
  secret: string | null;
};

const EMAIL = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/;

/** Where alerts go. Addresses are sealed, because a Slack address is a password. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = () => ownedRows<Row>(strapi, UID.channel);
  const box = () => createSecretBox(strapi);

  function checkTarget(kind: Channel['kind'], target: string) {
    if (kind === 'email') {
      if (!EMAIL.test(target)) throw errors.BAD_EMAIL();
      return;
    }
    if (!URL.canParse(target) || !/^https?:$/.test(new URL(target).protocol))
      throw errors.BAD_ADDRESS();
  }

  async function get(id: string): Promise<Row> {
    const row = await rows().findOne({ documentId: id });
    if (!row) throw errors.CHANNEL_NOT_FOUND();
    return row;
  }

  const toChannel = (row: Row): Channel => ({
    id: row.documentId,
    name: row.name,
    kind: row.kind,
    isEnabled: row.isEnabled,
    hint: hintOfRow(row),
    hasSecret: row.secret !== null,
    isNetwork: row.isNetwork === true,
    isSample: row.isSample === true,
  });

  /** A changed key must not hide the list: then only the address is unknown. */
  function hintOfRow(row: Row): string {
    try {
      return hintOf(row.kind, box().open(row.target));
    } catch {
      return '…';
    }
  }

  return {
    async list(): Promise<Channel[]> {
      return (await rows().findMany({ orderBy: { name: 'asc' } })).map(toChannel);
    },

    async create(body: Body): Promise<Channel> {
      const { target, secret, ...rest } = body;
      if (target === undefined) throw errors.TARGET_REQUIRED();
      checkTarget(body.kind, target);
      const sealed = secret ? box().seal(secret) : null;
      const data = { ...rest, target: box().seal(target), secret: sealed, isSample: false };
      return toChannel(await rows().create(data));
    },

    async change(id: string, body: Body): Promise<Channel> {
      const before = await get(id);
      const { target, secret, site: _site, ...rest } = body;
      // Another kind means another kind of address.
      if (target === undefined && body.kind !== before.kind) throw errors.TARGET_REQUIRED();
      if (target !== undefined) checkTarget(body.kind, target);
      await rows().update(
        { documentId: id },
        {
          ...rest,
          ...(target !== undefined && { target: box().seal(target) }),
          ...(secret !== undefined && { secret: secret === null ? null : box().seal(secret) }),
        },
      );
      return toChannel(await get(id));
    },

    async remove(id: string): Promise<void> {
      await get(id);
      const users: { channels: string[] | null }[] = await strapi.db
        .query(UID.rule)
        .findMany({ select: ['channels'] });
      if (users.some(({ channels }) => channels?.includes(id))) throw errors.CHANNEL_IN_USE();
      await rows().deleteMany({ documentId: id });
    },

    /** @throws UNKNOWN_CHANNEL for an id this request cannot see. */
    async assertAll(ids: readonly string[]): Promise<void> {
      const known = new Set((await rows().findMany()).map(({ documentId }) => documentId));
      if (ids.some((id) => !known.has(id))) throw errors.UNKNOWN_CHANNEL();
    },

    /** With its address, for sending. Null when it is gone or switched off. */
    async open(id: string): Promise<OpenChannel | null> {
      const row: Row | null = await strapi.db
        .query(UID.channel)
        .findOne({ where: { documentId: id } });
      if (!row?.isEnabled) return null;
      const { documentId, name, kind, target, secret } = row;
      return {
        id: documentId,
        name,
        kind,
        target: box().open(target),
        secret: secret === null ? null : box().open(secret),
      };
    },

    get,
    toChannel,
  };
};
