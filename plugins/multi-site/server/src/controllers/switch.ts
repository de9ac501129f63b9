import type { Core } from '@strapi/strapi';
import { handle } from 'suite-kit/server';
import type { SwitchSite } from '../../../shared/contracts/switch';
import type { Site } from '../../../shared/contracts/sites';
import { findCaller } from '../isolation/callers';
import { service } from '../services/service';

/** What a signed-in person may switch to. Needs no site: it is how one is chosen. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  find: handle({}, async ({ ctx }) => {
    const { isActive, mode, sites, shares } = await service(strapi, 'state').fresh();
    const caller = await findCaller(strapi, ctx);
    const isNetwork = caller.kind === 'admin' && caller.isNetwork;
    const own = caller.kind === 'admin' ? caller.siteNumbers : new Set<number>();
    const visible = sites.all.filter(
      (site) => isNetwork || (own.has(site.number) && site.status !== 'archived'),
    );
    const workflows = await service(strapi, 'workflows').governedTypes();
    const typesOf = (site: Site | undefined) => {
      const workflowTypes = site && workflows.get(site.number);
      return workflowTypes ? { workflowTypes } : {};
    };
    const sharedOf = ({ number }: Site) => {
      const sharedTypes = shares.typesOf(number).filter((uid) => uid.startsWith('api::'));
      return sharedTypes.length > 0 ? { sharedTypes } : {};
    };
    const data = {
      ...(isActive ? {} : typesOf(sites.all[0])),
      active: isActive,
      mode,
      canAccessNetwork: isNetwork,
      sites: isActive
        ? visible.map((site) => ({ ...toSwitchSite(site), ...typesOf(site), ...sharedOf(site) }))
        : [],
    };
    return { data };
  }),
});

const toSwitchSite = ({ id, number, name, slug, domain, status, settings }: Site): SwitchSite => ({
  id,
  number,
  name,
  slug,
  domain,
  status,
  color: settings.color ?? null,
});
