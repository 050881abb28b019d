export type Colour = readonly [red: number, green: number, blue: number]

export type Canvas = ReturnType<typeof createCanvas>

/** The little that a drawn face needs: ovals with smooth edges, painted over each other. */
export function createCanvas(width: number, height: number, background: Colour) {
  const pixels = new Uint8Array(width * height * 3)
  for (let at = 0; at < pixels.length; at++) pixels[at] = background[at % 3] ?? 0

  function blend(x: number, y: number, colour: Colour, cover: number) {
    const at = (y * width + x) * 3
    for (let channel = 0; channel < 3; channel++) {
      const below = pixels[at + channel] ?? 0
      pixels[at + channel] = Math.round(below + ((colour[channel] ?? 0) - below) * cover)
    }
  }

  /** Paints where `distance` (in pixels, negative inside) says so, within a box. */
  function paint(box: Box, colour: Colour, distance: (x: number, y: number) => number) {
    const fromY = Math.max(0, Math.floor(box.top) - 1)
    const untilY = Math.min(height - 1, Math.ceil(box.bottom) + 1)
    const fromX = Math.max(0, Math.floor(box.left) - 1)
    const untilX = Math.min(width - 1, Math.ceil(box.right) + 1)
    for (let y = fromY; y <= untilY; y++) {
      for (let x = fromX; x <= untilX; x++) {
        const cover = Math.min(1, 0.5 - distance(x + 0.5, y + 0.5))
        if (cover > 0) blend(x, y, colour, cover)
      }
    }
  }

  return {
    pixels,
    width,
    height,
    oval({ x, y, rx, ry = rx }: Oval, colour: Colour, { above = Infinity } = {}) {
      const box = { left: x - rx, right: x + rx, top: y - ry, bottom: Math.min(y + ry, above) }
      paint(box, colour, (px, py) => Math.max(ovalDistance(px - x, py - y, rx, ry), py - above))
    },
    /** The lower part of a ring: a smile. */
    arc({ x, y, rx, ry = rx }: Oval, colour: Colour, thickness: number, from: number) {
      const box = { left: x - rx - 2, right: x + rx + 2, top: y, bottom: y + ry + 2 }
      paint(box, colour, (px, py) => {
        const ring = Math.abs(ovalDistance(px - x, py - y, rx, ry)) - thickness / 2
        return Math.max(ring, from - py)
      })
    },
    ring({ x, y, rx, ry = rx }: Oval, colour: Colour, thickness: number) {
      const box = { left: x - rx - 2, right: x + rx + 2, top: y - ry - 2, bottom: y + ry + 2 }
      paint(box, colour, (px, py) => Math.abs(ovalDistance(px - x, py - y, rx, ry)) - thickness / 2)
    },
  }
}

export type Oval = {
  readonly x: number
  readonly y: number
  readonly rx: number
  readonly ry?: number
}
type Box = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Good enough near the edge, which is where it counts. */
function ovalDistance(x: number, y: number, rx: number, ry: number) {
  const outward = Math.hypot(x / rx, y / ry)
  const slope = Math.hypot(x / (rx * rx), y / (ry * ry))
  return outward === 0 ? -Math.min(rx, ry) : ((outward - 1) * outward) / Math.max(slope, 1e-6)
}
