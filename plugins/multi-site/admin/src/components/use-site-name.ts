import { useSiteChoice } from '../choice';

/** Whose page this is, for its head; nothing while there is one site only. */
export const useSiteName = (siteId: string): string | undefined => {
  const { choice, data } = useSiteChoice();
  if (!data?.active) return undefined;
  if (siteId === 'current') return choice.kind === 'site' ? choice.site.name : undefined;
  return data.sites.find(({ id }) => id === siteId)?.name;
};
