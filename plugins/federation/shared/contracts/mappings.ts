import { z } from '@strapi/utils';
import { FIELD_RULES } from './policies';

/**
 * How a record of the source becomes an entry here: for each field where the value comes from and
 * what is done to it. Nothing in it is code.
 */

const path = z.string().trim().max(200);

export const stepSchema = z.discriminatedUnion('op', [
  /** A fixed value instead of one from the source. */
  z
    .object({
      op: z.literal('const'),
      value: z.union([z.string().max(2_000), z.number(), z.boolean()]),
    })
    .strict(),
  /** A text with places: `{title}, {author.name}`. */
  z.object({ op: z.literal('template'), text: z.string().min(1).max(1_000) }).strict(),
  /** A date or time in whatever notation. */
  z.object({ op: z.literal('date') }).strict(),
  z.object({ op: z.literal('slug') }).strict(),
  z.object({ op: z.literal('html-to-blocks') }).strict(),
  z.object({ op: z.literal('html-to-markdown') }).strict(),
  z.object({ op: z.literal('html-to-text') }).strict(),
  /** A text into a list. */
  z.object({ op: z.literal('split'), separator: z.string().min(1).max(20) }).strict(),
  /** When there is nothing. */
  z
    .object({
      op: z.literal('default'),
      value: z.union([z.string().max(2_000), z.number(), z.boolean()]),
    })
    .strict(),
  /** The entry here whose field has this value. */
  z.object({ op: z.literal('lookup'), field: z.string().min(1).max(100) }).strict(),
]);
export type Step = z.infer<typeof stepSchema>;

export const fieldMappingSchema = z
  .object({
    /** The field here. */
    field: z.string().min(1).max(100),
    /** Where it comes from: a path such as `author.name`. Empty for const and template. */
    from: path.default(''),
    steps: z.array(stepSchema).max(8).default([]),
    rule: z.enum(FIELD_RULES).optional(),
  })
  .strict();
export type FieldMapping = z.infer<typeof fieldMappingSchema>;

export const typeMappingSchema = z
  .object({
    remoteType: z.string().min(1).max(100),
    uid: z.string().regex(/^api::[\w-]+\.[\w-]+$/, 'Choose a content type.'),
    /** Entries that are here already are found by this field, when it is unique. */
    matchBy: z.string().max(100).default(''),
    fields: z.array(fieldMappingSchema).min(1, 'Map at least one field.').max(100),
  })
  .strict();
export type TypeMapping = z.infer<typeof typeMappingSchema>;
