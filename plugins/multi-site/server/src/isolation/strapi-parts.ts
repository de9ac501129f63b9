import type { Core } from '@strapi/strapi';
import type { Ctx } from 'suite-kit/server';

/**
 * Typed ways to parts of Strapi that it leaves untyped. Not the database: that is in
 * `strapi-internals`.
 */
type Attribute = {
  type: string;
  column?: { name?: string };
  /** Of a component, and of a dynamic zone. */
  component?: string;
  components?: string[];
};

export type AppType = {
  uid: string;
  collectionName: string;
  info: { displayName?: string };
  pluginOptions?: { i18n?: { localized?: boolean } };
  attributes: Record<string, Attribute>;
};

export const contentTypesOf = (strapi: Core.Strapi) =>
  strapi.contentTypes as unknown as Record<string, AppType>;

type Next = () => Promise<unknown>;
export type AuthService = {
  authenticate(ctx: Ctx, next: Next): Promise<unknown>;
  verify(auth: unknown, config: { scope: string[] }): Promise<void>;
};
export const authOf = (strapi: Core.Strapi) => strapi.get<AuthService>('auth');

/** Code of the one role that stands above everything. */
export const SUPER_ADMIN = 'strapi-super-admin';

export type AdminUser = { id: number; roles?: { code: string; id: number }[] };
export type Permission = { action: string; subject?: string | null };
export type PermissionService = {
  findUserPermissions(user: AdminUser): Promise<Permission[]>;
  findMany(params: object): Promise<Permission[]>;
  actionProvider: {
    registerMany(actions: readonly object[]): Promise<unknown>;
    values(): { actionId: string }[];
  };
};
export const permissionsOf = (strapi: Core.Strapi): PermissionService =>
  strapi.service('admin::permission') as unknown as PermissionService;

export const authStateOf = (ctx: Ctx) =>
  ctx.state.auth as { strategy?: { name?: string }; credentials?: unknown } | undefined;

export const routeOf = (ctx: Ctx) =>
  ctx.state.route as { path?: string; info?: { type?: string } } | undefined;

type Hook = { register(handler: () => Promise<void> | void): void };
export const hookOf = (strapi: Core.Strapi, name: string) => strapi.hook(name) as unknown as Hook;

export type Webhook = {
  id: number | string;
  name: string;
  url: string;
  headers?: Record<string, string>;
  events: string[];
  isEnabled: boolean;
};
type QueuedEvent = { event: string; info?: object };
type WebhookRunner = {
  queue: { enqueue(payload: QueuedEvent): unknown };
  run(webhook: Webhook, event: string, info?: object): Promise<unknown>;
};
export const webhookRunnerOf = (strapi: Core.Strapi) => strapi.get<WebhookRunner>('webhookRunner');

type WebhookStore = {
  findWebhooks(): Promise<Webhook[]>;
  findWebhook(id: number): Promise<Webhook | null>;
};
export const webhookStoreOf = (strapi: Core.Strapi) => strapi.get<WebhookStore>('webhookStore');

type OwnedTokenAnswer =
  | { authenticated: true; credentials: { id: number }; user: AdminUser; ability: unknown }
  | { authenticated: false; error?: unknown };
type OwnedTokens = { authenticateAdminToken(accessKey: string): Promise<OwnedTokenAnswer> };
/** Tokens that act for an admin user. Undefined where this Strapi has none. */
export const ownedTokensOf = (strapi: Core.Strapi) =>
  (strapi.admin as unknown as { services: Record<string, unknown> }).services['api-token-admin'] as
    | OwnedTokens
    | undefined;

type NexusFields = {
  id(name: string): void;
  string(name: string): void;
  field(name: string, options: { type: string; resolve?: () => unknown }): void;
  nonNull: NexusFields;
};
type NexusDefinition = { definition(t: NexusFields): void };
export type NexusParts = {
  objectType(options: NexusDefinition & { name: string }): unknown;
  extendType(options: NexusDefinition & { type: string }): unknown;
};
type GraphqlExtension = {
  shadowCRUD(uid: string): { disable(): void };
  use(extend: (parts: { nexus: NexusParts }) => object): void;
};

/** Null where the GraphQL plugin is not installed. */
export function graphqlExtensionOf(strapi: Core.Strapi): GraphqlExtension | null {
  const isInstalled = 'graphql' in strapi.plugins;
  if (!isInstalled) return null;
  return strapi.plugin('graphql').service('extension') as unknown as GraphqlExtension;
}
