import type { ExportLoss } from '#shared/exports/export-losses.ts'

/** EDEXML knows pupils, groups and staff; of a family it has no more than a postcode. */
export const edexmlLosses: readonly ExportLoss[] = ['pupils.longPrefix', 'pupils.otherSex']
