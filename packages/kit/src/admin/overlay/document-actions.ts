import { useIntl } from 'react-intl';
import { useParams } from 'react-router-dom';
import { OVERLAY_MESSAGES as TEXTS } from './messages';
import { keepRelationsApart } from './relation-keys';
import { useOverlayMode } from './use-overlay-mode';

type Props = { model: string; documentId?: string; collectionType: string };
type Description = { label: string; disabled?: boolean; [key: string]: unknown };
type Component = (props: Props) => Description | null;

/** What Strapi's types say of an action, as far as it is used. */
export type DocumentAction = Component & { type?: string; position?: unknown };

const LABELS: Record<string, keyof typeof TEXTS> = {
  publish: 'publish',
  update: 'save',
  unpublish: 'unpublish',
  discard: 'discard',
};

/**
 * Strapi's own buttons, saying what they do to a variant. Those that would do something to the
 * original (delete, duplicate, schedule) are not there. The buttons of an entry opened in a modal
 * on top stay Strapi's: they are about that entry.
 */
export function wrapAction(original: DocumentAction): DocumentAction {
  const Wrapped: DocumentAction = (props) => {
    const description = original(props);
    const { formatMessage } = useIntl();
    const { id, meta } = useOverlayMode();
    const page = useParams();
    const isThisPage =
      props.model === page.slug &&
      (props.collectionType === 'single-types' || props.documentId === page.id);
    if (id === null || !isThisPage || !description) return description;

    const label = LABELS[original.type ?? ''];
    if (!label) return null;
    const isOff = meta === null || !keepRelationsApart();
    return {
      ...description,
      label: formatMessage(TEXTS[label]),
      disabled: description.disabled === true || isOff,
    };
  };
  // Strapi tells some of its actions by the name of their function.
  Object.defineProperty(Wrapped, 'name', { value: original.name });
  Wrapped.type = original.type;
  Wrapped.position = original.position;
  return Wrapped;
}
