import { ADMINS, PASSWORD, READERS } from '../../fixtures/generate/logins.mjs';
import { sendJson } from './http.mjs';

const bearer = (token) => ({ Authorization: `Bearer ${token}` });

const logIn = async ({ port, path, body, token }) => {
  const { status, json } = await sendJson({ port, method: 'POST', path, body });
  if (status !== 200) throw new Error(`${path} answered ${status}: ${JSON.stringify(json)}`);
  return bearer(token(json));
};

/** The headers of everyone who asks: logged in over HTTP, as people and machines do it. */
export async function logInActors({ port, tokens }) {
  const actors = {
    anonymous: {},
    badJwt: bearer('not.a.token'),
    badToken: bearer('0123456789abcdef'),
    fullAccess: bearer(tokens.fullAccess),
    readOnly: bearer(tokens.readOnly),
    custom: bearer(tokens.custom),
  };
  for (const [name, { email }] of Object.entries(READERS)) {
    actors[name] = await logIn({
      port,
      path: '/api/auth/local',
      body: { identifier: email, password: PASSWORD },
      token: (json) => json.jwt,
    });
  }
  for (const [name, { email }] of Object.entries(ADMINS)) {
    actors[name] = await logIn({
      port,
      path: '/admin/login',
      body: { email, password: PASSWORD },
      token: (json) => json.data.token,
    });
  }
  return actors;
}
