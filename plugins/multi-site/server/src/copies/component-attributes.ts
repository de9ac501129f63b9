import type { Core } from '@strapi/strapi';
import type { ImageAttributes } from '../core/copied-image';

type Components = Record<string, { attributes: ImageAttributes } | undefined>;

export const componentAttributesOf = (strapi: Core.Strapi) => (uid: string) =>
  (strapi.components as unknown as Components)[uid]?.attributes ?? {};
