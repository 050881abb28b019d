import type { Random } from '../random.ts'
import { type Canvas, type Colour, createCanvas } from './canvas.ts'
import { pngDataUrl } from './png.ts'

const backgrounds: readonly Colour[] = [
  [214, 230, 236],
  [226, 236, 222],
  [243, 230, 214],
  [236, 225, 238],
  [223, 229, 245],
  [240, 236, 218],
]
const skins: readonly Colour[] = [
  [250, 222, 200],
  [241, 203, 172],
  [224, 178, 140],
  [197, 144, 104],
  [152, 103, 72],
  [112, 74, 52],
]
const hairs: readonly Colour[] = [
  [44, 34, 30],
  [84, 56, 40],
  [128, 84, 50],
  [198, 154, 92],
  [226, 196, 136],
  [168, 84, 44],
]
const shirts: readonly Colour[] = [
  [14, 96, 112],
  [200, 90, 70],
  [92, 130, 74],
  [222, 168, 60],
  [120, 96, 160],
  [70, 110, 180],
  [150, 60, 90],
]
const styles = ['short', 'side', 'curly', 'long', 'tails', 'bun'] as const
type Style = (typeof styles)[number]

const ink: Colour = [52, 42, 40]
const white: Colour = [255, 255, 255]
const width = 96
const height = 120

/** A drawn child, friendly and plainly no real one, as a PNG of about two kilobytes. */
export function drawPortrait(random: Random, sex: 'female' | 'male'): string {
  const skinAt = random.below(skins.length)
  const skin = skins[skinAt] ?? ink
  // Fair hair goes with fair skin only.
  const hair = random.pick(skinAt >= 3 ? hairs.slice(0, 2) : hairs)
  const shirt = random.pick(shirts)
  const style = random.pick(sex === 'female' ? styles.slice(2) : styles.slice(0, 3))
  const canvas = createCanvas(width, height, random.pick(backgrounds))

  drawHairBehind(canvas, style, hair)
  canvas.oval({ x: 48, y: 128, rx: 38, ry: 36 }, shirt)
  canvas.oval({ x: 48, y: 92, rx: 10, ry: 12 }, shade(skin, 0.9))
  canvas.oval({ x: 22.5, y: 62, rx: 5, ry: 7 }, shade(skin, 0.94))
  canvas.oval({ x: 73.5, y: 62, rx: 5, ry: 7 }, shade(skin, 0.94))
  canvas.oval({ x: 48, y: 60, rx: 26, ry: random.between(29, 32) }, skin)
  drawHairInFront(canvas, style, hair)
  drawFace(canvas, random, skin, hair)
  return pngDataUrl(canvas.pixels, width, height)
}

function drawHairBehind(canvas: Canvas, style: Style, hair: Colour) {
  if (style === 'long') canvas.oval({ x: 48, y: 66, rx: 35, ry: 44 }, hair)
  if (style === 'tails') {
    canvas.oval({ x: 15, y: 72, rx: 9, ry: 19 }, hair)
    canvas.oval({ x: 81, y: 72, rx: 9, ry: 19 }, hair)
  }
  if (style === 'bun') canvas.oval({ x: 48, y: 20, rx: 12 }, hair)
  if (style === 'curly') canvas.oval({ x: 48, y: 50, rx: 34, ry: 32 }, hair)
  else canvas.oval({ x: 48, y: 50, rx: 29, ry: 29 }, hair)
}

function drawHairInFront(canvas: Canvas, style: Style, hair: Colour) {
  if (style === 'curly') {
    for (let at = 0; at < 7; at++)
      canvas.oval({ x: 22 + at * 8.7, y: 36 - (at % 2) * 3, rx: 7.5 }, hair)
    return
  }
  const isSide = style === 'side'
  canvas.oval({ x: isSide ? 43 : 48, y: 44, rx: isSide ? 25 : 27, ry: 19 }, hair, { above: 43 })
  if (isSide || style === 'long') canvas.oval({ x: 62, y: 39, rx: 13, ry: 9 }, hair)
}

function drawFace(canvas: Canvas, random: Random, skin: Colour, hair: Colour) {
  const eye = random.between(9, 11)
  for (const x of [48 - eye, 48 + eye]) {
    canvas.oval({ x, y: 50.5, rx: 5, ry: 1.4 }, shade(hair, 0.8))
    canvas.oval({ x, y: 61, rx: 3.1, ry: 3.7 }, ink)
    canvas.oval({ x: x + 1, y: 59.8, rx: 1.1 }, white)
  }
  for (const x of [33, 63]) canvas.oval({ x, y: 71, rx: 5, ry: 3.2 }, blush(skin))
  canvas.oval({ x: 48, y: 68, rx: 2.4, ry: 1.8 }, shade(skin, 0.84))
  if (random.chance(0.3)) {
    // An open mouth: the upper half of the oval is skin again.
    canvas.oval({ x: 48, y: 74, rx: 9, ry: 7 }, [150, 62, 60])
    canvas.oval({ x: 48, y: 69.5, rx: 12, ry: 4.5 }, skin)
  }
  canvas.arc({ x: 48, y: 71, rx: 10, ry: 8 }, [128, 54, 54], 2.2, 74)
  if (random.chance(0.18)) {
    for (const x of [48 - eye, 48 + eye]) canvas.ring({ x, y: 61, rx: 8 }, ink, 1.7)
    canvas.oval({ x: 48, y: 60, rx: eye - 7.5, ry: 0.9 }, ink)
  }
}

const shade = ([red, green, blue]: Colour, by: number): Colour => [red * by, green * by, blue * by]
const blush = ([red, green, blue]: Colour): Colour => [
  Math.min(255, red * 1.02),
  green * 0.86,
  blue * 0.84,
]
