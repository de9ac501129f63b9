import { defineErrors, type ErrorRow } from 'suite-kit/server';

export const ERROR_PREFIX = 'MULTI_SITE';

/** Every error of this plugin. `details.code` is `MULTI_SITE_` plus the key and is stable API. */
export const errorTable = {
  SITE_NOT_FOUND: { status: 404, message: 'There is no such site.' },
  MEMBER_NOT_FOUND: { status: 404, message: 'This person is not a member of the site.' },
  USER_NOT_FOUND: { status: 404, message: 'There is no such admin user.' },
  TOKEN_NOT_FOUND: { status: 404, message: 'There is no such API token.' },
  NO_SITE_CHOSEN: {
    status: 400,
    message: 'Choose a site first: this request belongs to no site. Send the X-Site header.',
  },
  NO_SITE_FOR_REQUEST: {
    status: 400,
    message: 'This request reached content before its site was known.',
  },
  NOT_A_MEMBER: {
    status: 403,
    message: 'You are not a member of this site, or it does not exist.',
  },
  NO_NETWORK_ACCESS: { status: 403, message: 'You may not see all sites at once.' },
  NETWORK_ONLY: {
    status: 403,
    message: 'This needs access to all sites: a network-level API token or the network view.',
  },
  CHOOSE_SITE_TO_CREATE: {
    status: 400,
    message: 'New content needs a site. Choose one in the switcher, then create it there.',
  },
  TOKEN_WITHOUT_SITE: {
    status: 403,
    message:
      'This API token is not assigned to a site. Assign it under Sites, API tokens, then try again.',
  },
  SITE_NOT_LIVE: { status: 404, message: 'Not Found' },
  SITE_IN_MAINTENANCE: {
    status: 503,
    message: 'This site is being maintained. Please try again in a few minutes.',
  },
  SHARED_READ_ONLY: {
    status: 403,
    message: 'This content is shared by all sites. It can be changed in the network view only.',
  },
  RAW_SQL_REFUSED: {
    status: 403,
    message:
      'Raw SQL that names a table with site content is refused inside a site. Use the query engine, or run it on purpose with runUnscoped().',
  },
  CLOSED_TABLE: {
    status: 403,
    message:
      'The registry of sites is read through its API. Inside a site its table is closed; runUnscoped() opens it on purpose.',
  },
  UNSCOPED_WRITE_REFUSED: {
    status: 400,
    message:
      'New content needs a site. Run this inside multi-site\'s context.run(site, …), or set unscopedWrites to "warn".',
  },
  REPORT_MODE: {
    status: 409,
    message:
      'The border between sites is not closed yet. Switch from report to enforce under Sites, Isolation, before making a second site.',
  },
  ENFORCE_NEEDED: {
    status: 409,
    message: 'With more than one site the border stays closed: the mode cannot go back to report.',
  },
  DEFAULT_SITE_STAYS: {
    status: 409,
    message: 'The default site cannot be archived. Make another site the default first.',
  },
  NOT_ARCHIVED: { status: 409, message: 'Only an archived site can be restored.' },
  ARCHIVED: { status: 409, message: 'An archived site cannot be changed. Restore it first.' },
  SAVED_MEANWHILE: {
    status: 409,
    message:
      'Another site with this slug or domain was saved at the same moment. Reload and try again.',
  },
  ADDRESS_NETWORK_ONLY: {
    status: 403,
    message:
      'Slug, domain, aliases, path prefix and the default site decide about other sites too. They are changed by somebody who sees all sites.',
  },
  INVALID_SITE: { status: 400, message: 'The site cannot be saved like this.' },
  UNKNOWN_ROLE: { status: 400, message: 'There is no admin role with this code.' },
  ROLE_NOT_ALLOWED: {
    status: 403,
    message: 'This role sees all sites and cannot be given on a single one.',
  },
  NO_SELF_SERVICE: {
    status: 403,
    message: 'Nobody changes the own membership. Ask somebody else who may.',
  },
} as const satisfies Record<string, ErrorRow>;

export const errors = defineErrors(ERROR_PREFIX, errorTable);
