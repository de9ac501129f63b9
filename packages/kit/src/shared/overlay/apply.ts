import { layPlan, type LayOptions } from './lay';
import { mergePlans, planOverlay } from './plan';
import {
  OVERLAY_LAYERS,
  type Overlay,
  type OverlaySchema,
  type OverlayStatus,
  type Row,
} from './types';

type Options = Omit<LayOptions, 'schema' | 'asked'> & {
  schema: OverlaySchema;
  /** 'draft' lays what is being worked on, 'published' what visitors get. */
  status: OverlayStatus;
};

/** site, audience, test; within a layer in the order given. */
export const inLayerOrder = <Item extends Pick<Overlay, 'layer'>>(overlays: readonly Item[]) =>
  [...overlays].sort(
    (one, other) => OVERLAY_LAYERS.indexOf(one.layer) - OVERLAY_LAYERS.indexOf(other.layer),
  );

export const changesFor = (overlay: Overlay, status: OverlayStatus) =>
  status === 'draft' ? overlay.changes : (overlay.live ?? []);

/**
 * Lays overlays on a deeply populated entry. `applied` are the overlays that changed something,
 * `review` the paths that show the original because it changed below the overlay.
 */
export function applyOverlays(
  document: Row,
  overlays: readonly Overlay[],
  { schema, status, ...options }: Options,
): { document: Row; applied: string[]; review: string[] } {
  const plans = inLayerOrder(overlays).map((overlay) =>
    planOverlay(document, { id: overlay.id, changes: changesFor(overlay, status) }, schema),
  );
  const { fields, review } = mergePlans(plans);
  return { ...layPlan(document, fields, { schema, ...options }), review };
}
