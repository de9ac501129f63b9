import type { Marker } from '../../../../shared/contracts/health';
import { latestMarkers, markersOfRoute } from './latest-markers';

const marker = (at: number, kind: Marker['kind']): Marker => ({
  id: String(at),
  at,
  kind,
  label: '',
  contentType: null,
  entryDocumentId: null,
  entryLocale: null,
  isSingle: false,
});
const publishes = Array.from({ length: 20 }, (_, at) => marker(at + 100, 'publish'));

it.each([
  [
    'a deploy is not pushed out by publishes',
    [marker(1, 'deploy'), ...publishes],
    [119, 118, 117, 116, 1],
  ],
  ['only publishes: the last five', publishes, [119, 118, 117, 116, 115]],
  ['one', [marker(7, 'note')], [7]],
  ['none', [], []],
])('%s', (_name, markers, expected) => {
  expect(latestMarkers(markers).map(({ at }) => at)).toEqual(expected);
});

const ARTICLE = 'api::article.article';

it.each([
  ['deploys, notes and publishes of its type', ARTICLE, ['deploy', 'note', 'publish']],
  ['no publish where it has no type', null, ['deploy', 'note']],
  ['none of another type', 'api::page.page', ['deploy', 'note']],
])('a route has %s', (_name, contentType, expected) => {
  const published = { ...marker(3, 'publish'), contentType: ARTICLE };
  const all = [marker(1, 'deploy'), marker(2, 'note'), published];
  expect(markersOfRoute(all, contentType).map(({ kind }) => kind)).toEqual(expected);
});
