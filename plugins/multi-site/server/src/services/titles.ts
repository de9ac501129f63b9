import type { Core } from '@strapi/strapi';
import { contentTypesOf } from '../isolation/strapi-parts';

const USUAL = ['title', 'name', 'label', 'headline', 'subject'];

/** The attribute by which people know an entry: one with a usual name, else the first short text. */
export function titleAttributeOf(strapi: Core.Strapi, uid: string): string | null {
  const attributes = contentTypesOf(strapi)[uid]?.attributes ?? {};
  const isText = (name: string) => attributes[name]?.type === 'string';
  const texts = Object.keys(attributes).filter((name) => isText(name) && name !== 'documentId');
  return USUAL.find(isText) ?? texts.find((name) => name !== 'locale') ?? null;
}
