import type { Core } from '@strapi/strapi';
import { handle } from 'suite-kit/server';
import {
  comparisonQuery,
  explainBody,
  fingerprintParams,
  markerBody,
  markerParams,
  routeQuery,
  traceParams,
  tracesQuery,
  windowQuery,
} from '../../../shared/contracts/health';
import { service } from '../services/service';
import { scopeOf } from '../services/scope';

const MINUTE_MS = 60_000;

/** Figures, statements, kept requests and markers of a window. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const figures = () => service(strapi, 'figures');

  return {
    overview: handle({ query: windowQuery }, async ({ query }) => ({
      data: await figures().overview(query),
    })),

    glance: handle({ query: windowQuery }, async ({ query }) => ({
      data: await figures().glance(query),
    })),

    routes: handle({ query: windowQuery }, async ({ query }) => ({
      data: await figures().routes(query),
    })),

    route: handle({ query: routeQuery }, async ({ query }) => ({
      data: await figures().route(query),
    })),

    queries: handle({ query: windowQuery }, async ({ query }) => ({
      data: await figures().queries(query),
    })),

    serverStatements: handle({}, async () => ({
      data: await service(strapi, 'server-statements').read(),
    })),

    query: handle({ params: fingerprintParams, query: windowQuery }, async ({ params, query }) => ({
      data: await figures().query(query, params.fingerprint),
    })),

    explain: handle({ params: fingerprintParams, body: explainBody }, async ({ params, body }) => ({
      data: await service(strapi, 'explain').run(params.fingerprint, body.values),
    })),

    delivery: handle({ query: windowQuery }, async ({ query }) => ({
      data: await figures().delivery(query),
    })),

    ai: handle({ query: windowQuery }, async ({ query }) => ({ data: await figures().ai(query) })),

    traces: handle({ query: tracesQuery }, async ({ query }) => {
      const { page, pageSize, route, kind, ...rest } = query;
      const { window, sites, contentType } = await scopeOf(strapi, rest, Date.now());
      const { traces, pagination } = await service(strapi, 'traces').page({
        from: window.from * MINUTE_MS,
        to: window.to * MINUTE_MS,
        page,
        pageSize,
        ...(route !== undefined && { route }),
        ...(kind !== undefined && { kind }),
        ...(contentType !== undefined && { contentType }),
        ...(sites && { sites }),
      });
      return { data: traces, meta: { pagination } };
    }),

    trace: handle({ params: traceParams }, async ({ params }) => ({
      data: await service(strapi, 'traces').find(params.id),
    })),

    markers: handle({ query: windowQuery }, async ({ query }) => {
      const { window, contentType } = await scopeOf(strapi, query, Date.now());
      const from = window.from * MINUTE_MS;
      const to = window.to * MINUTE_MS;
      const markers = service(strapi, 'markers');
      return { data: await markers.inWindow({ from, to, ...(contentType && { contentType }) }) };
    }),

    compare: handle(
      { params: markerParams, query: comparisonQuery },
      async ({ params, query }) => ({
        data: await service(strapi, 'comparison').ofMarker(params.id, query),
      }),
    ),

    addMarker: handle({ body: markerBody }, async ({ body }) => ({
      data: await service(strapi, 'markers').create({ ...body, at: body.at ?? Date.now() }),
      status: 201,
    })),

    removeMarker: handle({ params: markerParams }, async ({ params }) => {
      await service(strapi, 'markers').remove(params.id);
      return { data: null };
    }),

    choices: handle({}, async () => ({ data: await service(strapi, 'choices').list() })),
  };
};
