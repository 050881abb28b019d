import type { Files } from '../imports/importing-school.ts'

/**
 * A hostile file, made when it is its turn, and what becomes of it: the code it is refused with,
 * `refused` with any code, or `any` where taking it harmlessly is as good.
 */
export type Attack = readonly [make: () => Files, wanted: string]
