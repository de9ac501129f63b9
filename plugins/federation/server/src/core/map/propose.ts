import type { FieldMapping, Step, TypeMapping } from '../../../../shared/contracts/mappings';
import type { RemoteField, RemoteType } from '../../../../shared/contracts/remote';
import type { FieldShape, Shape } from '../shape';

/** Names that mean the same in different systems; the first ones are tried first. */
const SYNONYMS: Record<string, string[]> = {
  title: ['title', 'name', 'headline'],
  name: ['name', 'title'],
  slug: ['slug', 'title', 'name'],
  summary: ['summary', 'excerpt', 'description', 'teaser', 'content'],
  description: ['description', 'summary', 'excerpt'],
  excerpt: ['excerpt', 'summary', 'description'],
  body: ['body', 'content', 'text', 'summary'],
  content: ['content', 'body', 'text'],
  text: ['text', 'content', 'body'],
  cover: ['cover', 'image', 'picture', 'thumbnail'],
  image: ['image', 'cover', 'picture'],
  author: ['author', 'authors', 'creator'],
  tags: ['tags', 'categories', 'keywords'],
  category: ['category', 'categories', 'section'],
  url: ['url', 'link'],
  link: ['link', 'url'],
  publishedOn: ['publishedOn', 'published', 'date'],
};

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** A mapping to begin with, by name; fields without a counterpart are left out. */
export function proposeMapping(remote: RemoteType, uid: string, shape: Shape): TypeMapping {
  const fields = Object.entries(shape).flatMap(([name, field]): FieldMapping[] => {
    const found = findSource(name, field, remote.fields);
    if (!found) return [];
    return [{ field: name, from: found.path, steps: stepsFor(found, name, field) }];
  });
  return { remoteType: remote.name, uid, matchBy: '', fields };
}

function findSource(
  name: string,
  field: FieldShape,
  fields: RemoteField[],
): RemoteField | undefined {
  const wanted = [name, ...(SYNONYMS[name] ?? [])].map(plain);
  for (const candidate of wanted) {
    const found = fields.find((remote) => plain(remote.path) === candidate && fits(remote, field));
    if (found) return found;
  }
  return undefined;
}

function fits(remote: RemoteField, field: FieldShape): boolean {
  switch (field.kind) {
    case 'media':
    case 'medias':
      return remote.type === 'media';
    case 'relation':
    case 'relations':
      return remote.type === 'relation';
    case 'component':
    case 'components':
    case 'zone':
      return remote.type === 'component';
    case 'blocks':
      return ['blocks', 'html', 'markdown', 'text'].includes(remote.type);
    case 'json':
      return remote.type === 'json';
    default:
      return ['text', 'markdown', 'html', 'number', 'boolean', 'date', 'list'].includes(
        remote.type,
      );
  }
}

function stepsFor(remote: RemoteField, name: string, field: FieldShape): Step[] {
  if (field.type === 'uid' && plain(remote.path) !== plain(name)) return [{ op: 'slug' }];
  if (remote.type === 'html') {
    if (field.kind === 'blocks') return [{ op: 'html-to-blocks' }];
    return [{ op: field.type === 'richtext' ? 'html-to-markdown' : 'html-to-text' }];
  }
  if (remote.type === 'date' && field.type !== 'string') return [{ op: 'date' }];
  return [];
}
