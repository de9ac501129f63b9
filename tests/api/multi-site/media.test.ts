import {
  createFolder,
  createMedia,
  solidPng,
  type App,
  type Cast,
  type Client,
  type TestSite,
} from '../../harness';
import { expectRefusal } from './lib/answers';
import { registeredSites, storedSites } from './lib/rows';
import { startStage } from './lib/stage';

const FILE = 'plugin::upload.file';
const FOLDER = 'plugin::upload.folder';
type File = { id: number; documentId: string; name: string; folderPath: string };
type Folder = { id: number; documentId: string; pathId: number; path: string; name: string };

let app: App;
let cast: Cast;
let home: TestSite;
let other: TestSite;

beforeAll(async () => {
  ({ app, cast, home, other } = await startStage());
});
afterAll(() => app.stop());

const form = (name: string, info: object = {}) => {
  const data = new FormData();
  data.append(
    'files',
    new Blob([new Uint8Array(solidPng([1, 2, 3]))], { type: 'image/png' }),
    name,
  );
  data.append('fileInfo', JSON.stringify({ name, ...info }));
  return data;
};
const names = async (who: Client) => {
  const answer = await who.get<{ results: File[] }>('/upload/files?sort=name:ASC');
  expect(answer.status).toBe(200);
  return answer.body.results.map((file) => file.name);
};

describe('a file', () => {
  it.each([
    ['the content API', '/api/upload', () => cast.fullToken],
    ['the media library', '/upload', () => cast.siteEditor],
    ['a network token on the site', '/api/upload', () => cast.networkToken.with({ site: 'home' })],
  ])('uploaded by %s is on the site', async (_way, path, who) => {
    const answer = await who().post<File[]>(path, form('picture.png'));
    expect(answer.status).toBe(201);
    const documentId = answer.body[0]?.documentId ?? '';
    expect(await storedSites(app.strapi, FILE, documentId)).toEqual([home.number]);
    expect(await registeredSites(app.strapi, FILE, documentId)).toEqual([home.number]);
  });

  it('needs a site where all are in view', async () => {
    const inAdmin = await cast.superAdmin.post('/upload', form('picture.png'));
    expectRefusal(inAdmin, 400, 'MULTI_SITE_CHOOSE_SITE_TO_CREATE');
    const byToken = await cast.networkToken.post('/api/upload', form('picture.png'), { site: '*' });
    expectRefusal(byToken, 400, 'MULTI_SITE_CHOOSE_SITE_TO_CREATE');
  });

  it('is listed on its site and in the view of all', async () => {
    await createMedia(app.strapi, { site: other, name: 'of-other.png' });
    expect(await names(cast.siteEditor)).not.toContain('of-other.png');
    expect(await names(cast.otherEditor)).toEqual(['of-other.png']);
    expect(await names(cast.superAdmin)).toContain('of-other.png');
  });

  it('keeps its site when it is renamed and replaced', async () => {
    const file = await createMedia(app.strapi, { site: home });
    const renamed = new FormData();
    renamed.append('fileInfo', JSON.stringify({ name: 'renamed.png', alternativeText: 'New' }));
    expect((await cast.siteEditor.post(`/upload?id=${file.id}`, renamed)).status).toBe(200);
    const replaced = await cast.superAdmin.post(`/upload?id=${file.id}`, form('other.png'));
    expect(replaced.status).toBe(200);
    expect(await storedSites(app.strapi, FILE, file.documentId)).toEqual([home.number]);
  });

  it('is forgotten when it is deleted', async () => {
    const file = await createMedia(app.strapi, { site: home });
    expect((await cast.fullToken.delete(`/api/upload/files/${file.id}`)).status).toBe(200);
    expect(await storedSites(app.strapi, FILE, file.documentId)).toEqual([]);
    expect(await registeredSites(app.strapi, FILE, file.documentId)).toEqual([]);
  });

  it('can be the picture of an entry of its site', async () => {
    const file = await createMedia(app.strapi, { site: home });
    const data = { title: 'With picture', slug: 'with-picture', cover: file.id };
    const answer = await cast.fullToken.post<{ data: { cover: File } }>(
      '/api/articles?populate=cover',
      { data },
    );
    expect(answer.status).toBe(201);
    expect(answer.body.data.cover.documentId).toBe(file.documentId);
  });
});

