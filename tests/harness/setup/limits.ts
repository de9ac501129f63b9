/** Booting Strapi happens in `beforeAll`; on a busy machine it takes longer than Jest's 5 s. */
jest.setTimeout(240_000);
