import { contextBridge, ipcRenderer } from 'electron'

// The whole bridge. It never grows: a new feature adds a contract, not a line here.
contextBridge.exposeInMainWorld('balie', {
  call: (path: string, input: unknown) => ipcRenderer.invoke('balie:call', path, input),
  onEvent(listener: (event: unknown) => void) {
    const pass = (_: unknown, event: unknown) => listener(event)
    ipcRenderer.on('balie:event', pass)
    return () => void ipcRenderer.off('balie:event', pass)
  },
})
