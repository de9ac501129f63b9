/**
 * The public REST API as the front end of this newspaper has always used it. Every list is sorted
 * by a field no two entries share: without a sort no database promises an order.
 */
const LIST = 'sort=slug:asc&pagination[pageSize]=5';

const FILTERS = [
  'filters[section][$eq]=news',
  'filters[section][$ne]=news',
  'filters[section][$in][0]=news&filters[section][$in][1]=guides',
  'filters[section][$notIn][0]=opinion',
  'filters[rating][$gt]=5',
  'filters[rating][$gte]=5&filters[rating][$lt]=8',
  'filters[rating][$lte]=2',
  'filters[rating][$between][0]=2&filters[rating][$between][1]=3',
  'filters[title][$contains]=Harbour',
  'filters[title][$containsi]=harbour',
  'filters[title][$notContains]=River',
  'filters[title][$startsWith]=Museum',
  'filters[title][$endsWith]=7',
  'filters[title][$eqi]=nothing',
  'filters[featured][$eq]=true',
  'filters[printedOn][$gte]=2023-01-01',
  'filters[summary][$notNull]=true',
  'filters[summary][$null]=true',
  'filters[author][name][$containsi]=tram',
  'filters[author][address][city][$eq]=Kiel',
  'filters[tags][name][$containsi]=winter',
  'filters[categories][slug][$containsi]=river',
  'filters[seo][noIndex][$eq]=true',
  'filters[links][label][$containsi]=museum',
  'filters[$or][0][section][$eq]=news&filters[$or][1][rating][$gt]=9',
  'filters[$and][0][section][$eq]=news&filters[$and][1][rating][$gt]=5',
  'filters[$not][section][$eq]=news',
  'filters[related][section][$eq]=news',
  'filters[comments][approved][$eq]=true',
  'filters[author][articles][section][$eq]=guides',
];

const SORTS = [
  'sort=title:desc',
  'sort[0]=section:asc&sort[1]=slug:asc',
  'sort=author.name:asc&sort[1]=slug:asc',
  'sort=rating:desc,slug:asc',
  'sort=printedOn:asc&sort[1]=slug:desc',
];

const POPULATES = [
  'populate=*',
  'populate=author',
  'populate[0]=author&populate[1]=tags&populate[2]=categories',
  'populate[author][populate]=avatar',
  'populate[author][fields][0]=name&populate[tags][fields][0]=name',
  'populate[cover][fields][0]=url&populate[gallery]=true',
  'populate[seo][populate]=shareImage',
  'populate[links][populate][category][fields][0]=name',
  'populate[blocks][on][shared.quote]=true',
  'populate[blocks][on][shared.teaser][populate]=author',
  'populate[blocks][on][shared.gallery][populate][images]=true&populate[blocks][on][shared.gallery][populate][links]=true',
  'populate[blocks][populate]=*',
  'populate[related][fields][0]=slug&populate[related][sort]=slug',
  'populate[related][populate][author][fields][0]=name',
  'populate[localizations][fields][0]=slug',
  'populate[tags][filters][name][$containsi]=a&populate[tags][sort]=name',
  'populate[author][populate][articles][fields][0]=slug&populate[author][populate][articles][sort]=slug',
];

const PAGINATIONS = [
  'pagination[page]=2&pagination[pageSize]=3',
  'pagination[start]=4&pagination[limit]=3',
  'pagination[page]=1&pagination[pageSize]=100&pagination[withCount]=false&fields=slug',
  'pagination[page]=9999&pagination[pageSize]=5',
];

const anonymous = (group, paths) =>
  paths.map((path) => ({ group, actor: 'anonymous', method: 'GET', path }));

const lists = (type) =>
  anonymous(`REST ${type}`, [
    `/api/${type}?sort=id:asc&pagination[pageSize]=5`,
    `/api/${type}?sort=id:desc&pagination[page]=2&pagination[pageSize]=4`,
    `/api/${type}?sort=id:asc&pagination[pageSize]=3&populate=*`,
  ]);

