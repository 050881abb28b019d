// Draws every icon file anew from icon.svg. Run by hand when the drawing has changed:
// node resources/icons/draw-icons.ts   (needs rsvg-convert, from Debian's librsvg2-bin)
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const here = (name: string) => path.join(import.meta.dirname, name)
const drawing = fs.readFileSync(here('icon.svg'), 'utf8')
// Icons on a Mac keep a margin of about a tenth, so that they are as large as their neighbours.
const drawingForMac = drawing.replace('viewBox="0 0 64 64"', 'viewBox="-7.8 -7.8 79.6 79.6"')

for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) {
  fs.writeFileSync(here(`${size}x${size}.png`), draw(drawing, size))
}
fs.writeFileSync(here('icon.ico'), windowsIcon([16, 24, 32, 48, 64, 128, 256]))
fs.writeFileSync(here('icon.icns'), macIcon())

function draw(svg: string, size: number) {
  const sizes = ['--width', String(size), '--height', String(size)]
  return execFileSync('rsvg-convert', sizes, { input: svg })
}

/** A table of contents, then the pictures. */
function windowsIcon(sizes: number[]) {
  const pictures = sizes.map((size) => draw(drawing, size))
  const header = Buffer.alloc(6 + 16 * sizes.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(sizes.length, 4)

  let offset = header.length
  for (const [index, picture] of pictures.entries()) {
    const entry = 6 + 16 * index
    // A byte holds no 256; zero stands for it.
    header.writeUInt8((sizes[index] ?? 0) % 256, entry)
    header.writeUInt8((sizes[index] ?? 0) % 256, entry + 1)
    header.writeUInt16LE(1, entry + 4)
    header.writeUInt16LE(32, entry + 6)
    header.writeUInt32LE(picture.length, entry + 8)
    header.writeUInt32LE(offset, entry + 12)
    offset += picture.length
  }
  return Buffer.concat([header, ...pictures])
}

/** Pictures one after another, each under Apple's name for its size. */
function macIcon() {
  const sizesByName = {
    ...{ icp4: 16, icp5: 32, icp6: 64, ic07: 128, ic08: 256, ic09: 512, ic10: 1024 },
    // The same again for screens with twice the points.
    ...{ ic11: 32, ic12: 64, ic13: 256, ic14: 512 },
  }
  const parts = Object.entries(sizesByName).map(([name, size]) =>
    named(name, draw(drawingForMac, size)),
  )
  return named('icns', Buffer.concat(parts))
}

function named(name: string, contents: Buffer) {
  const header = Buffer.alloc(8)
  header.write(name, 'latin1')
  header.writeUInt32BE(contents.length + 8, 4)
  return Buffer.concat([header, contents])
}
