// Another Strapi, in a process and on a database of its own: the source of a test.
// Arguments: folder of the app, folder of its compiled code, public folder. Does what it is told
// by messages { id, op, … } and answers { id, result }.
import { createRequire } from 'node:module';

const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');
const [appDir, distDir, publicDir] = process.argv.slice(2);

const strapi = createStrapi({ appDir, distDir });
strapi.log.level = 'error';
strapi.config.set('dirs.static.public', publicDir);
await strapi.load();
strapi.server.mount();

const operations = {
  token: async ({ type, permissions }) => {
    const given = { name: `Reader ${Date.now()}`, description: '', kind: 'content-api', type };
    const token = await strapi
      .service('admin::api-token')
      .create({ ...given, lifespan: null, ...(permissions && { permissions }) });
    return token.accessKey;
  },
  create: async ({ uid, data, status = 'published' }) =>
    (await strapi.documents(uid).create({ data, status })).documentId,
  createMany: async ({ uid, list }) => {
    const ids = [];
    for (const data of list) {
      ids.push((await strapi.documents(uid).create({ data, status: 'published' })).documentId);
    }
    return ids;
  },
  update: async ({ uid, documentId, data }) => {
    await strapi.documents(uid).update({ documentId, data, status: 'published' });
  },
  delete: async ({ uid, documentId }) => {
    await strapi.documents(uid).delete({ documentId });
  },
};

process.on('message', async ({ id, op, ...input }) => {
  try {
    process.send({ id, result: (await operations[op](input)) ?? null });
  } catch (error) {
    process.send({ id, error: String(error?.message ?? error) });
  }
});
process.on('disconnect', () => process.exit(0));

strapi.server.listen(0, '127.0.0.1', () => {
  const { port } = strapi.server.httpServer.address();
  process.send({ url: `http://127.0.0.1:${port}` });
});
