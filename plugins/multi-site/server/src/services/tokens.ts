import type { Core } from '@strapi/strapi';
import type { TokenBinding } from '../../../shared/contracts/tokens';
import { NETWORK, UID } from '../../../shared/plugin';
import { errors } from '../errors';
import { service } from './service';

type TokenRow = { id: number; name: string; type: string | null; lastUsedAt: string | null };
type BindingRow = { tokenId: number; siteId: number | null };

/** Which site an API token opens. The token's own permissions are Strapi's business. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const bindings = () => strapi.db.query(UID.siteToken);

  async function readToken(tokenId: number): Promise<TokenRow> {
    const token = await strapi.db.query('admin::api-token').findOne({ where: { id: tokenId } });
    if (!token) throw errors.TOKEN_NOT_FOUND();
    return token;
  }

  async function toBinding(token: TokenRow, row: BindingRow | null): Promise<TokenBinding> {
    const { sites } = await service(strapi, 'state').fresh();
    const bound = row?.siteId ? (sites.get(row.siteId)?.id ?? null) : null;
    return {
      tokenId: token.id,
      name: token.name,
      type: token.type ?? 'custom',
      site: row && row.siteId === null ? NETWORK : bound,
      lastUsedAt: token.lastUsedAt,
    };
  }

  return {
    countOn: (site: number): Promise<number> => bindings().count({ where: { siteId: site } }),

    async list(): Promise<TokenBinding[]> {
      const tokens: TokenRow[] = await strapi.db
        .query('admin::api-token')
        .findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }] });
      const rows: BindingRow[] = await bindings().findMany();
      const byToken = new Map(rows.map((row) => [row.tokenId, row]));
      return Promise.all(tokens.map((token) => toBinding(token, byToken.get(token.id) ?? null)));
    },

    /** `site` null takes the binding away: the token then opens nothing. */
    async bind({ tokenId, site }: { tokenId: number; site: number | 'network' | null }) {
      const token = await readToken(tokenId);
      const where = { tokenId };
      await bindings().deleteMany({ where });
      const data = { tokenId, siteId: site === 'network' ? null : site };
      if (site !== null) await bindings().create({ data });
      await service(strapi, 'state').changed();
      return toBinding(token, await bindings().findOne({ where }));
    },
  };
};
