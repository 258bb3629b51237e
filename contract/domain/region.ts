import { z } from 'zod';

/** A place in the tree of Kemendagri codes: `18.04.04.2005` village, `18.04.04` district. */
export const villageSchema = z.strictObject({
  code: z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/),
  name: z.string(),
  /** Kecamatan, always shown beside the pekon because eight pekon names occur twice in the county. */
  district: z.string(),
  regency: z.string(),
  province: z.string(),
  /** `pekon`, `kelurahan` or `desa`. */
  kind: z.enum(['pekon', 'kelurahan', 'desa']),
  postalCode: z.string().optional(),
});
export type Village = z.infer<typeof villageSchema>;
