import type { Core } from '@strapi/strapi';
import type { Ctx } from '../handler';

/** Typed ways to parts of Strapi that it leaves untyped; `canaries.ts` proves they are there. */

type Validate = (
  model: unknown,
  data: unknown,
  options: { isDraft: boolean; locale?: unknown },
  entity: unknown,
) => Promise<unknown>;
type Validator = { validateEntityUpdate: Validate };

/** Strapi's own rules for a row; marked as internal there, but nothing public replaces it. */
export const validatorOf = (strapi: Core.Strapi) => strapi.get<Validator>('entityValidator');

type Transformer = { transform(uid: string, params: object): object };
export const queryParamsOf = (strapi: Core.Strapi) => strapi.get<Transformer>('query-params');

type Transaction = { onCommit(callback: () => void): void };
type Transactions = {
  transaction<T>(work: (transaction: Transaction) => Promise<T> | T): Promise<T>;
};
export const transactionsOf = (strapi: Core.Strapi) => strapi.db as unknown as Transactions;

type Router = { use(middleware: (ctx: Ctx, next: () => Promise<unknown>) => unknown): unknown };
export const routerOf = (strapi: Core.Strapi) => strapi.server.router as unknown as Router;

type DocumentCall = { uid: string; action: string; params: object };
type DocumentMiddleware = (context: DocumentCall, next: () => Promise<unknown>) => Promise<unknown>;
type Documents = { use(middleware: DocumentMiddleware): unknown };
export const documentsOf = (strapi: Core.Strapi) => strapi.documents as unknown as Documents;

type Locales = { getDefaultLocale(): Promise<string> };
export async function defaultLocaleOf(strapi: Core.Strapi): Promise<string> {
  if (!('i18n' in strapi.plugins)) return '';
  return strapi.plugin('i18n').service<Locales>('locales').getDefaultLocale();
}

type Verifier = { verify(auth: unknown, config: { scope: string[] }): Promise<void> };
export const verifierOf = (strapi: Core.Strapi) => strapi.get<Verifier>('auth');
