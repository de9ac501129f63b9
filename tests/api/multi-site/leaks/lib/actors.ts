import type { Core } from '@strapi/strapi';
import { createApiToken, grantPublic, type Client } from '../../../../harness';
import type { Stage } from './stage';

/** Everybody who stands on the site `home` and nowhere else. */
export type Actors = {
  owner: Client;
  editor: Client;
  viewer: Client;
  fullToken: Client;
  readToken: Client;
  frontendUser: Client;
  anonymous: Client;
};
export type ActorName = keyof Actors;

const TYPES = ['article', 'author', 'category', 'tag', 'page', 'vault'];
const METHODS = ['find', 'findOne', 'create', 'update', 'delete'];
const OPEN = [
  ...TYPES.flatMap((type) => METHODS.map((method) => `api::${type}.${type}.${method}`)),
  'api::navigation.navigation.find',
  'api::vault.vault.raw',
  ...['find', 'findOne', 'upload', 'destroy'].map(
    (action) => `plugin::upload.content-api.${action}`,
  ),
  ...['find', 'findOne', 'current', 'content'].map(
    (name) => `plugin::multi-site.public-sites.${name}`,
  ),
];

/** Front-end users and visitors may do everything with content: only the border is left. */
export async function castActors({ app, cast, home }: Stage): Promise<Actors> {
  await grantPublic(app.strapi, OPEN);
  await grantAuthenticated(app.strapi, OPEN);
  const jwt = await logInFrontendUser(app.strapi, app);
  return {
    owner: cast.siteOwner,
    editor: cast.siteEditor,
    viewer: cast.siteViewer,
    fullToken: cast.fullToken,
    readToken: cast.readToken,
    frontendUser: app.with({ token: jwt, host: home.domain }),
    anonymous: cast.anonymous,
  };
}

async function roleId(strapi: Core.Strapi, type: string): Promise<number> {
  const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type } });
  return role.id;
}

async function grantAuthenticated(strapi: Core.Strapi, actions: readonly string[]) {
  const role = await roleId(strapi, 'authenticated');
  const permissions = strapi.db.query('plugin::users-permissions.permission');
  for (const action of actions) {
    const exists = await permissions.findOne({ where: { action, role } });
    if (!exists) await permissions.create({ data: { action, role } });
  }
}

async function logInFrontendUser(strapi: Core.Strapi, client: Client): Promise<string> {
  const credentials = { email: 'reader@example.test', password: 'Reader-Password-1' };
  await strapi
    .plugin('users-permissions')
    .service('user')
    .add({
      ...credentials,
      username: 'reader',
      provider: 'local',
      confirmed: true,
      blocked: false,
      role: await roleId(strapi, 'authenticated'),
    });
  const answer = await client.post<{ jwt: string }>('/api/auth/local', {
    identifier: credentials.email,
    password: credentials.password,
  });
  if (answer.status !== 200) throw new Error(`Login of the reader answered ${answer.text}`);
  return answer.body.jwt;
}

/** A token that nobody bound to a site. */
export async function unboundToken({ app }: Stage): Promise<Client> {
  const token = await createApiToken(app.strapi, { name: 'Unbound', type: 'full-access' });
  return app.with({ token: token.accessKey });
}
