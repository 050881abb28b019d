/**
 * What a file may be at most. Far above any primary school (5,000 pupils are some 8 MB of EDEXML)
 * and far below what would fill a machine; security.md T13.
 */
export const limits = {
  /** Bytes of everything that was chosen, and of everything a zip holds. */
  totalBytes: 64 * 1024 * 1024,
  fileBytes: 32 * 1024 * 1024,
  files: 500,
  /** A zip entry over 1 MB may not grow more than this; deflate reaches 1032, school files 30. */
  zipRatio: 200,
  /** Characters between two tags, attributes and comments included: a photo fits, a bomb does not. */
  xmlToken: 1024 * 1024,
  xmlDepth: 64,
  xmlElements: 3_000_000,
  /** Elements of one record: a pupil in hundreds of groups. */
  xmlRecord: 2000,
  /** Far deeper than a page of the Swedish standard with everything expanded. */
  jsonDepth: 64,
  /** Characters of one line: a row of 300 long cells stays far below it. */
  csvLine: 1024 * 1024,
  /** Enrolments of 5,000 pupils in twenty classes each. */
  csvRows: 150_000,
  csvColumns: 300,
  csvCell: 32_768,
  /** Lines of cards or of a calendar: 50,000 appointments of twenty lines. */
  contentLines: 1_000_000,
  /** Characters of one property of a card or calendar; of a longer picture only the start is kept. */
  contentLine: 262_144,
  /** Pupils, groups or staff of one file, or users of all kinds. */
  records: 50_000,
  /** Longest key, as in EDEXML 2.1. */
  key: 256,
  /** Longest line of text that Balie keeps, and longest note. */
  line: 200,
  note: 4000,
  problems: 5000,
} as const
