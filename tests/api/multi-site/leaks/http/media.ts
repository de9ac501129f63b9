import type { ActorName } from '../lib/actors';
import type { HttpCase } from '../lib/run-requests';
import type { Side } from '../lib/side';
import { solidPng } from '../../../../harness';
import { creating, del, get, post, put } from './case';

const UP = '/upload';
const ids = (t: Side) => ({
  fileIds: t.files.map((file) => file.id),
  folderIds: t.folders.map((folder) => folder.id),
});
const mixed = (t: Side, own: Side) => ({
  fileIds: [...ids(t).fileIds, own.files[1].id],
  folderIds: [...ids(t).folderIds, own.folders[1].id],
});

const form = (info: object, field = 'fileInfo') => {
  const data = new FormData();
  const picture = new Blob([new Uint8Array(solidPng([1, 2, 3]))], { type: 'image/png' });
  data.append('files', picture, 'new.png');
  data.append(field, JSON.stringify(info));
  return data;
};

const reads: HttpCase[] = [
  get('owner', 200, 'files', `${UP}/files?pageSize=100&sort=name:ASC`),
  get('owner', 200, 'files, search', `${UP}/files?_q=zqsecret`),
  get(
    'owner',
    200,
    'files by folder path',
    `${UP}/files?filters[$and][0][folderPath][$startsWith]=/&sort=name:ASC`,
  ),
  get(
    'owner',
    200,
    'files of a folder',
    (t) => `${UP}/files?filters[$and][0][folder][id]=${t.folders[1].id}`,
  ),
  get('owner', 200, 'files of no folder', `${UP}/files?filters[$and][0][folder][id][$null]=true`),
  get(
    'owner',
    200,
    'files by folder name',
    `${UP}/files?filters[$and][0][folder][name][$startsWith]=zq`,
  ),
  get('owner', 404, 'file', (t) => `${UP}/files/${t.files[0].id}`),
  get(
    'owner',
    200,
    'own file with hidden links',
    (_, own) => `${UP}/files/${own.files[1].id}?populate=*`,
  ),
  get(
    'owner',
    200,
    'folders',
    `${UP}/folders?pagination[pageSize]=-1&sort=name:ASC&populate[parent]=true`,
  ),
  get('owner', 200, 'folders, search', `${UP}/folders?_q=zqsecret`),
  get('owner', 404, 'folder', (t) => `${UP}/folders/${t.folders[0].id}`),
  get(
    'owner',
    200,
    'folder with counts',
    (_, own) => `${UP}/folders/${own.folders[0].id}?populate[parent][populate]=*`,
  ),
  get('owner', 200, 'folder structure', `${UP}/folder-structure`),
  get('viewer', 200, 'files', `${UP}/files?sort=name:ASC`),
  get('viewer', 404, 'file', (t) => `${UP}/files/${t.files[0].id}`),
  ...(['fullToken', 'readToken', 'frontendUser', 'anonymous'] as const).flatMap((as: ActorName) => [
    get(as, 200, 'files', '/api/upload/files?sort=name'),
    get(as, 200, 'files, filter', '/api/upload/files?filters[name][$startsWith]=zq'),
    get(as, 404, 'file', (t) => `/api/upload/files/${t.files[0].id}`),
  ]),
];

const writes: HttpCase[] = [
  put(
    'owner',
    404,
    'rename a file',
    (t) => `${UP}/files/${t.files[0].id}`,
    () => ({ fileInfo: { name: 'x' } }),
  ),
  post(
    'owner',
    404,
    'change a file, old route',
    (t) => `${UP}?id=${t.files[0].id}`,
    () => {
      const data = new FormData();
      data.append('fileInfo', JSON.stringify({ name: 'x' }));
      return data;
    },
  ),
  post(
    'owner',
    404,
    'replace a file',
    (t) => `${UP}?id=${t.files[0].id}`,
    () => form({ name: 'x' }),
  ),
  post(
    'owner',
    404,
    'replace a file, new route',
    (t) => `${UP}/files/${t.files[0].id}/replace`,
    () => form({ name: 'x' }),
  ),
  del('owner', 404, 'delete a file', (t) => `${UP}/files/${t.files[0].id}`),
  post('owner', 400, 'upload into a folder', UP, (t) =>
    form({ name: 'n.png', folder: t.folders[0].id }),
  ),
  post('owner', 400, 'upload into a folder, new route', `${UP}/files`, (t) =>
    form({ name: 'n.png', folder: t.folders[0].id }),
  ),
  put(
    'owner',
    400,
    'move an own file into a folder',
    (_, own) => `${UP}/files/${own.files[0].id}`,
    (t) => ({ fileInfo: { folder: t.folders[0].id } }),
  ),
  creating(post('owner', 201, 'upload', UP, () => form({ name: 'n.png' }))),
  creating(
    post('owner', 201, 'upload stuffed with a site', UP, () => form({ name: 'n.png', site_id: 3 })),
  ),
  post('owner', 400, 'folder in a folder', `${UP}/folders`, (t) => ({
    name: 'n',
    parent: t.folders[0].id,
  })),
  creating(
    post('owner', 201, 'folder of the same name', `${UP}/folders`, (t) => ({
      name: `${t.mark} folder`,
    })),
  ),
  put(
    'owner',
    404,
    'rename a folder',
    (t) => `${UP}/folders/${t.folders[0].id}`,
    () => ({ name: 'x' }),
  ),
  put(
    'owner',
    400,
    'move an own folder into a folder',
    (_, own) => `${UP}/folders/${own.folders[1].id}`,
    (t) => ({ name: 'homely inner', parent: t.folders[0].id }),
  ),
  post('owner', 200, 'bulk-delete', `${UP}/actions/bulk-delete`, ids),
  post('owner', 200, 'bulk-delete, mixed', `${UP}/actions/bulk-delete`, mixed),
  post('owner', 200, 'bulk-move to the top', `${UP}/actions/bulk-move`, (t) => ({
    ...ids(t),
    destinationFolderId: null,
  })),
  post('owner', 200, 'bulk-move to the top, mixed', `${UP}/actions/bulk-move`, (t, own) => ({
    ...mixed(t, own),
    destinationFolderId: null,
  })),
  post(
    'owner',
    200,
    'bulk-move into an own folder, mixed',
    `${UP}/actions/bulk-move`,
    (t, own) => ({
      ...mixed(t, own),
      folderIds: ids(t).folderIds,
      destinationFolderId: own.folders[0].id,
    }),
  ),
  post('owner', 400, 'bulk-move into a folder', `${UP}/actions/bulk-move`, (t, own) => ({
    fileIds: [own.files[0].id],
    folderIds: [],
    destinationFolderId: t.folders[0].id,
  })),
  post('owner', 404, 'bulk-update', `${UP}/actions/bulk-update`, (t) => ({
    updates: [{ id: t.files[0].id, fileInfo: { name: 'x', alternativeText: 'x' } }],
  })),
  ...(['fullToken', 'frontendUser', 'anonymous'] as const).flatMap((as: ActorName) => [
    del(as, 404, 'delete a file', (t) => `/api/upload/files/${t.files[0].id}`),
    post(
      as,
      404,
      'change a file',
      (t) => `/api/upload?id=${t.files[0].id}`,
      () => form({ name: 'x' }),
    ),
    post(as, 400, 'upload for an entry', '/api/upload', (t) => {
      const data = form({ name: 'n.png' });
      data.append('ref', 'api::article.article');
      data.append('refId', String(t.articles[0].id));
      data.append('field', 'cover');
      return data;
    }),
  ]),
];

export const mediaCases = [...reads, ...writes];
