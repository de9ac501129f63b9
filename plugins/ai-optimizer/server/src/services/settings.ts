import type { Core } from '@strapi/strapi';
import { createSecretBox, naturalKey, NO_SITE, siteNumberFor, siteScope } from 'suite-kit/server';
import { DEFAULT_WEIGHTS, languageOf, type Term } from '../../../shared/analysis';
import {
  settingsValues,
  type Settings,
  type SettingsBody,
  type SettingsValues,
} from '../../../shared/contracts/settings';
import { UID } from '../../../shared/plugin';
import { errors } from '../errors';
import { service } from './service';

type Row = { id: number; values: unknown; sealedKey: string | null };

/** Settings of a site, or of all sites that have none of their own (site 0). */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const box = createSecretBox(strapi);
  const rows = () => strapi.db.query(UID.setting);
  const keyOf = (site: number) => naturalKey(['setting', site]);
  // By key, not by site: the row of site 0 speaks for sites that have none of their own.
  const rowOf = (site: number): Promise<Row | null> =>
    rows().findOne({ where: { key: keyOf(site) } });
  const environmentKey = () => process.env.OPENAI_API_KEY || null;

  async function effective(site: number): Promise<{ row: Row | null; values: SettingsValues }> {
    const row = (await rowOf(site)) ?? (await rowOf(NO_SITE));
    const parsed = settingsValues.safeParse(row?.values ?? {});
    return { row, values: parsed.success ? parsed.data : settingsValues.parse({}) };
  }

  /** For whom the caller sets: the own site, in the network view the named one or all. */
  const targetSite = (site?: number) =>
    siteScope(strapi).kind === 'network' ? (site ?? NO_SITE) : siteNumberFor(strapi, site);

  return {
    targetSite,

    values: async (site: number): Promise<SettingsValues> => (await effective(site)).values,

    /** Of the words to use and to avoid, those for a language. */
    termsFor: (values: SettingsValues, locale: string): Term[] =>
      values.terms.filter((term) => !term.locale || languageOf(term.locale) === languageOf(locale)),

    /** The key for calls; it leaves this service only into the provider. */
    async apiKey(site: number): Promise<string | null> {
      const { row } = await effective(site);
      return row?.sealedKey ? box.open(row.sealedKey) : environmentKey();
    },

    async find(site?: number): Promise<Settings> {
      const target = targetSite(site);
      const { row, values } = await effective(target);
      const hasStored = Boolean(row?.sealedKey);
      return {
        values,
        hasKey: hasStored || environmentKey() !== null,
        keySource: hasStored ? 'stored' : environmentKey() ? 'environment' : null,
        canStoreKey: box.isAvailable(),
        defaultWeights: { ...DEFAULT_WEIGHTS },
        spent: await service(strapi, 'budget').spent(target),
      };
    },

    async save({ values, apiKey }: SettingsBody, site?: number): Promise<Settings> {
      const target = targetSite(site);
      const key = keyOf(target);
      const { row: shown, values: former } = await effective(target);
      // Whoever may set the address could otherwise send a key, which nobody may read, to himself.
      const hasMoved = former.baseUrl !== values.baseUrl;
      const hasKey = Boolean(shown?.sealedKey) || environmentKey() !== null;
      if (hasMoved && hasKey && apiKey === undefined) throw errors.KEY_FOR_OTHER_ADDRESS();
      const sealedKey =
        apiKey === undefined
          ? (shown?.sealedKey ?? null)
          : apiKey === null
            ? null
            : box.seal(apiKey);
      const data = { key, site: target, values, sealedKey };
      const own = await rowOf(target);
      if (own) await rows().update({ where: { key }, data });
      else await rows().create({ data });
      return this.find(site);
    },
  };
};
