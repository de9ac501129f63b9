import type { Core } from '@strapi/strapi';
import { errors } from '../errors';
import { isNetworkRequest } from '../isolation/callers';

/** For what acts on all sites at once. Access: fails closed. */
const networkOnly = async (
  ctx: Parameters<typeof isNetworkRequest>[1],
  _config: unknown,
  { strapi }: { strapi: Core.Strapi },
): Promise<boolean> => {
  if (await isNetworkRequest(strapi, ctx)) return true;
  throw errors.NETWORK_ONLY();
};

export default { 'network-only': networkOnly };
