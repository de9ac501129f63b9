/** Stands for `@strapi/utils`: its errors have to be those that Strapi knows. */
module.exports = globalThis.suiteRequire('@strapi/utils');
