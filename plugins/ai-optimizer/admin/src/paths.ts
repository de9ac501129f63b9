import { PLUGIN_ID } from '../../shared/plugin';

/** Addresses of our pages inside the admin. */
const ROOT = `/plugins/${PLUGIN_ID}`;

type Ref = { uid: string; documentId: string; locale: string };

export const PATHS = {
  quality: ROOT,
  entry: ({ uid, documentId, locale }: Ref) =>
    `${ROOT}/entries/${uid}/${documentId}${locale ? `?locale=${locale}` : ''}`,
  experiments: `${ROOT}/experiments`,
  newExperiment: `${ROOT}/experiments/new`,
  /** A test of an entry that is chosen already. */
  testOf: ({ uid, documentId, locale }: Ref) =>
    `${ROOT}/experiments/new?${new URLSearchParams({ uid, documentId, ...(locale ? { locale } : {}) }).toString()}`,
  /** A new rule of personalization, named after what was found. */
  newRule: (name: string) =>
    `/plugins/personalization/rules/new?${new URLSearchParams({ name }).toString()}`,
  experiment: (id: string) => `${ROOT}/experiments/${id}`,
  usage: `${ROOT}/usage`,
  settings: `${ROOT}/settings`,
  /** The entry in Strapi's own edit view. */
  edit: ({ uid, documentId, locale }: Ref) =>
    `/content-manager/collection-types/${uid}/${documentId}${locale ? `?plugins[i18n][locale]=${locale}` : ''}`,
  /** A variant of it there. */
  editVariant: ({ uid, documentId, locale }: Ref, overlay: string) =>
    `/content-manager/collection-types/${uid}/${documentId}?plugins[overlay][overlay]=${overlay}${
      locale ? `&plugins[i18n][locale]=${locale}` : ''
    }`,
} as const;
