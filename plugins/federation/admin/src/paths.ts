import { PLUGIN_ID } from '../../shared/plugin';

/** Addresses of our pages inside the admin. */
const ROOT = `/plugins/${PLUGIN_ID}`;

export const PATHS = {
  sources: ROOT,
  newSource: `${ROOT}/sources/new`,
  source: (id: string) => `${ROOT}/sources/${id}`,
  editSource: (id: string) => `${ROOT}/sources/${id}/edit`,
  runs: `${ROOT}/runs`,
  run: (id: string) => `${ROOT}/runs/${id}`,
  conflicts: `${ROOT}/conflicts`,
  conflict: (id: string) => `${ROOT}/conflicts/${id}`,
  audit: `${ROOT}/audit`,
  entry: (uid: string, documentId: string, locale: string) =>
    `/content-manager/collection-types/${uid}/${documentId}${
      locale ? `?plugins[i18n][locale]=${locale}` : ''
    }`,
} as const;
