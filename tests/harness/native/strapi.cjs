/** Stands for `@strapi/strapi` in the API tests: the one that Node loaded, see ../setup/environment.mjs. */
module.exports = globalThis.suiteRequire('@strapi/strapi');
