import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { watchDesk } from './desk/desk-store.ts'

const root = document.getElementById('root')
// Drawn once everything is known: an empty frame before it would cost the first screen a tenth of a second.
if (root) void watchDesk().finally(() => createRoot(root).render(<App />))
