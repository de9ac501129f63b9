import type { Core } from '@strapi/strapi';
import { modelOf } from '../content';
import { overlayErrors } from '../errors';
import { currentSession } from './session';

/**
 * A net below the gate: in a request that edits a variant nothing writes a row of content, whatever
 * way it takes. Access: fails closed.
 */
export function installNet(strapi: Core.Strapi): () => void {
  const refuse = ({ model }: { model: { uid: string } }) => {
    if (!currentSession(strapi)) return;
    const isContent =
      model.uid.startsWith('api::') || modelOf(strapi, model.uid)?.modelType === 'component';
    if (isContent) throw overlayErrors.ONLY_THIS_ENTRY();
  };
  return strapi.db.lifecycles.subscribe({
    beforeCreate: refuse,
    beforeCreateMany: refuse,
    beforeUpdate: refuse,
    beforeUpdateMany: refuse,
    beforeDelete: refuse,
    beforeDeleteMany: refuse,
  });
}
