import fs from 'node:fs';
import path from 'node:path';
import { ROOT, TMP } from './paths.mjs';

const TOKEN_FILE = path.join(TMP, 'demo-tokens.json');
const SITES = ['magazine', 'shop', 'guide'];

/**
 * Writes the demo's API tokens (name to value) into a file only its owner may read: they are too
 * long to print. Strapi keeps them encrypted with ENCRYPTION_KEY.
 */
export const writeTokens = async (app) => {
  const rows = await app.db.query('admin::api-token').findMany({
    where: { name: { $in: SITES.flatMap((site) => [`${site}-read`, `${site}-full`]) } },
    orderBy: { id: 'asc' },
  });
  const encryption = app.service('admin::encryption');
  const values = rows.map(({ name, encryptedKey }) => [name, encryption.decrypt(encryptedKey)]);
  fs.writeFileSync(TOKEN_FILE, `${JSON.stringify(Object.fromEntries(values), null, 2)}\n`, {
    mode: 0o600,
  });
};

const logins = () => {
  const people = [
    ['admin@demo.test', 'super admin: all sites and the network view'],
    ...SITES.flatMap((site) => [
      [`owner.${site}@demo.test`, `owner of the ${site}: content, members, settings`],
      [`editor.${site}@demo.test`, `editor of the ${site}: writes and publishes`],
      [`viewer.${site}@demo.test`, `viewer of the ${site}: reads only`],
    ]),
    ['freelancer@demo.test', 'editor of the magazine and author for the guide'],
  ];
  return people.map(([email, what]) => `    ${email.padEnd(28)} ${what}`).join('\n');
};

/** The three sites by their hosts; `*.localhost` is this machine for browsers and curl. */
const sites = (port) =>
  SITES.map((site) => `    http://${site}.localhost:${port}/site/`).join('\n');

export const printWelcome = (address) => {
  const { port } = new URL(address);
  const tokens = path.relative(ROOT, TOKEN_FILE);
  console.log(`
  The demo runs at ${address}/admin   (Ctrl-C stops it)

  Logins, password Demo-1234 for all of them:
${logins()}

  What to try:
  - As editor.magazine@demo.test: the Content Manager shows the magazine only. Edit an
    article and publish it. Then log in as editor.shop@demo.test and look for it: by list, search,
    relation picker or its address. It is not there.
  - As freelancer@demo.test: change between two sites with the switcher in the main navigation.
  - One front end, three sites by their host; agree to be remembered and read a little:
${sites(port)}
  - A token opens one site, whatever the request asks for (values in ${tokens}):
    curl -H "Authorization: Bearer $(node -p "require('./${tokens}')['shop-read']")" \\
      ${address}/api/articles?fields=title
  - GraphQL is at ${address}/graphql, scoped in the same way.

  Rebuild the demo database: npm run demo -- --reset
`);
};
