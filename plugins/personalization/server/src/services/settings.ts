import type { Core } from '@strapi/strapi';
import { naturalKey, rowsOf, siteNumberFor, siteScope } from 'suite-kit/server';
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/contracts/settings';
import { UID } from '../../../shared/plugin';
import { service } from './service';
import type { SettingRow } from './types';

/** What a site has decided. In the network view a site has to be named. */
const settings = ({ strapi }: { strapi: Core.Strapi }) => ({
  async read(site?: number): Promise<Settings> {
    const scope = siteScope(strapi);
    const state = service(strapi, 'state');
    const found =
      scope.kind === 'network' && site !== undefined ? await state.fresh(site) : await state.now();
    return found?.settings ?? DEFAULT_SETTINGS;
  },

  async update({
    site,
    ...changes
  }: { site?: number | undefined } & {
    [K in keyof Settings]?: Settings[K] | undefined;
  }): Promise<Settings> {
    const number = siteNumberFor(strapi, site);
    const state = service(strapi, 'state');
    const known = await state.fresh(number);
    const rows = rowsOf<SettingRow>(strapi, UID.setting);
    const key = naturalKey(['setting', number]);
    const row = await rows.findOne({ key });
    const data = { ...DEFAULT_SETTINGS, ...known?.settings, ...changes };
    if (row) await rows.update({ key }, { data });
    // With the key that its pseudonyms were made with so far.
    else if (known) await rows.create({ site: number, key, data, secret: known.secret });
    await state.changed();
    return state.of(number)?.settings ?? DEFAULT_SETTINGS;
  },
});

export default settings;
