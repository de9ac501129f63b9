type PolicyContext = { state: { user?: { roles?: { code: string }[] } } };

/** For what is too much for every other role: taking away a whole demo. */
export default ({ state }: PolicyContext): boolean =>
  state.user?.roles?.some(({ code }) => code === 'strapi-super-admin') ?? false;
