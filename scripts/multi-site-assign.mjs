// `npm run multi-site:assign -- --from api::article.article:brand`: gives entries to sites by a
// field they have already (a relation, an enumeration or a text that names the site).
//   --map value=site-slug   what a value means, where it is no slug, name or domain; repeatable
//   --media leave           leaves media behind that other entries use as well (default: copies)
//   --apply                 does it; without it the plan is printed
import { parseArgs } from 'node:util';
import { NotReady } from './lib/checks.mjs';
import { ensureSecrets } from './lib/env-file.mjs';
import { createApp } from './lib/serve.mjs';

const { values } = parseArgs({
  options: {
    from: { type: 'string' },
    map: { type: 'string', multiple: true, default: [] },
    media: { type: 'string', default: 'copy' },
    apply: { type: 'boolean', default: false },
  },
});

const readWish = () => {
  const [, uid, field] = /^([^:]+::[^:]+):([^:]+)$/.exec(values.from ?? '') ?? [];
  if (!uid || !field) throw new NotReady('Say from where: --from api::article.article:brand');
  const pairs = values.map.map((pair) => pair.split('='));
  return { uid, field, map: Object.fromEntries(pairs), sharedMedia: values.media };
};

const print = (plan) => {
  for (const { value, site, entries } of plan) {
    console.log(`${String(entries).padStart(7)}  ${value}  →  ${site?.name ?? '(no site: stays)'}`);
  }
};

try {
  const wish = readWish();
  ensureSecrets();
  process.env.NODE_ENV ||= 'production';
  process.env.STRAPI_TELEMETRY_DISABLED ||= 'true';
  const app = createApp();
  app.log.level = 'warn';
  await app.load();
  const assigning = app.plugin('multi-site').service('assigning');
  print(await assigning.preview(wish));
  if (values.apply) {
    const { moved, stayed, collisions } = await assigning.apply(wish);
    console.log(`${moved} entries moved, ${stayed} stayed. Sites → Audit takes it back.`);
    for (const collision of collisions) console.log(`  taken there: ${collision}`);
  } else {
    console.log('Nothing was changed. Add --apply to do it.');
  }
  await app.destroy();
  process.exit(0);
} catch (error) {
  console.error(error instanceof NotReady ? error.message : error);
  process.exit(1);
}
