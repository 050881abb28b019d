/** A thread's program: beside this file's bundle, or in TypeScript where nothing is bundled. */
export function threadProgram(name: 'planner-thread' | 'proof-thread') {
  const here = import.meta.url
  if (here.endsWith('.ts')) return new URL(`../../${name}.ts`, here)
  return new URL(here.includes('/chunks/') ? `../${name}.js` : `./${name}.js`, here)
}
