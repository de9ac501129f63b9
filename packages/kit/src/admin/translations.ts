import { GERMAN, MESSAGES } from './messages';
import { OVERLAY_GERMAN, OVERLAY_MESSAGES } from './overlay/messages';

type Texts = Record<string, string>;

const ENGLISH: Texts = Object.fromEntries(
  [...Object.values(MESSAGES), ...Object.values(OVERLAY_MESSAGES)].map(({ id, defaultMessage }) => [
    id,
    defaultMessage,
  ]),
);
const OF_KIT: Record<string, Texts> = { en: ENGLISH, de: { ...GERMAN, ...OVERLAY_GERMAN } };

/**
 * A plugin's `registerTrads`: its texts with its id in front, and the kit's. One rejected
 * promise would take away the texts of every plugin, so a locale that cannot be loaded
 * counts as having none.
 */
export function loadTranslations({
  pluginId,
  locales,
  loaders,
}: {
  pluginId: string;
  locales: string[];
  loaders: Record<string, () => Promise<{ default: Texts }>>;
}): Promise<{ locale: string; data: Texts }[]> {
  const load = async (locale: string) => {
    const loader = loaders[locale];
    const texts = loader ? await loader().catch(() => ({ default: {} })) : { default: {} };
    const own = Object.entries(texts.default).map(([id, text]) => [`${pluginId}.${id}`, text]);
    return { locale, data: { ...OF_KIT[locale], ...Object.fromEntries(own) } };
  };
  return Promise.all(locales.map(load));
}
