import { join } from 'node:path'

export const migrationsFolder = join(import.meta.dirname, '../../src-main/platform/migrations')
export const testKey = new Uint8Array(32).fill(7)
