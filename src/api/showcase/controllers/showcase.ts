import type { Core } from '@strapi/strapi';

type Ctx = Parameters<Core.ControllerHandler>[0];
type Named = { name?: string; title?: string };
type Article = {
  documentId: string;
  title: string;
  author?: Named;
  related?: Named[];
  tags?: Named[];
};

/** How many articles the slow ways look at. */
const LIMIT = 40;

/**
 * Two ways to be slow that happen in real projects, to be found in Health: they are slow on
 * purpose. Each says beside it how it is done well.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const articles = () => strapi.documents('api::article.article');

  return {
    /** N+1: asks for the author of each article by itself. One `populate: ['author']` does it. */
    async oneByOne(ctx: Ctx) {
      const list = (await articles().findMany({
        fields: ['title'],
        status: 'published',
        limit: LIMIT,
      })) as unknown as Article[];
      const data: { title: string; author: string | null }[] = [];
      for (const { documentId, title } of list) {
        const found = (await articles().findOne({
          documentId,
          fields: ['title'],
          populate: { author: { fields: ['name'] } },
          status: 'published',
        })) as unknown as Article | null;
        data.push({ title, author: found?.author?.name ?? null });
      }
      ctx.body = { data };
    },

    /** Populates everything, four levels deep, and sorts by a long text; the page shows three names. */
    async everything(ctx: Ctx) {
      const deep = {
        populate: { author: true, category: true, tags: true, cover: true, gallery: true },
      };
      const list = (await articles().findMany({
        status: 'published',
        limit: 100,
        sort: ['notes:desc', 'summary:asc'],
        populate: {
          author: { populate: { articles: deep } },
          category: { populate: { articles: deep } },
          tags: { populate: { articles: deep } },
          related: deep,
          relatedFrom: deep,
          cover: true,
          gallery: true,
          seo: true,
          links: true,
        },
      } as never)) as unknown as Article[];
      const data = list.map(({ title, related = [], tags = [] }) => ({
        title,
        related: related.length,
        tags: tags.map(({ name }) => name),
      }));
      ctx.body = { data };
    },
  };
};
