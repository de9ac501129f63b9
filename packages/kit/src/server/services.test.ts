import type { Core } from '@strapi/strapi';
import { serviceGetter } from './services';

it('asks Strapi for the plugin’s service every time', () => {
  const services = { sites: () => ({ list: () => ['main'] }) };
  const plugin = jest.fn(() => ({ service: () => services.sites() }));
  const service = serviceGetter<typeof services>('shop');
  const strapi = { plugin } as unknown as Core.Strapi;

  expect(service(strapi, 'sites').list()).toEqual(['main']);
  service(strapi, 'sites');
  expect(plugin.mock.calls).toEqual([['shop'], ['shop']]);
});
