export { overlayAttributes } from './attributes';
export { readVersions, schemaOf } from './content';
export { assertMayChangePath } from './gate/permissions';
export { OVERLAY_ERROR_PREFIX, overlayErrors, overlayErrorTable } from './errors';
export { isEditingOverlay } from './gate/session';
export { refreshOverlays, registerOverlayLayer, stopOverlays, warmOverlays } from './install';
export { createOverlayReviews, type OverlayReviews } from './reviews';
export { stateOf as overlayStateOf } from './gate/repaint';
export { createOverlayStore, overlayId, type OverlayStore } from './store';
export type {
  DeliveredOverlays,
  OverlayLayerDefinition,
  OverlayRecord,
  OverlaySelection,
  StoredOverlay,
} from './types';
