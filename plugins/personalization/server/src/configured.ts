import type { Core } from '@strapi/strapi';
import { runUnscoped } from 'suite-kit/server';
import { UID } from '../../shared/plugin';

/** Rows that are there only after somebody made or sent something. */
const MADE = [
  UID.rule,
  UID.audience,
  UID.variant,
  UID.browserKey,
  UID.profile,
  UID.event,
  UID.model,
] as const;
const VISITOR_PERMISSION = 'plugin::users-permissions.permission';

/**
 * Whether somebody has begun to use the plugin: a rule, an audience, a variant, a browser key, a
 * visitor, a trained model, saved settings, or visitors who may ask its endpoints. The row of
 * settings alone does not count: a start makes it, for the key of the pseudonyms.
 */
export function isConfigured(strapi: Core.Strapi): Promise<boolean> {
  const one = async (uid: string, where: object = {}) =>
    (await strapi.db.query(uid).findOne({ where, select: ['id'] })) !== null;

  return runUnscoped(strapi, async () => {
    for (const uid of MADE) if (await one(uid)) return true;
    const settings = (await strapi.db
      .query(UID.setting)
      .findMany({ select: ['data'], limit: 5_000 })) as { data: object | null }[];
    if (settings.some(({ data }) => Object.keys(data ?? {}).length > 0)) return true;
    return (
      'users-permissions' in strapi.plugins &&
      one(VISITOR_PERMISSION, { action: { $startsWith: 'plugin::personalization.public.' } })
    );
  });
}
