import type { DeskState } from '#shared/desk/desk-contract.ts'
import { changeLook } from '../desk-store.ts'

/** As browsers step; screens are tested at the first, the last and the usual one. */
const steps = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2]

export function zoomBy({ zoom }: Pick<DeskState, 'zoom'>, direction: 1 | -1) {
  const wanted =
    direction > 0
      ? steps.find((step) => step > zoom + 0.001)
      : steps.findLast((step) => step < zoom - 0.001)
  if (wanted !== undefined) void changeLook({ zoom: wanted })
}

export function resetZoom() {
  void changeLook({ zoom: 1 })
}
