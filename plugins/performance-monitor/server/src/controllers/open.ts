import type { Core } from '@strapi/strapi';
import { createRateLimiter, findBrowserKeys, handle, type Ctx } from 'suite-kit/server';
import { markerBody, vitalBody } from '../../../shared/contracts/health';
import { prometheusText } from '../core/exposition';
import { errors } from '../errors';
import { optionsOf } from '../services/options';
import { service } from '../services/service';

const MAX_BYTES = 1024;
const MINUTE_MS = 60_000;

/** What the outside world may ask or tell: metrics, Web Vitals, deploys. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  let limiter: ReturnType<typeof createRateLimiter> | null = null;
  const theLimiter = () =>
    (limiter ??= createRateLimiter({
      limit: optionsOf(strapi).vitalsPerMinute,
      windowMs: MINUTE_MS,
      maxKeys: 10_000,
    }));

  return {
    /** For Prometheus. Off unless somebody switched it on; then only with the token. */
    async metrics(ctx: Ctx) {
      const { isPrometheusOn } = service(strapi, 'settings').now();
      if (!isPrometheusOn) throw errors.METRICS_OFF();
      const token = /^Bearer (.+)$/.exec(ctx.get('authorization'))?.[1] ?? '';
      if (!(await service(strapi, 'settings').isMetricsToken(token))) throw errors.METRICS_TOKEN();
      ctx.set('cache-control', 'no-store');
      ctx.type = 'text/plain; version=0.0.4; charset=utf-8';
      ctx.body = prometheusText(service(strapi, 'monitor').collector().recorder.totals());
    },

    /** One measurement of a visitor's browser, with the site's browser key. */
    vitals: handle({ body: vitalBody }, async ({ body, ctx }) => {
      if (!service(strapi, 'settings').now().areVitalsOn) throw errors.VITALS_OFF();
      if (Number(ctx.get('content-length')) > MAX_BYTES) throw errors.TOO_LARGE();
      const key = ctx.get('x-browser-key');
      const known = await findBrowserKeys(strapi)?.verify({ key, origin: ctx.get('origin') });
      if (!known) throw errors.VITALS_KEY();
      if (theLimiter().take(`${known.keyId} ${ctx.ip}`)) {
        const { recorder, vitals } = service(strapi, 'monitor').collector();
        const value = body.name === 'CLS' ? body.value * 1000 : body.value;
        recorder.record('vital', [body.name, vitals.of(body.route), String(known.site)], value);
      }
      return { data: null, status: 202 };
    }),

    /** For a deploy script, with an API token that was given this action. */
    deploy: handle({ body: markerBody }, async ({ body }) => ({
      data: await service(strapi, 'markers').create({ ...body, at: body.at ?? Date.now() }),
      status: 201,
    })),
  };
};
