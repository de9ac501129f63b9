import type { Core } from '@strapi/strapi';
import { ACTION } from '../../../shared/plugin';
import { contentTypesOf } from '../isolation/strapi-parts';

const CM = 'plugin::content-manager.explorer';
const READ = [`${CM}.read`];
const WRITE = [`${CM}.create`, `${CM}.read`, `${CM}.update`, `${CM}.delete`];
const EDIT = [...WRITE, `${CM}.publish`];
const UPLOAD = [
  'read',
  'assets.create',
  'assets.update',
  'assets.download',
  'assets.copy-link',
].map((action) => `plugin::upload.${action}`);

type Offer = {
  code: string;
  name: string;
  description: string;
  content: readonly string[];
  other: readonly string[];
  /** Only what the person made: Strapi's own condition. */
  conditions?: readonly string[];
};

/** Ready-made roles for sites; an operator may change them like any other role of Strapi. */
const OFFERS: readonly Offer[] = [
  {
    code: 'multi-site-owner',
    name: 'Site owner',
    description: 'Runs a site: its content, media, members and settings.',
    content: EDIT,
    other: [
      ...UPLOAD,
      ACTION.readSites,
      ACTION.updateSites,
      ACTION.readMembers,
      ACTION.manageMembers,
      ACTION.manageWorkflow,
      ACTION.useBoard,
      ACTION.moveEntries,
      ACTION.shareEntries,
      ACTION.overrideEntries,
      ACTION.readAudit,
    ],
  },
  {
    code: 'multi-site-editor',
    name: 'Site editor',
    description: 'Writes and publishes everything on a site.',
    content: EDIT,
    other: [...UPLOAD, ACTION.readSites, ACTION.useBoard, ACTION.overrideEntries],
  },
  {
    code: 'multi-site-author',
    name: 'Site author',
    description: 'Writes entries on a site and changes the own ones. Publishes nothing.',
    content: WRITE,
    other: [...UPLOAD, ACTION.useBoard],
    conditions: ['admin::is-creator'],
  },
  {
    code: 'multi-site-viewer',
    name: 'Site viewer',
    description: 'Reads everything on a site and changes nothing.',
    content: READ,
    other: ['plugin::upload.read', ACTION.useBoard],
  },
];

type Permission = {
  action: string;
  subject: string | null;
  properties: Record<string, unknown>;
  conditions?: readonly string[];
};
type Admin = {
  role: {
    create(role: object): Promise<{ id: number }>;
    assignPermissions(roleId: number, permissions: readonly Permission[]): Promise<unknown>;
  };
  contentTypes: {
    getPermissionsWithNestedFields(actions: unknown[], options: object): Permission[];
  };
  permission: { actionProvider: { values(): { actionId: string }[] } };
};

/** @returns the codes of the roles that were made; those that exist are left as they are. */
export async function createOfferedRoles(strapi: Core.Strapi): Promise<string[]> {
  const admin: Admin = {
    role: strapi.service('admin::role') as unknown as Admin['role'],
    contentTypes: strapi.service('admin::content-type') as unknown as Admin['contentTypes'],
    permission: strapi.service('admin::permission') as unknown as Admin['permission'],
  };
  const made: string[] = [];
  for (const { code, name, description, ...offer } of OFFERS) {
    const isKnown = (await strapi.db.query('admin::role').count({ where: { code } })) > 0;
    if (isKnown) continue;
    const role = await admin.role.create({ code, name, description });
    await admin.role.assignPermissions(role.id, await permissionsOf(strapi, admin, offer));
    made.push(code);
  }
  return made;
}

async function permissionsOf(
  strapi: Core.Strapi,
  admin: Admin,
  offer: Pick<Offer, 'content' | 'other' | 'conditions'>,
): Promise<Permission[]> {
  const registered = admin.permission.actionProvider.values();
  const actions = registered.filter(({ actionId }) => offer.content.includes(actionId));
  const content = admin.contentTypes.getPermissionsWithNestedFields(actions, {
    restrictedSubjects: ['plugin::users-permissions.user'],
  });
  const locales = await readLocales(strapi);
  const known = new Set(registered.map(({ actionId }) => actionId));
  const conditions = offer.conditions ?? [];
  const isOwnOnly = (action: string) => conditions.length > 0 && !action.endsWith('.create');

  return [
    ...content.filter(isSiteContent).map((permission) => ({
      ...permission,
      properties: isLocalized(strapi, permission.subject)
        ? { ...permission.properties, locales }
        : permission.properties,
      conditions: isOwnOnly(permission.action) ? conditions : [],
    })),
    ...offer.other
      .filter((action) => known.has(action))
      .map((action) => ({ action, subject: null, properties: {}, conditions: [] })),
  ];
}

/** Strapi's `read` can be given on every type, admin users included. */
const isSiteContent = ({ subject }: Permission) => subject?.startsWith('api::') === true;

async function readLocales(strapi: Core.Strapi): Promise<string[]> {
  if (!('i18n' in strapi.plugins)) return [];
  const rows: { code: string }[] = await strapi.db.query('plugin::i18n.locale').findMany();
  return rows.map((row) => row.code);
}

function isLocalized(strapi: Core.Strapi, subject: string | null) {
  return (
    subject !== null && contentTypesOf(strapi)[subject]?.pluginOptions?.i18n?.localized === true
  );
}
