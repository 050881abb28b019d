import { hidesName } from '#shared/pupils/mask.ts'
import type { Pupil } from '#shared/pupils/pupil.ts'
import { linkId } from '../../platform/ids.ts'

/**
 * The id under which something of a pupil leaves the house. Whoever got the child under its own
 * name before must not recognise it under its cover, and no reference may lead back.
 */
export function leavingId(pupil: Pick<Pupil, 'protectionLevel'>, id: string): string {
  return hidesName(pupil) ? linkId('cover', id) : id
}
