export {
  createOverlayReviews,
  createOverlayStore,
  overlayStateOf,
  refreshOverlays,
  registerOverlayLayer,
  stopOverlays,
  warmOverlays,
  type OverlayRecord,
  type StoredOverlay,
} from 'suite-kit/server';
