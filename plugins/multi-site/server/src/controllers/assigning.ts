import type { Core } from '@strapi/strapi';
import { handle } from 'suite-kit/server';
import { assignBody, assignPreviewBody, MAX_ASSIGNED } from '../../../shared/contracts/assigning';
import { errors } from '../errors';
import { service } from '../services/service';

/** Entries that get their site by a field they have already. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const assigning = () => service(strapi, 'assigning');

  function assertField({ contentType, field }: { contentType: string; field: string }) {
    const type = assigning()
      .fields()
      .find((one) => one.contentType === contentType);
    if (!type?.fields.includes(field)) throw errors.NO_SUCH_FIELD();
  }

  return {
    fields: handle({}, async () => ({ data: assigning().fields() })),

    preview: handle({ body: assignPreviewBody }, async ({ body }) => {
      assertField(body);
      const { contentType: uid, field } = body;
      return { data: await assigning().preview({ uid, field }) };
    }),

    assign: handle({ body: assignBody }, async ({ body }) => {
      assertField(body);
      const { contentType: uid, field, sites, sharedMedia } = body;
      // What is not named stays: nothing is guessed where a person chose.
      const wish = { uid, field, map: sites, isClosed: true };
      const values = await assigning().preview(wish);
      const count = values.reduce((sum, { site, entries }) => sum + (site ? entries : 0), 0);
      if (count > MAX_ASSIGNED) throw errors.TOO_MANY_TO_ASSIGN();
      return { data: await assigning().apply({ ...wish, sharedMedia }) };
    }),
  };
};
