import type { Core } from '@strapi/strapi';
import { STATE_KEY } from '../services/context';
import { service } from '../services/service';
import { findOwnedTokenCaller } from './callers';
import { isAuthenticating, settledFor } from './settle';
import { ownedTokensOf } from './strapi-parts';

/**
 * MCP authenticates inside its own handler, after the site of the request was settled as that of
 * a visitor. So the site is settled again here, by the token: its tools then see what that token
 * sees everywhere else. A token without a site is refused. Access: fails closed.
 */
export function installMcpLayer(strapi: Core.Strapi): () => void {
  const tokens = ownedTokensOf(strapi);
  if (!tokens) return () => undefined;
  const { authenticateAdminToken } = tokens;

  tokens.authenticateAdminToken = async function (accessKey) {
    const answer = await authenticateAdminToken.call(this, accessKey);
    const ctx = strapi.requestContext.get();
    const { isActive } = await service(strapi, 'state').fresh();
    // A request that Strapi itself authenticates is settled afterwards, by the same rules.
    const isSettled = ctx !== undefined && STATE_KEY in ctx.state && !isAuthenticating(ctx);
    if (!answer.authenticated || !isActive || !isSettled) return answer;
    const { credentials, user } = answer;
    const caller = await findOwnedTokenCaller(strapi, ctx, {
      tokenId: credentials.id,
      owner: user,
    });
    const settled = await settledFor(strapi, ctx, caller);
    ctx.state[STATE_KEY] = settled;
    if (settled.kind !== 'unsettled') return answer;
    return { authenticated: false, error: settled.reason() };
  };
  return () => {
    tokens.authenticateAdminToken = authenticateAdminToken;
  };
}