describe('a folder', () => {
  const make = (who: Client, name: string, parent?: number) =>
    who.post<{ data: Folder }>('/upload/folders', { name, parent: parent ?? null });

  it('is made first on one site, then on the other, under the same name', async () => {
    const first = await make(cast.siteEditor, 'Pictures');
    const second = await make(cast.otherEditor, 'Pictures');
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(await storedSites(app.strapi, FOLDER, first.body.data.documentId)).toEqual([
      home.number,
    ]);
    expect(await storedSites(app.strapi, FOLDER, second.body.data.documentId)).toEqual([
      other.number,
    ]);
    expect(await registeredSites(app.strapi, FOLDER, second.body.data.documentId)).toEqual([
      other.number,
    ]);
    expect(second.body.data.pathId).not.toBe(first.body.data.pathId);
    expect(second.body.data.path).not.toBe(first.body.data.path);
  });

  it('is not made twice under one name on one site', async () => {
    expect((await make(cast.siteEditor, 'Pictures')).status).toBe(400);
  });

  it('holds folders and files of its site', async () => {
    const parent = (await make(cast.siteEditor, 'Parent')).body.data;
    const child = (await make(cast.siteEditor, 'Child', parent.id)).body.data;
    expect(child.path).toBe(`${parent.path}/${child.pathId}`);
    expect(await storedSites(app.strapi, FOLDER, child.documentId)).toEqual([home.number]);

    const uploaded = await cast.siteEditor.post<File[]>(
      '/upload',
      form('in.png', { folder: child.id }),
    );
    expect(uploaded.body[0]?.folderPath).toBe(child.path);
  });

  it('is moved with what is in it, and keeps its site', async () => {
    const from = (await make(cast.siteEditor, 'From')).body.data;
    const to = (await make(cast.siteEditor, 'To')).body.data;
    const file = await createMedia(app.strapi, { site: home, folderId: from.id });
    const moved = await cast.siteEditor.post('/upload/actions/bulk-move', {
      folderIds: [from.id],
      fileIds: [],
      destinationFolderId: to.id,
    });
    expect(moved.status).toBe(200);
    expect(await storedSites(app.strapi, FOLDER, from.documentId)).toEqual([home.number]);
    const row = await app.strapi.db.connection('files').where({ id: file.id }).first();
    expect(row).toMatchObject({ site_id: home.number, folder_path: `${to.path}/${from.pathId}` });
  });

  it('shows in the structure of its own site only', async () => {
    await createFolder(app.strapi, { site: other, name: 'Only on other' });
    const structure = await cast.siteEditor.get('/upload/folder-structure');
    expect(structure.text).toContain('Pictures');
    expect(structure.text).not.toContain('Only on other');
  });

  it('goes with everything in it, and the other sites’ folders stay', async () => {
    const folder = (await make(cast.siteEditor, 'Away')).body.data;
    const file = await createMedia(app.strapi, { site: home, folderId: folder.id });
    const kept = await createFolder(app.strapi, { site: other, name: 'Kept' });
    const answer = await cast.siteEditor.post('/upload/actions/bulk-delete', {
      folderIds: [folder.id],
      fileIds: [],
    });
    expect(answer.status).toBe(200);
    for (const [uid, { documentId }] of [
      [FOLDER, folder],
      [FILE, file],
    ] as const) {
      expect(await storedSites(app.strapi, uid, documentId)).toEqual([]);
      expect(await registeredSites(app.strapi, uid, documentId)).toEqual([]);
    }
    expect(await storedSites(app.strapi, FOLDER, kept.documentId)).toEqual([other.number]);
  });

  it('needs a site where all are in view', async () => {
    const answer = await make(cast.superAdmin, 'Nowhere');
    expectRefusal(answer, 400, 'MULTI_SITE_CHOOSE_SITE_TO_CREATE');
  });
});
