import { SITE_NEIGHBOURS } from './site-neighbours';

it.each(SITE_NEIGHBOURS)('$key leads into the plugin whose action it asks for', (neighbour) => {
  const { plugin, action, to } = neighbour;
  expect(to.split('/')[2]).toBe(plugin);
  expect(action.startsWith(`plugin::${plugin}.`)).toBe(true);
});
