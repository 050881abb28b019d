// A bare browser of the size of a telephone, for the tests of the portal's pages.
const { app, BrowserWindow } = require('electron')

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 390, height: 844, useContentSize: true })
  window.loadURL('about:blank')
})
