import type { Core } from '@strapi/strapi';
import { handle } from 'suite-kit/server';
import {
  connectionSchema,
  createSourceBody,
  idParams,
  listSourcesQuery,
  previewBody,
  proposeBody,
  sampleBody,
  updateSourceBody,
} from '../../../shared/contracts/sources';
import { service } from '../services/service';

/** /federation/sources */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const sources = () => service(strapi, 'sources');

  return {
    localTypes: handle({}, () => ({ data: sources().localTypes() })),

    find: handle({ query: listSourcesQuery }, ({ query }) => sources().list(query)),

    findOne: handle({ params: idParams }, async ({ params }) => ({
      data: await sources().find(params.id),
    })),

    create: handle({ body: createSourceBody }, async ({ body }) => ({
      data: await sources().create(body),
      status: 201,
    })),

    update: handle({ params: idParams, body: updateSourceBody }, async ({ params, body }) => ({
      data: await sources().update(params.id, body),
    })),

    remove: handle({ params: idParams }, async ({ params }) => ({
      data: await sources().remove(params.id),
    })),

    test: handle({ params: idParams }, async ({ params }) => ({
      data: await sources().test(await sources().opened(params.id)),
    })),

    testDraft: handle({ body: connectionSchema }, async ({ body }) => ({
      data: await sources().test(await sources().open(body)),
    })),

    discover: handle({ params: idParams }, async ({ params }) => ({
      data: await sources().discover(await sources().opened(params.id)),
    })),

    discoverDraft: handle({ body: connectionSchema }, async ({ body }) => ({
      data: await sources().discover(await sources().open(body)),
    })),

    propose: handle(
      { body: proposeBody },
      async ({ body: { remoteType, uid, ...connection } }) => ({
        data: await sources().propose(await sources().open(connection), remoteType, uid),
      }),
    ),

    sample: handle({ body: sampleBody }, async ({ body: { mapping, ...connection } }) => ({
      data: await service(strapi, 'sync').sample(await sources().open(connection), mapping),
    })),

    preview: handle({ params: idParams }, async ({ params }) => ({
      data: await sources().preview(params.id),
    })),

    previewDraft: handle({ body: previewBody }, async ({ body }) => ({
      data: await sources().previewDraft(body),
    })),
  };
};
