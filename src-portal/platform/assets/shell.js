// Everything works without this file; with it the portal can be installed and says so without network.
const container = navigator.serviceWorker
// Where trusted types are kept, a browser takes the address of a script only from a named policy.
const policy = window.trustedTypes?.createPolicy('shell', { createScriptURL: (url) => url })
const worker = '/service-worker.js'
container?.register(policy ? policy.createScriptURL(worker) : worker).catch(() => {})
