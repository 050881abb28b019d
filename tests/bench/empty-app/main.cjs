// An Electron window with nothing in it: what any start costs on this machine in this minute.
const { app, BrowserWindow } = require('electron')

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768, show: false })
  window.once('ready-to-show', () => window.show())
  window.loadURL('data:text/html,<h1 id="ready">Empty</h1>')
})
app.on('window-all-closed', () => app.quit())
