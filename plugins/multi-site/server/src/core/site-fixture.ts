import type { Site } from '../../../shared/contracts/sites';

/** A live site for unit tests; what a case is about is given by name. */
export const aSite = (number: number, given: Partial<Site> = {}): Site => ({
  id: `document${number}`,
  number,
  name: `Site ${number}`,
  slug: `site-${number}`,
  domain: null,
  aliases: [],
  pathPrefix: null,
  status: 'live',
  isDefault: false,
  settings: {},
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  ...given,
});
