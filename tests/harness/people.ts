import type { Core } from '@strapi/strapi';
import type { App } from './app';
import type { Client } from './http';

export const PASSWORD = 'Test-Password-1';

export type AdminUser = { id: number; email: string };

/** An active admin user with these roles (by code); no roles at all is allowed. */
export const createAdminUser = async (
  strapi: Core.Strapi,
  { email, roles }: { email: string; roles: string[] },
): Promise<AdminUser> => {
  const rows: { id: number }[] = await strapi.db
    .query('admin::role')
    .findMany({ where: { code: { $in: roles } } });
  if (rows.length !== roles.length) throw new Error(`Unknown among the roles ${roles.join(', ')}.`);
  const [name = email] = email.split('@');
  return strapi.service('admin::user').create({
    firstname: name,
    lastname: 'Tester',
    email,
    password: PASSWORD,
    registrationToken: null,
    isActive: true,
    roles: rows.map((row) => row.id),
  });
};

const sessions = new WeakMap<App, Map<string, Promise<string>>>();

/** Access token of an admin session. One login for each person and app: sessions are rows. */
export const adminToken = (app: App, email: string, password = PASSWORD): Promise<string> => {
  const known = sessions.get(app) ?? new Map<string, Promise<string>>();
  sessions.set(app, known);
  const login = known.get(email) ?? logIn(app, email, password);
  known.set(email, login);
  return login;
};

const logIn = async (client: Client, email: string, password: string): Promise<string> => {
  const answer = await client.post<{ data: { accessToken: string } }>('/admin/login', {
    email,
    password,
    deviceId: '00000000-0000-4000-8000-000000000000',
    rememberMe: false,
  });
  if (answer.status !== 200) throw new Error(`Login of ${email} answered ${answer.text}`);
  return answer.body.data.accessToken;
};

export type ApiToken = { id: number; accessKey: string };

export const createApiToken = (
  strapi: Core.Strapi,
  {
    name,
    type,
    permissions,
  }: { name: string; type: 'read-only' | 'full-access' | 'custom'; permissions?: string[] },
): Promise<ApiToken> =>
  strapi.service('admin::api-token').create({
    name,
    description: '',
    kind: 'content-api',
    type,
    lifespan: null,
    ...(permissions ? { permissions } : {}),
  });
