// The demo's front end: one page for all sites, because the host decides what it gets.
import { createClient } from './client.js';
import { el } from './dom.js';
import { showArticle, showHome } from './pages.js';
import { consentBox, privacyLine } from './privacy.js';
import { textsOf } from './texts.js';

const main = document.getElementById('main');

/** /site, /site/<locale>, /site/<locale>/<slug of an article> */
const [, wanted, slug] = window.location.pathname
  .split('/')
  .filter(Boolean)
  .map(decodeURIComponent);

const hrefOf = ({ locale, article }) =>
  `/site/${encodeURIComponent(locale)}/${article ? encodeURIComponent(article) : ''}`;

async function start() {
  const site = await createClient()
    .request('sites/current')
    .then(({ data }) => data)
    .catch(() => null); // Without multi-site, or not granted: one site without a name.
  const settings = site?.settings ?? {};
  const locales = settings.locales ?? ['en'];
  const locale = locales.includes(wanted) ? wanted : (settings.defaultLocale ?? locales[0]);
  const texts = textsOf(locale);
  const client = createClient({ browserKey: settings.public?.browserKey });
  const page = { client, site, locale, locales, texts, hrefOf, slug };

  document.documentElement.lang = locale;
  const color = settings.public?.color;
  if (/^#[0-9a-f]{6}$/i.test(color ?? '')) {
    document.documentElement.style.setProperty('--brand', color);
  }
  await showFrame(page);
  main.replaceChildren(...(await (page.slug ? showArticle(page) : showHome(page))).filter(Boolean));
  main.prepend(...consentBox(page));
  main.setAttribute('aria-busy', 'false');
  client.watchVitals(slug ? '/site/:locale/:slug' : '/site/:locale');
}

async function showFrame({ client, site, locale, locales, texts, hrefOf: href, slug }) {
  const menu = await client
    .request('navigation', { query: { locale, populate: { header: true } } })
    .then(({ data }) => data)
    .catch(() => null);
  const name = site?.name ?? menu?.title ?? 'Strapi suite';
  document.title = name;
  document.getElementById('header').replaceChildren(
    el('a', { class: 'name', href: href({ locale }) }, name),
    el(
      'nav',
      { 'aria-label': texts.languages },
      el(
        'ul',
        {},
        locales.map((code) =>
          el(
            'li',
            {},
            el(
              'a',
              {
                href: href({ locale: code, article: slug }),
                lang: code,
                'aria-current': code === locale ? 'true' : undefined,
              },
              new Intl.DisplayNames([code], { type: 'language' }).of(code),
            ),
          ),
        ),
      ),
    ),
  );
  const footer = document.getElementById('footer');
  const refresh = () => footer.replaceChildren(...privacyLine({ client, texts, refresh }));
  refresh();
}

start().catch((error) => {
  console.warn(error);
  const texts = textsOf(wanted);
  main.setAttribute('aria-busy', 'false');
  main.replaceChildren(
    el(
      'div',
      { class: 'box', role: 'alert' },
      el('p', {}, texts.failed),
      el('button', { type: 'button', onclick: () => window.location.reload() }, texts.again),
    ),
  );
});
