import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { watchDesk } from './desk/desk-store.ts'

const root = document.getElementById('root')
// Drawn once everything is known: a frame before it would be drawn and laid out only to be replaced.
if (root) void watchDesk().finally(() => createRoot(root).render(<App />))
