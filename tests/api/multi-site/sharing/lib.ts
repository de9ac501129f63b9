import type {
  ListSharesResponse,
  SharedEntryResponse,
  ShareLabelsResponse,
  SharePreviewResponse,
  ShareResponse,
  ShareTargetsResponse,
} from '../../../../plugins/multi-site/shared/contracts/shares';
import type { UndoResponse } from '../../../../plugins/multi-site/shared/contracts/audit';
import {
  createMember,
  createSite,
  createTokenPersona,
  grantPublic,
  type AdminPersona,
  type AppOptions,
  type Client,
  type TestSite,
  type TokenPersona,
} from '../../../harness';
import { startStage, type Stage } from '../lib/stage';

export const ARTICLE = 'api::article.article';
export const AUTHOR = 'api::author.author';
export const TAG = 'api::tag.tag';
export const IN_ADMIN = `/content-manager/collection-types/${ARTICLE}`;

export type Named = { documentId: string; id: number; title: string; name: string };
export type List = { data: Named[]; meta: { pagination: { total: number } } };

export type Sharing = Stage & {
  /** A site with which nothing is shared. */
  third: TestSite;
  /** Edits there. */
  thirdToken: TokenPersona;
  thirdEditor: AdminPersona;
  /** Owns `home` and `other`. */
  both: AdminPersona;
  /** Owns `other` only. */
  otherOwner: AdminPersona;
};

const READ = ['find', 'findOne'];

/** `home` shares, `other` reads, `third` does not. */
export async function openSharing(options: AppOptions = {}): Promise<Sharing> {
  const stage = await startStage({ locales: ['de'], ...options });
  const { app, cast, other } = stage;
  const third = await createSite(app.strapi, { name: 'Third', slug: 'third' });
  const thirdToken = await createTokenPersona(app, {
    name: 'Edits third',
    type: 'full-access',
    site: third,
  });
  const member = (role: 'owner' | 'editor', site: TestSite, name: string) =>
    createMember(app, { email: `${name}@example.test`, role, site });
  const thirdEditor = await member('editor', third, 'third-editor');
  const otherOwner = await member('owner', other, 'other-owner');
  await app.strapi.plugin('multi-site').service('members').add({
    site: other.number,
    userId: cast.siteOwner.user.id,
    role: 'multi-site-owner',
  });
  await grantPublic(
    app.strapi,
    [ARTICLE, AUTHOR, TAG].flatMap((uid) => READ.map((action) => `${uid}.${action}`)),
  );
  return { ...stage, third, thirdToken, thirdEditor, both: cast.siteOwner, otherOwner };
}

type Who = Client;
const bodyOf = (documentIds: string[], sites?: string[] | 'all', contentType = ARTICLE) => ({
  contentType,
  documentIds,
  ...(sites && { sites }),
});

export const share = (who: Who, documentIds: string[], sites: string[] | 'all', uid?: string) =>
  who.post<ShareResponse>('/multi-site/shares', bodyOf(documentIds, sites, uid));
export const stop = (who: Who, documentIds: string[], sites?: string[] | 'all', uid?: string) =>
  who.post<ShareResponse>('/multi-site/shares/stop', bodyOf(documentIds, sites, uid));
export const preview = (who: Who, documentIds: string[], sites: string[] | 'all') =>
  who.post<SharePreviewResponse>('/multi-site/shares/preview', bodyOf(documentIds, sites));
export const entryOf = (who: Who, documentId: string) =>
  who.get<SharedEntryResponse>(
    `/multi-site/shares/entry?contentType=${ARTICLE}&documentId=${documentId}&locale=en`,
  );
export const labelsOf = (who: Who, documentIds: string[]) =>
  who.get<ShareLabelsResponse>(
    `/multi-site/shares/labels?contentType=${ARTICLE}&documentIds=${documentIds.join()}`,
  );
export const targetsOf = (who: Who) =>
  who.get<ShareTargetsResponse>(`/multi-site/shares/targets?contentType=${ARTICLE}`);
export const listOf = (who: Who, query = '') =>
  who.get<ListSharesResponse>(`/multi-site/shares${query}`);
export const undo = (who: Who, auditId: string | null) =>
  who.post<UndoResponse>(`/multi-site/audit/${String(auditId)}/undo`);
