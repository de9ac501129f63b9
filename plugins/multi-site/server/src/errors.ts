import { defineErrors, type ErrorRow } from 'suite-kit/server';

export const ERROR_PREFIX = 'MULTI_SITE';

/** Every error of this plugin. `details.code` is `MULTI_SITE_` plus the key and is stable API. */
export const errorTable = {
  SITE_NOT_FOUND: { status: 404, message: 'There is no such site.' },
  MEMBER_NOT_FOUND: { status: 404, message: 'This person is not a member of the site.' },
  USER_NOT_FOUND: { status: 404, message: 'There is no such admin user.' },
  NO_REVALIDATION: {
    status: 404,
    message: 'This site tells its front end nothing yet. Save an address first.',
  },
  NO_SUCH_FIELD: { status: 400, message: 'This field cannot name a site.' },
  TOO_MANY_TO_ASSIGN: {
    status: 400,
    message:
      'These are more entries than one request assigns. Use npm run multi-site:assign in a terminal.',
  },
  WEBHOOK_NOT_FOUND: { status: 404, message: 'There is no such webhook.' },
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
  SHARED_BY_SITE: {
    status: 403,
    message: 'This entry belongs to another site, which shares it. It is changed there.',
  },
  SHARED_LINK_REFUSED: {
    status: 403,
    message:
      'This entry is shared by another site. It can be linked to, but its own relations are changed where it belongs.',
  },
  NOT_SHAREABLE: {
    status: 400,
    message:
      'Entries of this type cannot be shared one by one: single types are there once for each site, and global or shared types are seen everywhere.',
  },
  ALREADY_THERE: {
    status: 400,
    message: 'An entry of these is on that site already. To have another one there, duplicate it.',
  },
  SHARE_NOT_ALLOWED: {
    status: 403,
    message:
      'You may not share this entry: that needs the right to change it, on the site it belongs to.',
  },
  OVERRIDE_NOT_FOUND: {
    status: 404,
    message: 'This wording does not exist any more, or it belongs to another site.',
  },
  OVERRIDE_NOT_ALLOWED: {
    status: 403,
    message: 'To word a shared entry in your own way you need the right to change such entries.',
  },
  OVERRIDE_OF_OWN: {
    status: 400,
    message: 'This entry is the own one of this site: change the entry itself.',
  },
  OVERRIDE_CHANGED: {
    status: 409,
    message: 'Somebody else changed this wording in the meantime. Reload and try again.',
  },
  NOT_OVERRIDABLE: {
    status: 400,
    message: 'This part cannot be kept apart from the original.',
  },
  COPY_PUBLISH_NOT_ALLOWED: {
    status: 403,
    message: 'You may not publish there: the copies can arrive as drafts.',
  },
  NOT_SHARED: { status: 404, message: 'This entry is not shared with that site.' },
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
  WIZARD_INCOMPLETE: { status: 400, message: 'The site cannot be made like this.' },
  RUN_NOT_FOUND: { status: 404, message: 'There is no such run.' },
  UNDO_TOO_LATE: {
    status: 409,
    message:
      'This site is not new any more, or somebody has worked on it since. Archive it, or delete it by its name.',
  },
  NAME_NOT_REPEATED: {
    status: 400,
    message: 'To delete a site, type its name exactly as it is written.',
  },
  LEAVING_NOT_CONFIRMED: {
    status: 400,
    message: 'Nothing was removed. To go on, type: remove multi-site',
  },
  UNKNOWN_ROLE: { status: 400, message: 'There is no admin role with this code.' },
  ROLE_NOT_ALLOWED: {
    status: 403,
    message: 'This role sees all sites and cannot be given on a single one.',
  },
  NO_SELF_SERVICE: {
    status: 403,
    message: 'Nobody changes the own membership. Ask somebody else who may.',
  },
  PUBLISH_REFUSED: {
    status: 400,
    message: 'This entry cannot be published in its stage of the workflow.',
  },
  WORKFLOW_INVALID: { status: 400, message: 'The workflow cannot be saved like this.' },
  WORKFLOW_CHANGED: {
    status: 409,
    message: 'Somebody else changed this workflow in the meantime. Reload and try again.',
  },
  STAGE_IN_USE: {
    status: 409,
    message: 'There are entries in a stage that you took out. Say which stage takes them over.',
  },
  TASK_NOT_FOUND: { status: 404, message: 'There is no such task.' },
  TASK_CHANGED: {
    status: 409,
    message: 'Somebody else changed this task in the meantime. Reload and try again.',
  },
  MOVE_REFUSED: { status: 403, message: 'This move is not part of the workflow.' },
  TASK_READ_ONLY: { status: 403, message: 'You may not change this entry.' },
  ASSIGNEE_NOT_ON_SITE: {
    status: 400,
    message: 'This person does not work on the site. Add them under Members first.',
  },
  ENTRY_NOT_FOUND: { status: 404, message: 'There is no such entry on this site.' },
  NOTHING_TO_MOVE: { status: 400, message: 'None of these entries can be moved there.' },
  MOVE_NOT_ALLOWED: {
    status: 403,
    message: 'You may not take this entry away from its site: that needs the right to delete it.',
  },
  MOVE_COLLISION: {
    status: 409,
    message: 'A value that has to be unique is taken on the other site.',
  },
  SAVE_COLLIDED: {
    status: 409,
    message: 'Somebody else saved the same value at the same moment. Nothing was saved; try again.',
  },
  AUDIT_NOT_FOUND: { status: 404, message: 'There is no such line in the audit.' },
  UNDO_NOT_ALLOWED: {
    status: 403,
    message: 'You may not take this back: it needs the right to do it.',
  },
  NOT_UNDOABLE: { status: 400, message: 'This cannot be taken back.' },
  ALREADY_UNDONE: { status: 409, message: 'This was taken back already.' },
  ALREADY_A_MEMBER: {
    status: 409,
    message: 'This person is on the site already. Change the roles instead.',
  },
} as const satisfies Record<string, ErrorRow>;

export const errors = defineErrors(ERROR_PREFIX, errorTable);
