/** What Strapi's own admin puts on the window before it registers plugins. */
interface Window {
  strapi: { backendURL: string };
}
