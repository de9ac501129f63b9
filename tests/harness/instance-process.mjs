// One more instance of the application on a database that is there, in a process of its own.
// Arguments: folder of the app, folder of its compiled code, public folder. Sends its address.
import { createRequire } from 'node:module';

const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');
const [appDir, distDir, publicDir] = process.argv.slice(2);

const strapi = createStrapi({ appDir, distDir });
strapi.log.level = 'error';
strapi.config.set('dirs.static.public', publicDir);
// Its built pages need not be there, and the route of a transfer runs on into them.
strapi.config.set('admin.serveAdminPanel', false);
await strapi.load();
strapi.server.mount();
strapi.server.listen(0, '127.0.0.1', () => {
  const { port } = strapi.server.httpServer.address();
  process.send({ url: `http://127.0.0.1:${port}` });
});
process.on('disconnect', () => process.exit(0));
