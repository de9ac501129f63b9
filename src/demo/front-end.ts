import fs from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

type Ctx = { type: string; body: unknown; set(name: string, value: string): void };
type Route = { method: string; path: string; handler: (ctx: Ctx) => void; config: object };
/** As much of Strapi's server as is used here. */
type Server = { routes(routes: Route[]): unknown };

const LOCALE = '[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*';
/** /site/<locale> and /site/<locale>/<slug>; files of public/site have other names. */
const PAGES = [`/site/:locale(${LOCALE})`, `/site/:locale(${LOCALE})/:slug([^/.]*)`];

/** One page for every address of the demo's front end; it reads its own address. */
export const registerFrontEnd = (strapi: Core.Strapi): void => {
  const file = path.join(strapi.dirs.static.public, 'site', 'index.html');
  const handler = (ctx: Ctx): void => {
    ctx.type = 'html';
    ctx.set('Cache-Control', 'no-cache');
    ctx.body = fs.createReadStream(file);
  };
  (strapi.server as unknown as Server).routes(
    PAGES.map((address) => ({ method: 'GET', path: address, handler, config: { auth: false } })),
  );
};