export const rest = (facts) => [
  ...anonymous(
    'REST filters',
    FILTERS.map((filter) => `/api/articles?${filter}&${LIST}`),
  ),
  ...anonymous(
    'REST filters, German',
    FILTERS.slice(0, 4).map((filter) => `/api/articles?locale=de&${filter}&${LIST}`),
  ),
  ...anonymous(
    'REST sorts',
    SORTS.map((sort) => `/api/articles?${sort}&pagination[pageSize]=5`),
  ),
  ...anonymous(
    'REST populates',
    POPULATES.map((populate) => `/api/articles?${populate}&${LIST}`),
  ),
  ...anonymous(
    'REST single, populated',
    POPULATES.filter((_, index) => index % 3 === 0).map(
      (populate) => `/api/articles/${facts.article}?${populate}`,
    ),
  ),
  ...anonymous(
    'REST pages',
    PAGINATIONS.map((page) => `/api/articles?sort=slug:asc&${page}`),
  ),
  ...anonymous('REST search', [
    `/api/articles?_q=harbour&${LIST}`,
    `/api/articles?_q=Hafen&locale=de&${LIST}`,
    `/api/articles?_q=zzz-nothing&${LIST}`,
  ]),
  ...['authors', 'categories', 'tags', 'pages'].flatMap(lists),
  ...anonymous('REST single', [
    `/api/articles/${facts.article}`,
    `/api/articles/${facts.article}?locale=de`,
    `/api/articles/${facts.article}?fields[0]=title&fields[1]=slug`,
    `/api/articles/${facts.article}?status=draft`,
    `/api/articles/${facts.modifiedArticle}`,
    `/api/articles/${facts.modifiedArticle}?status=draft`,
    `/api/articles/${facts.draftArticle}`,
    `/api/articles/${facts.draftArticle}?status=draft`,
    `/api/authors/${facts.author}?populate=*`,
    `/api/categories/${facts.category}?locale=de`,
    `/api/tags/${facts.tag}`,
    `/api/pages/${facts.page}?populate[children][sort]=slug&populate[parent]=true`,
    '/api/homepage?populate=*',
    '/api/homepage?locale=de&populate[sections][populate]=*',
    '/api/homepage?populate[featured][sort]=slug&populate[featured][fields][0]=slug',
    '/api/masthead?populate=*',
  ]),
  ...anonymous('REST errors', [
    '/api/articles/nosuchdocument0000000000',
    '/api/articles?filters[nothing][$eq]=1',
    '/api/articles?filters[siteId][$eq]=1',
    '/api/articles?filters[site_id][$eq]=1',
    '/api/articles?filters[internalNote][$contains]=desk',
    '/api/articles?filters[author][email][$contains]=daily',
    '/api/articles?sort=nothing',
    '/api/articles?sort=siteId',
    '/api/articles?fields=nothing',
    '/api/articles?fields=siteId',
    '/api/articles?populate=nothing',
    '/api/articles?populate=site',
    '/api/articles?locale=xx&sort=slug',
    '/api/articles?site=2&sort=slug',
    '/api/articles?pagination[page]=-1',
    '/api/nothing',
    '/api/sites',
    '/api/sites/current',
    '/api/multi-site/sites',
    '/api/comments',
    `/api/comments/${facts.comment}`,
    '/api/digests',
    '/api/users',
    '/api/users/me',
    '/api/upload/files',
  ]),
  {
    group: 'REST errors',
    actor: 'anonymous',
    method: 'POST',
    path: '/api/articles',
    body: { data: { title: 'no' } },
  },
  {
    group: 'REST errors',
    actor: 'anonymous',
    method: 'PUT',
    path: `/api/articles/${facts.article}`,
    body: { data: { title: 'no' } },
  },
  {
    group: 'REST errors',
    actor: 'anonymous',
    method: 'DELETE',
    path: `/api/articles/${facts.article}`,
  },
  {
    group: 'REST errors',
    actor: 'anonymous',
    method: 'POST',
    path: '/api/articles',
    raw: '{"data":',
  },
  { group: 'REST errors', actor: 'anonymous', method: 'PATCH', path: '/api/articles' },
];
