import type {
  RevalidationChange,
  RevalidationDelivery,
} from '../../../shared/contracts/revalidation';

/** As stored: address and secret are sealed. */
export type Target = { site: number; target: string; secret: string; isEnabled: boolean };

export type Delivery = {
  id: number;
  documentId: string;
  createdAt: string;
  state: RevalidationDelivery['state'];
  change: RevalidationChange;
  attempts: number;
  status: number | null;
  error: string | null;
};
