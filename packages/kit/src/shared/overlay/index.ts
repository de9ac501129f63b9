export { applyOverlays, changesFor, inLayerOrder } from './apply';
export { contentHash, stableJson } from './canonical';
export { diffDocument } from './diff';
export {
  resumeInheritance,
  saveInput,
  settleReview,
  suspendInheritance,
  underReview,
  type Versions,
} from './edit';
export { isOverridable } from './kinds';
export {
  ALL,
  layPlan,
  layValue,
  SCALARS,
  type Asked,
  type LayOptions,
  type Reference,
} from './lay';
export {
  mergePlans,
  planOverlay,
  type OverlayPlan,
  type Planned,
  type PlannedFields,
} from './plan';
export { REVIEW_KEEPS, type EntryVariant, type ReviewKeep, type ReviewPart } from './review-part';
export {
  OVERLAY_LAYERS,
  overlayChangeSchema,
  overlayChangesSchema,
  type Overlay,
  type OverlayAttributes,
  type OverlayChange,
  type OverlayLayer,
  type OverlaySchema,
  type OverlayStatus,
  type Row as OverlayRow,
} from './types';
